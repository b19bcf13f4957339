-- One form at a time for a file: two people who visit fill in the same one. Also how the visits still to be made are found.
CREATE UNIQUE INDEX one_open_visit_a_file ON hardship_visit (file_id) WHERE NOT complete;
