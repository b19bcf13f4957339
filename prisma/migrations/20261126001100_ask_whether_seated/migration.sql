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
