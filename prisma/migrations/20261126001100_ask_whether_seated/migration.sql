-- One household, one file: whether somebody has a seat in an open file anywhere is told as yes or no, so that a window can say
-- why it may not begin another. Which file it is, and where, stays with those who may see it.
CREATE FUNCTION bangfu.seated_elsewhere(a_file uuid, a_household uuid, a_people uuid[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT (bangfu.everything('hardship', 'write') OR cardinality(bangfu.organisations('hardship', 'write')) > 0) AND (
    EXISTS (SELECT FROM hardship_seat s WHERE s.file_id IS DISTINCT FROM a_file
      AND (s.person_id = ANY (a_people) OR s.person_id IN (SELECT m.person_id FROM household_member m WHERE m.household_id = a_household AND m.left_on IS NULL)))
    OR EXISTS (SELECT FROM hardship_file f WHERE f.household_id = a_household AND f.id IS DISTINCT FROM a_file AND bangfu.file_is_open(f.status)))
$$;
REVOKE ALL ON FUNCTION bangfu.seated_elsewhere(uuid, uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bangfu.seated_elsewhere(uuid, uuid, uuid[]) TO bangfu_app;

-- For a ledger: in whose household somebody with this number has a seat, so that the row can be refused with its reason and the
-- rows beside it go on. The household means something only to who has it already.
CREATE FUNCTION bangfu.seats_by_number(a_indexes bytea[]) RETURNS TABLE (id_index bytea, household_id uuid, holds boolean, listed boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.id_index, f.household_id, f.holder_id = s.person_id,
    EXISTS (SELECT FROM household_member m WHERE m.household_id = f.household_id AND m.person_id = s.person_id AND m.left_on IS NULL)
  FROM person p JOIN hardship_seat s ON s.person_id = coalesce(p.merged_into, p.id) JOIN hardship_file f ON f.id = s.file_id
  WHERE p.id_index = ANY (a_indexes) AND (bangfu.everything('hardship', 'write') OR cardinality(bangfu.organisations('hardship', 'write')) > 0)
$$;
REVOKE ALL ON FUNCTION bangfu.seats_by_number(bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bangfu.seats_by_number(bytea[]) TO bangfu_app;
