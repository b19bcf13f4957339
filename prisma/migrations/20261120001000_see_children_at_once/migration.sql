-- Who sees every case of a noun sees every row that hangs on one: said first, so that the parent need not be looked up row by row.
-- For everybody else the parent's own policy decides, as before.

CREATE FUNCTION bangfu.child_policy(a_noun text, a_parent text, a_key text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format('(SELECT bangfu.everything(%1$L, ''read'')) OR EXISTS (SELECT FROM public.%2$I p WHERE p.id = %3$I)', a_noun, a_parent, a_key) $$;

DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('dispute_party', 'dispute', 'dispute', 'dispute_id'), ('household_member', 'hardship', 'household', 'household_id'), ('report_figure', 'report', 'report', 'report_id'),
    ('bank_account', 'person', 'person', 'person_id')) AS v(tab, noun, parent, key) LOOP
    EXECUTE format('ALTER POLICY seen ON public.%I USING (%s)', t.tab, bangfu.child_policy(t.noun, t.parent, t.key));
  END LOOP;
  EXECUTE format('ALTER POLICY seen ON public.clock USING (CASE noun WHEN ''dispute'' THEN %s WHEN ''petition'' THEN %s WHEN ''hardship'' THEN %s WHEN ''legal-aid'' THEN %s ELSE false END)',
    bangfu.child_policy('dispute', 'dispute', 'subject_id'), bangfu.child_policy('petition', 'petition', 'subject_id'), bangfu.child_policy('hardship', 'hardship_file', 'subject_id'),
    bangfu.child_policy('legal-aid', 'legal_aid_matter', 'subject_id'));
  EXECUTE format('ALTER POLICY seen ON public.activity USING (CASE noun WHEN ''dispute'' THEN %s WHEN ''petition'' THEN %s WHEN ''hardship'' THEN %s WHEN ''legal-aid'' THEN %s WHEN ''disbursement'' THEN %s WHEN ''person'' THEN %s ELSE false END)',
    bangfu.child_policy('dispute', 'dispute', 'subject_id'), bangfu.child_policy('petition', 'petition', 'subject_id'), bangfu.child_policy('hardship', 'hardship_file', 'subject_id'),
    bangfu.child_policy('legal-aid', 'legal_aid_matter', 'subject_id'), bangfu.child_policy('disbursement', 'disbursement', 'subject_id'), bangfu.child_policy('person', 'person', 'subject_id'));
END $$;
DROP FUNCTION bangfu.child_policy(text, text, text);
