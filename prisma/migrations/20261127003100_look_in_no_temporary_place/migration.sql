-- A temporary table comes before every other of its name unless the path names pg_temp last. The program may make temporary tables: a
-- function with the owner's rights that looked for `import` would have found whatever lay there. Those without a path of their own name
-- the schema of everything they touch.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
           WHERE n.nspname = 'bangfu' AND p.prosecdef AND 'search_path=public' = ANY (p.proconfig) LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', f);
  END LOOP;
END $$;

-- What was answered to a request is kept so that the same request, sent again because the line broke, is told the same; sealed, for it
-- may be a first password. A week later nobody sends it again.
CREATE FUNCTION bangfu.forget_answers() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  IF bangfu.actor() IS DISTINCT FROM '00000000-0000-7000-8000-000000000002'::uuid THEN RETURN 0; END IF;
  DELETE FROM idempotent_answer WHERE created_at < now() - interval '7 days';
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
REVOKE ALL ON FUNCTION bangfu.forget_answers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bangfu.forget_answers() TO bangfu_app;
