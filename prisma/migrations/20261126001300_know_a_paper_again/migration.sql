-- The same paper again: a keyed hash of what was uploaded, so that a dump tells nobody which known document a family brought.
-- hash is that of the sealed bytes and names them in the store.
ALTER TABLE attachment ADD COLUMN content_index bytea NOT NULL;
CREATE UNIQUE INDEX one_paper_once ON attachment (subject_id, kind, coalesce(person_id, subject_id), content_index) WHERE removed_at IS NULL;

ALTER TABLE attachment ADD CONSTRAINT removed_with_reason CHECK ((removed_at IS NULL) = (removed_by IS NULL) AND (removed_at IS NULL) = (removed_reason IS NULL));
