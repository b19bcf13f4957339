-- Once a kind, whoever's it is: with the person in it, merging two records of one person could meet this wall.
DROP INDEX one_paper_once;
CREATE UNIQUE INDEX one_paper_once ON attachment (subject_id, kind, content_index) WHERE removed_at IS NULL;
