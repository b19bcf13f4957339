-- A clock or a line of the timeline asks for its own noun whether the actor sees every case of it: one row of `reach`, where the list of
-- all such nouns took as long as the rest of the policy. Which question is asked is decided row by row, and the answer is kept for the statement.

DO $$
DECLARE t text; whole text; clocks text := ''; lines text := '';
BEGIN
  FOREACH t IN ARRAY ARRAY['dispute', 'petition', 'hardship', 'legal-aid', 'disbursement', 'person'] LOOP
    whole := format(' WHEN %1$L THEN (SELECT bangfu.everything(%1$L, ''read''))', t);
    -- A person stands in no one place.
    IF t <> 'person' THEN whole := whole || format(' OR organisation_id = ANY ((SELECT bangfu.organisations(%1$L, ''read''))::uuid[])', t); END IF;
    lines := lines || whole || format(' OR bangfu.sees(%L, subject_id)', t);
    IF t = 'legal-aid' THEN clocks := lines; END IF;
  END LOOP;
  EXECUTE format('ALTER POLICY seen ON clock USING (CASE noun%s ELSE false END)', clocks);
  EXECUTE format('ALTER POLICY seen ON activity USING (CASE noun%s ELSE false END)', lines);
END $$;

DROP FUNCTION bangfu.whole_nouns();
