-- What hangs on a case is seen by the case's own policy. Written out in the policy of a clock or an activity, that is six policies in
-- one plan of a hundred parts, which takes longer to set up than to run; so the parent is asked by a function, and only where the
-- actor does not see every case of the noun.

-- Nouns of which the actor sees every row.
CREATE FUNCTION bangfu.whole_nouns() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
BEGIN RETURN coalesce((SELECT array_agg(r.noun) FROM public.reach r WHERE r.user_id = bangfu.actor() AND r.mode = 'read' AND r.everything), '{}'); END $$;

-- Whether the actor, who does not see every row of the noun, sees this one: what the parent's own policy says, asked in one statement
-- because it is asked for every row. A statement a noun, so that only the one that is needed is set up.
CREATE FUNCTION bangfu.sees(a_noun text, a_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
DECLARE me uuid := bangfu.actor();
BEGIN
  IF a_noun = 'dispute' THEN
    RETURN EXISTS (SELECT FROM public.reach r JOIN public.dispute p ON p.organisation_id = ANY (r.organisation_ids) OR (p.mediator_id = me AND r.assigned)
      WHERE r.user_id = me AND r.noun = 'dispute' AND r.mode = 'read' AND p.id = a_id);
  ELSIF a_noun = 'petition' THEN
    RETURN EXISTS (SELECT FROM public.reach r JOIN public.petition p ON p.organisation_id = ANY (r.organisation_ids) OR (p.handler_id = me AND r.assigned)
      WHERE r.user_id = me AND r.noun = 'petition' AND r.mode = 'read' AND p.id = a_id);
  ELSIF a_noun = 'hardship' THEN
    RETURN EXISTS (SELECT FROM public.reach r JOIN public.hardship_file p ON p.organisation_id = ANY (r.organisation_ids)
      WHERE r.user_id = me AND r.noun = 'hardship' AND r.mode = 'read' AND p.id = a_id);
  ELSIF a_noun = 'legal-aid' THEN
    RETURN EXISTS (SELECT FROM public.reach r JOIN public.legal_aid_matter p ON p.organisation_id = ANY (r.organisation_ids) OR (p.lawyer_id = me AND r.assigned)
      WHERE r.user_id = me AND r.noun = 'legal-aid' AND r.mode = 'read' AND p.id = a_id);
  ELSIF a_noun = 'disbursement' THEN
    RETURN EXISTS (SELECT FROM public.reach r JOIN public.disbursement p ON p.organisation_id = ANY (r.organisation_ids)
      WHERE r.user_id = me AND r.noun = 'disbursement' AND r.mode = 'read' AND p.id = a_id);
  ELSIF a_noun = 'household' THEN
    RETURN EXISTS (SELECT FROM public.reach r JOIN public.household p ON p.organisation_id = ANY (r.organisation_ids)
      WHERE r.user_id = me AND r.noun = 'hardship' AND r.mode = 'read' AND p.id = a_id);
  ELSIF a_noun = 'report' THEN
    RETURN EXISTS (SELECT FROM public.reach r JOIN public.report p ON p.organisation_id = ANY (r.organisation_ids)
      WHERE r.user_id = me AND r.noun = 'report' AND r.mode = 'read' AND p.id = a_id);
  ELSIF a_noun = 'person' THEN
    RETURN EXISTS (SELECT FROM public.reach r JOIN public.person_presence p ON p.organisation_id = ANY (r.organisation_ids)
      WHERE r.user_id = me AND r.noun = 'person' AND r.mode = 'read' AND p.person_id = a_id);
  END IF;
  RETURN false;
END $$;
GRANT EXECUTE ON FUNCTION bangfu.whole_nouns(), bangfu.sees(text, uuid) TO bangfu_app;

-- Clocks and activities stand where their case stands, so that mostly the place alone decides.
CREATE FUNCTION bangfu.follow_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  UPDATE public.clock SET organisation_id = NEW.organisation_id WHERE subject_id = NEW.id;
  UPDATE public.activity SET organisation_id = NEW.organisation_id WHERE subject_id = NEW.id;
  RETURN NULL;
END $$;
DO $$
DECLARE t text; clocks text := ''; lines text := '';
BEGIN
  FOREACH t IN ARRAY ARRAY['dispute', 'petition', 'hardship', 'legal-aid', 'disbursement'] LOOP
    EXECUTE format('CREATE TRIGGER rest_follows AFTER UPDATE OF organisation_id ON %I FOR EACH ROW WHEN (OLD.organisation_id <> NEW.organisation_id) EXECUTE FUNCTION bangfu.follow_case()',
      CASE t WHEN 'hardship' THEN 'hardship_file' WHEN 'legal-aid' THEN 'legal_aid_matter' ELSE t END);
    lines := lines || format(' WHEN %1$L THEN organisation_id = ANY ((SELECT bangfu.organisations(%1$L, ''read''))::uuid[])', t);
    IF t <> 'disbursement' THEN clocks := lines; END IF;
  END LOOP;
  EXECUTE format('ALTER POLICY seen ON clock USING (noun IN (''dispute'', ''petition'', ''hardship'', ''legal-aid'')
    AND (noun = ANY ((SELECT bangfu.whole_nouns())::text[]) OR CASE noun%s ELSE false END OR bangfu.sees(noun, subject_id)))', clocks);
  EXECUTE format('ALTER POLICY seen ON activity USING (noun IN (''dispute'', ''petition'', ''hardship'', ''legal-aid'', ''disbursement'', ''person'')
    AND (noun = ANY ((SELECT bangfu.whole_nouns())::text[]) OR CASE noun%s ELSE false END OR bangfu.sees(noun, subject_id)))', lines);
END $$;

ALTER POLICY seen ON dispute_party USING ((SELECT bangfu.everything('dispute', 'read')) OR bangfu.sees('dispute', dispute_id));
ALTER POLICY seen ON household_member USING ((SELECT bangfu.everything('hardship', 'read')) OR bangfu.sees('household', household_id));
ALTER POLICY seen ON report_figure USING ((SELECT bangfu.everything('report', 'read')) OR bangfu.sees('report', report_id));
ALTER POLICY seen ON bank_account USING ((SELECT bangfu.everything('person', 'read')) OR bangfu.sees('person', person_id));

-- A place's list, narrowed to a status or a kind, in its own order.
CREATE INDEX dispute_of_place_by_status ON dispute (organisation_id, status, registered_on DESC, id DESC);
CREATE INDEX dispute_of_place_by_category ON dispute (organisation_id, category, registered_on DESC, id DESC);
CREATE INDEX petition_of_place_by_status ON petition (organisation_id, status, registered_on DESC, id DESC);
CREATE INDEX petition_of_place_by_kind ON petition (organisation_id, subject, registered_on DESC, id DESC);

-- The versions that reports count are kept by a function a table, whose statements are planned once a connection; written by EXECUTE
-- they were planned anew at every change, which took as long as the change.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['dispute', 'mass_incident', 'petition', 'hardship_file', 'disbursement', 'legal_aid_matter'] LOOP
    EXECUTE format('DROP TRIGGER keep_created ON public.%1$I; DROP TRIGGER keep_updated ON public.%1$I; DROP TRIGGER keep_deleted ON public.%1$I', t);
    EXECUTE format($f$CREATE FUNCTION bangfu.keep_%1$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $b$
      BEGIN
        IF TG_OP = 'UPDATE' THEN UPDATE history.%1$I h SET superseded_at = n.updated_at FROM changed n WHERE h.id = n.id AND h.superseded_at = 'infinity'; END IF;
        INSERT INTO history.%1$I SELECT n.updated_at, 'infinity', n.* FROM changed n;
        RETURN NULL;
      END $b$;
      CREATE FUNCTION bangfu.end_%1$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $b$
      BEGIN
        UPDATE history.%1$I h SET superseded_at = greatest(now(), h.recorded_at) FROM changed n WHERE h.id = n.id AND h.superseded_at = 'infinity';
        RETURN NULL;
      END $b$ $f$, t);
    EXECUTE format('CREATE TRIGGER keep_created AFTER INSERT ON public.%1$I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bangfu.keep_%1$s()', t);
    EXECUTE format('CREATE TRIGGER keep_updated AFTER UPDATE ON public.%1$I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bangfu.keep_%1$s()', t);
    EXECUTE format('CREATE TRIGGER keep_deleted AFTER DELETE ON public.%1$I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bangfu.end_%1$s()', t);
  END LOOP;
END $$;
DROP FUNCTION bangfu.keep_version();

-- The letters of the nearest organisation that has letters, from here upwards, and the next number counted there; no row where none has.
CREATE FUNCTION bangfu.next_case_number(a_kind text, a_organisation uuid, a_year int) RETURNS TABLE (prefix text, running int) LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE at uuid := a_organisation;
BEGIN
  IF bangfu.actor() IS NULL THEN RETURN; END IF;
  LOOP
    SELECT o.number_prefix INTO prefix FROM public.organisation o WHERE o.id = at;
    EXIT WHEN prefix IS NOT NULL OR at IS NULL;
    at := (SELECT p.parent_id FROM public.organisation_parent p WHERE p.organisation_id = at AND p.valid_to IS NULL);
  END LOOP;
  IF prefix IS NULL THEN RETURN; END IF;
  running := bangfu.next_number(a_kind, at, a_year);
  RETURN NEXT;
END $$;
REVOKE ALL ON FUNCTION bangfu.next_case_number(text, uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bangfu.next_case_number(text, uuid, int) TO bangfu_app;

-- The same for writing: who writes every case of a noun writes what hangs on one.
DO $$
DECLARE t record; s text;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('dispute_party', 'dispute', 'dispute_id', 'dispute', 'mediator_id'), ('household_member', 'household', 'household_id', 'hardship', NULL), ('report_figure', 'report', 'report_id', 'report', NULL)) AS v(tab, parent, key, noun, handler) LOOP
    s := format('(SELECT bangfu.everything(%4$L, ''write'')) OR EXISTS (SELECT FROM public.%1$I p WHERE p.id = %2$I AND (%3$s))', t.parent, t.key,
      replace(bangfu.policy_text(t.noun, 'write', t.handler), 'organisation_id =', 'p.organisation_id ='), t.noun);
    EXECUTE format('ALTER POLICY added ON public.%I WITH CHECK (%s)', t.tab, s);
    EXECUTE format('ALTER POLICY changed ON public.%I USING (%s) WITH CHECK (%s)', t.tab, s, s);
    EXECUTE format('ALTER POLICY removed ON public.%I USING (%s)', t.tab, s);
  END LOOP;
END $$;
