-- A file is found by how its number begins or by the digits of it, as disputes and petitions are.
CREATE INDEX hardship_file_number_start ON hardship_file (number text_pattern_ops);
CREATE INDEX hardship_file_number_digits ON hardship_file (bangfu.digits(number) text_pattern_ops);
CREATE OR REPLACE FUNCTION bangfu.case_scope(a_noun text) RETURNS TABLE (tab text, names text, on_day text, handler text) LANGUAGE sql IMMUTABLE AS $$
  SELECT v.tab, v.names, v.on_day, v.handler FROM (VALUES
    ('dispute', 'dispute', 'bangfu.case_keys(c.applicant_name, c.employer_name)', 'registered_on', 'mediator_id'),
    ('petition', 'petition', 'bangfu.case_keys(c.petitioner_name, c.employer_name)', 'registered_on', 'handler_id'),
    ('legal-aid', 'legal_aid_matter', 'bangfu.case_keys(c.person_name, c.employer_name)', 'started_on', 'lawyer_id'),
    ('hardship', 'hardship_file', 'bangfu.case_keys(c.holder_name, c.employer_name)', 'begun_on', 'handler_id')
  ) AS v(noun, tab, names, on_day, handler) WHERE noun = a_noun $$;
