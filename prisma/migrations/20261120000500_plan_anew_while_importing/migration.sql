-- A plan made while the table of people was small would be kept while an import makes it large.
ALTER FUNCTION bangfu.meet_people(bytea[], uuid[], uuid) SET plan_cache_mode = force_custom_plan;

-- Colleagues are named to each other: who uploaded an import, who asked for a report.
CREATE FUNCTION bangfu.name_of_user(a_user uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT name FROM "user" WHERE id = a_user AND bangfu.actor() IS NOT NULL $$;
REVOKE ALL ON FUNCTION bangfu.name_of_user(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bangfu.name_of_user(uuid) TO bangfu_app;
