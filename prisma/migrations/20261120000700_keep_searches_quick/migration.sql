-- Cases whose number begins so, newest first. Planned for the very words asked: a prepared statement does not know how
-- narrow they are and would walk through the whole list instead.
CREATE FUNCTION bangfu.cases_starting(a_noun text, a_start text, a_most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 AS $$
DECLARE s record; everything boolean := bangfu.everything(a_noun, 'read');
BEGIN
  SELECT * INTO s FROM bangfu.case_scope(a_noun);
  RETURN QUERY EXECUTE format('SELECT c.id FROM public.%1$I c WHERE c.number ^@ $1 AND (%2$L OR c.organisation_id = ANY ($3) OR (c.%3$I = $4 AND $5)) ORDER BY c.%4$I DESC, c.id DESC LIMIT $2',
      s.tab, everything, s.handler, s.on_day)
    USING a_start, a_most, bangfu.organisations(a_noun, 'read'), bangfu.actor(), bangfu.assigned(a_noun, 'read');
END $$;
REVOKE ALL ON FUNCTION bangfu.cases_starting(text, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bangfu.cases_starting(text, text, int) TO bangfu_app;

-- Where a search walks through the newest cases, their names are compared as they stand, which is cheap, before they are cut
-- into pieces, which is not; where it goes by the index, neither costs anything.
DROP FUNCTION bangfu.cases_like(text, text[], date, uuid, int);

-- As plainName in libs/rules/src/people/name-grams.ts: blanks, brackets, dots and hyphens are not part of a name.
CREATE FUNCTION bangfu.case_text(a_person text, an_employer text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(translate(coalesce(a_person, '') || '|' || coalesce(an_employer, ''), E' \t\u00a0\u3000()\uff08\uff09\u00b7.-', '')) $$;

-- Cases in which the person's or the firm's name has this part, newest first: at most a_most of them below a place in the list, or all.
CREATE FUNCTION bangfu.cases_like(a_noun text, a_part text, a_keys text[], a_on date, a_below uuid, a_most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 AS $$
DECLARE s record; everything boolean := bangfu.everything(a_noun, 'read');
BEGIN
  SELECT * INTO s FROM bangfu.case_scope(a_noun);
  RETURN QUERY EXECUTE format('SELECT c.id FROM public.%1$I c WHERE strpos(%2$s, $8) > 0 AND %3$s @> $1
        AND ($2 IS NULL OR (c.%4$I, c.id) < ($2, $3)) AND (%5$L OR c.organisation_id = ANY ($5) OR (c.%6$I = $6 AND $7)) %7$s',
      s.tab, replace(s.names, 'case_keys', 'case_text'), s.names, s.on_day, everything, s.handler,
      CASE WHEN a_most IS NULL THEN '' ELSE format('ORDER BY c.%I DESC, c.id DESC LIMIT $4', s.on_day) END)
    USING a_keys, a_on, a_below, a_most, bangfu.organisations(a_noun, 'read'), bangfu.actor(), bangfu.assigned(a_noun, 'read'), a_part;
END $$;
REVOKE ALL ON FUNCTION bangfu.cases_like(text, text, text[], date, uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bangfu.cases_like(text, text, text[], date, uuid, int) TO bangfu_app;

-- The same search without words gives the newest people within reach.
CREATE OR REPLACE FUNCTION bangfu.people_like(a_keys text[], a_below uuid, a_most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 AS $$
DECLARE scope text := CASE WHEN bangfu.everything('person', 'read') THEN 'true'
  ELSE 'EXISTS (SELECT FROM public.person_presence pp WHERE pp.person_id = p.id AND pp.organisation_id = ANY ($4))' END;
BEGIN
  RETURN QUERY EXECUTE format('SELECT p.id FROM public.person p WHERE p.merged_into IS NULL AND %s AND ($2 IS NULL OR p.id < $2) AND %s ORDER BY p.id DESC LIMIT $3',
      CASE WHEN a_keys IS NULL THEN 'true' ELSE 'p.search_keys @> $1' END, scope)
    USING a_keys, a_below, a_most, bangfu.organisations('person', 'read');
END $$;
