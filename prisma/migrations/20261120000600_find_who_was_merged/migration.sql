-- Without it, removing a person asks every other person whether it was merged into this one.
CREATE INDEX person_merged_into ON person (merged_into) WHERE merged_into IS NOT NULL;
