-- The list of one's own places is put together from each place's newest rows: day, id and who handles the case, which the
-- policy asks for, are all in the index, and only the page that is left is read from the table.
DROP INDEX dispute_organisation_id_registered_on_id_idx;
CREATE INDEX dispute_organisation_id_registered_on_id_idx ON dispute (organisation_id, registered_on DESC, id DESC) INCLUDE (mediator_id);
DROP INDEX petition_organisation_id_registered_on_id_idx;
CREATE INDEX petition_organisation_id_registered_on_id_idx ON petition (organisation_id, registered_on DESC, id DESC) INCLUDE (handler_id);
DROP INDEX person_presence_organisation_id_idx;
CREATE INDEX person_presence_organisation_id_person_id_idx ON person_presence (organisation_id, person_id DESC);

-- The newest people of the actor's places, in the same way: at least a_most of them below a place in the list, if there are so
-- many, in no order. Walking through everybody for a union that has three people would take longer every year. A record that
-- was merged into another keeps its presences; they are rare, so that it is looked at a page at a time.
CREATE FUNCTION bangfu.newest_people(a_below uuid, a_most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 AS $$
DECLARE page uuid[]; low uuid := coalesce(a_below, 'ffffffff-ffff-ffff-ffff-ffffffffffff'); kept int; found int := 0;
BEGIN
  IF bangfu.everything('person', 'read') THEN
    RETURN QUERY SELECT p.id FROM public.person p WHERE p.merged_into IS NULL AND p.id < low ORDER BY p.id DESC LIMIT a_most;
    RETURN;
  END IF;
  LOOP
    page := ARRAY(SELECT DISTINCT n.person_id FROM unnest(bangfu.organisations('person', 'read')) AS at (id) CROSS JOIN LATERAL (
        SELECT pp.person_id FROM public.person_presence pp WHERE pp.organisation_id = at.id AND pp.person_id < low
        ORDER BY pp.person_id DESC LIMIT a_most) n
      ORDER BY n.person_id DESC LIMIT a_most);
    RETURN QUERY SELECT p.id FROM public.person p WHERE p.id = ANY (page) AND p.merged_into IS NULL;
    GET DIAGNOSTICS kept = ROW_COUNT;
    found := found + kept;
    EXIT WHEN found >= a_most OR cardinality(page) < a_most;
    low := page[a_most];
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION bangfu.newest_people(uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bangfu.newest_people(uuid, int) TO bangfu_app;

-- A search always has words.
CREATE OR REPLACE FUNCTION bangfu.people_like(a_keys text[], a_below uuid, a_most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 AS $$
DECLARE scope text := CASE WHEN bangfu.everything('person', 'read') THEN 'true'
  ELSE 'EXISTS (SELECT FROM public.person_presence pp WHERE pp.person_id = p.id AND pp.organisation_id = ANY ($4))' END;
BEGIN
  RETURN QUERY EXECUTE format('SELECT p.id FROM public.person p WHERE p.merged_into IS NULL AND p.search_keys @> $1 AND ($2 IS NULL OR p.id < $2) AND %s ORDER BY p.id DESC LIMIT $3', scope)
    USING a_keys, a_below, a_most, bangfu.organisations('person', 'read');
END $$;
