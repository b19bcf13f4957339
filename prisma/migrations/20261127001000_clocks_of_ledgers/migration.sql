-- Clocks that began with a ledger. They go when the ledger is taken back, and are begun anew when a later ledger corrects its dates.

-- Of these cases those that stand as a ledger left them: what somebody has worked on since keeps its clocks. Only while an import in
-- reach runs or is being taken back, and only of cases in reach.
CREATE FUNCTION bangfu.unclock_untouched(a_import uuid, a_cases uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM import i WHERE i.id = a_import AND i.status IN ('running', 'reversing')
      AND (bangfu.everything('import', 'write') OR i.organisation_id = ANY (bangfu.organisations('import', 'write')))
  ) THEN RETURN; END IF;
  DELETE FROM clock k USING (
    SELECT 'dispute' AS noun, d.id, d.version FROM dispute d
      WHERE d.id = ANY (a_cases) AND (bangfu.everything('dispute', 'write') OR d.organisation_id = ANY (bangfu.organisations('dispute', 'write')))
    UNION ALL
    SELECT 'petition', p.id, p.version FROM petition p
      WHERE p.id = ANY (a_cases) AND (bangfu.everything('petition', 'write') OR p.organisation_id = ANY (bangfu.organisations('petition', 'write')))
  ) c
  WHERE k.subject_id = c.id AND k.noun = c.noun
    AND c.version = (SELECT max(r.record_version) FROM import_row r WHERE r.record_id = c.id AND r.outcome IN ('created', 'updated'));
END $$;
REVOKE ALL ON FUNCTION bangfu.unclock_untouched(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bangfu.unclock_untouched(uuid, uuid[]) TO bangfu_app;
