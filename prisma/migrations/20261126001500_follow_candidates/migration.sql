-- How often and how somebody was tried to be reached stands on the candidate, so that "unreachable" can be judged; what
-- happened to a candidate is told on its timeline to whoever sees it.

ALTER TABLE hardship_candidate ADD COLUMN attempts jsonb NOT NULL DEFAULT '[]';
CREATE INDEX hardship_candidate_of_person ON hardship_candidate (person_id);
CREATE INDEX hardship_candidate_due ON hardship_candidate (due_on, id) WHERE status = 'open';
CREATE INDEX hardship_candidate_due_of ON hardship_candidate (organisation_id, due_on, id) WHERE status = 'open';

CREATE POLICY seen_with_candidate ON activity FOR SELECT USING (noun = 'candidate' AND EXISTS (SELECT FROM hardship_candidate s WHERE s.id = subject_id));
