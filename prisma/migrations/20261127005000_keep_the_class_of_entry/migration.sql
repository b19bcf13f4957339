-- 录入特困、录入困难 are counted by the class in which a file came on file: whoever is raised or lowered later was entered as
-- what they were, and last year's count does not change with it.

-- Remarks that a version before left plain are sealed at the next start, after this: until then they stand.
ALTER TABLE hardship_file DROP CONSTRAINT told_sealed;
ALTER TABLE hardship_file DISABLE TRIGGER USER;
DO $$
DECLARE s text;
BEGIN
  FOREACH s IN ARRAY ARRAY['public', 'history'] LOOP
    EXECUTE format('ALTER TABLE %I.hardship_file ADD COLUMN filed_class text', s);
    -- The class before the first decision that changed it on file; without one it is what the version says itself.
    EXECUTE format($f$UPDATE %I.hardship_file f SET filed_class = coalesce((SELECT d.class_before FROM hardship_decision d
        WHERE d.file_id = f.id AND d.move IN ('renew', 'raiseClass', 'lowerClass') AND d.class_after IS DISTINCT FROM d.class_before
        ORDER BY d.file_version LIMIT 1), f.hardship_class) WHERE f.filed_on IS NOT NULL$f$, s);
  END LOOP;
END $$;
ALTER TABLE hardship_file ENABLE TRIGGER USER;
ALTER TABLE hardship_file ADD CONSTRAINT told_sealed CHECK (remark IS NULL) NOT VALID,
  ADD CONSTRAINT on_file_since_a_class CHECK ((filed_on IS NULL) = (filed_class IS NULL));

-- Whoever puts a file on file says its class with it; what was said stays until it is corrected itself.
CREATE FUNCTION bangfu.class_of_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.filed_class := CASE WHEN NEW.filed_on IS NOT NULL THEN coalesce(NEW.filed_class, NEW.hardship_class) END;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_class_of_entry BEFORE INSERT OR UPDATE OF filed_on, filed_class, hardship_class ON hardship_file FOR EACH ROW EXECUTE FUNCTION bangfu.class_of_entry();
