-- How often and how somebody was tried to be reached stands on the candidate, so that "unreachable" can be judged; what
-- happened to a candidate is told on its timeline to whoever sees it.

ALTER TABLE hardship_candidate ADD COLUMN attempts jsonb NOT NULL DEFAULT '[]';
CREATE INDEX hardship_candidate_of_person ON hardship_candidate (person_id);
CREATE INDEX hardship_candidate_due ON hardship_candidate (due_on, id) WHERE status = 'open';
CREATE INDEX hardship_candidate_due_of ON hardship_candidate (organisation_id, due_on, id) WHERE status = 'open';

CREATE POLICY seen_with_candidate ON activity FOR SELECT USING (noun = 'candidate' AND EXISTS (SELECT FROM hardship_candidate s WHERE s.id = subject_id));

-- ---------------------------------------------------------------- what an import made can still be taken back

-- The candidates that rest on records of an import: all of them, or those on which a person has worked. Only for whoever may
-- take the import back, who need not see candidates.
CREATE FUNCTION bangfu.candidates_of_import(a_import uuid, a_worked_on boolean) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.id FROM hardship_candidate c
  WHERE (c.status = 'closed' OR c.attempts <> '[]' OR EXISTS (SELECT FROM activity a WHERE a.subject_id = c.id AND a.actor_id <> '00000000-0000-7000-8000-000000000002')) = a_worked_on
    AND EXISTS (SELECT FROM jsonb_array_elements(c.reasons) x JOIN import_row r ON r.record_id = (x ->> 'subjectId')::uuid WHERE r.import_id = a_import AND r.outcome = 'created')
    AND EXISTS (SELECT FROM import i WHERE i.id = a_import AND i.status = 'reversing'
      AND (bangfu.everything('import', 'write') OR i.organisation_id = ANY (bangfu.organisations('import', 'write')))) $$;

-- What the finder alone made of an import goes with it: a reason whose record is taken back, and the candidate that has no other.
CREATE FUNCTION bangfu.unfind_candidates(a_import uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE found uuid[] := ARRAY(SELECT bangfu.candidates_of_import(a_import, false)); bare uuid[];
BEGIN
  UPDATE hardship_candidate c SET version = c.version + 1, updated_at = now(), reasons = coalesce((SELECT jsonb_agg(x) FROM jsonb_array_elements(c.reasons) x
      WHERE NOT EXISTS (SELECT FROM import_row r WHERE r.record_id = (x ->> 'subjectId')::uuid AND r.import_id = a_import AND r.outcome = 'created')), '[]')
    WHERE c.id = ANY (found);
  bare := ARRAY(SELECT c.id FROM hardship_candidate c WHERE c.id = ANY (found) AND c.reasons = '[]');
  DELETE FROM activity a WHERE a.noun = 'candidate' AND a.subject_id = ANY (bare);
  DELETE FROM hardship_candidate c WHERE c.id = ANY (bare);
END $$;
REVOKE ALL ON FUNCTION bangfu.candidates_of_import(uuid, boolean), bangfu.unfind_candidates(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bangfu.candidates_of_import(uuid, boolean), bangfu.unfind_candidates(uuid) TO bangfu_app;
