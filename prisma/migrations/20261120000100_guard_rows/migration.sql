-- What the code promises, the database holds: one role without rights of its own, row-level security that fails closed,
-- append-only history and audit, and the constraints that a wrong program must not get past.

CREATE SCHEMA IF NOT EXISTS bangfu;
CREATE SCHEMA IF NOT EXISTS history;

-- The role under which api and worker run. It owns nothing and bypasses nothing.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'bangfu_app') THEN
    CREATE ROLE bangfu_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
  -- Somebody else may have made it, for another database of the cluster; then the owner has been let into it already.
  IF NOT pg_has_role(current_user, 'bangfu_app', 'MEMBER') THEN EXECUTE format('GRANT bangfu_app TO %I', current_user); END IF;
END $$;
GRANT USAGE ON SCHEMA public, bangfu, history TO bangfu_app;

-- ---------------------------------------------------------------- who asks, and what they reach

-- The person on whose behalf the transaction runs; null when nobody has said so, and then every policy says no.
CREATE FUNCTION bangfu.actor() RETURNS uuid LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN RETURN nullif(current_setting('bangfu.actor', true), '')::uuid; END $$;

CREATE FUNCTION bangfu.everything(a_noun text, a_mode text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
BEGIN RETURN coalesce((SELECT r.everything FROM public.reach r WHERE r.user_id = bangfu.actor() AND r.noun = a_noun AND r.mode = a_mode), false); END $$;

CREATE FUNCTION bangfu.organisations(a_noun text, a_mode text) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
BEGIN RETURN coalesce((SELECT r.organisation_ids FROM public.reach r WHERE r.user_id = bangfu.actor() AND r.noun = a_noun AND r.mode = a_mode), '{}'); END $$;

CREATE FUNCTION bangfu.assigned(a_noun text, a_mode text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
BEGIN RETURN coalesce((SELECT r.assigned FROM public.reach r WHERE r.user_id = bangfu.actor() AND r.noun = a_noun AND r.mode = a_mode), false); END $$;

-- A colleague's name beside what the colleague did; the account itself stays where policies put it.
CREATE FUNCTION bangfu.user_name(a_user uuid) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
BEGIN RETURN (SELECT u.name FROM public."user" u WHERE u.id = a_user AND bangfu.actor() IS NOT NULL); END $$;

-- Organisations below a root on a day, the root included.
CREATE FUNCTION bangfu.subtree(root uuid, on_day date) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE below AS (
    SELECT root AS id
    UNION
    SELECT p.organisation_id FROM public.organisation_parent p JOIN below b ON p.parent_id = b.id
    WHERE p.valid_from <= on_day AND (p.valid_to IS NULL OR p.valid_to > on_day)
  ) SELECT id FROM below $$;

-- The one root of the tree: where a subtree means the whole city. An organisation that has left the tree, or is not yet in it, is none.
CREATE FUNCTION bangfu.is_root(a_organisation uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM public.organisation o WHERE o.id = a_organisation AND o.kind = 'city')
     AND NOT EXISTS (SELECT FROM public.organisation_parent p WHERE p.organisation_id = a_organisation) $$;

-- Works out the reach of one user, or of all, from the grants in force and the tree of today. One at a time: two that ran at once
-- would each write the rows that the other had not seen.
CREATE FUNCTION bangfu.refresh_reach(only_user uuid DEFAULT NULL) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE today date := (now() AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('bangfu reach', 0));
  DELETE FROM public.reach WHERE only_user IS NULL OR user_id = only_user;
  INSERT INTO public.reach (user_id, noun, mode, everything, organisation_ids, assigned)
  WITH given AS (
    SELECT g.user_id, split_part(rp.permission, '.', 1) AS noun, m.mode, rp.reach, g.organisation_id,
           bangfu.is_root(g.organisation_id) AS at_root
    FROM public.role_grant g
    JOIN public."user" u ON u.id = g.user_id AND u.status = 'active'
    JOIN public.role_permission rp ON rp.role_code = g.role_code AND rp.mode <> 'none'
    -- who may write a noun must see it to write it
    CROSS JOIN LATERAL unnest(CASE rp.mode WHEN 'write' THEN ARRAY['read', 'write'] ELSE ARRAY['read'] END) AS m(mode)
    WHERE g.revoked_at IS NULL AND g.valid_from <= today AND (g.valid_to IS NULL OR g.valid_to >= today)
      AND (only_user IS NULL OR g.user_id = only_user)
  ), trees AS MATERIALIZED (
    SELECT g.organisation_id AS root, s AS id FROM (SELECT DISTINCT organisation_id FROM given WHERE reach = 'subtree' AND NOT at_root) g, bangfu.subtree(g.organisation_id, today) s
  ), places AS (
    SELECT g.user_id, g.noun, g.mode, array_agg(DISTINCT coalesce(t.id, g.organisation_id)) AS ids FROM given g
    LEFT JOIN trees t ON t.root = g.organisation_id AND g.reach = 'subtree'
    WHERE g.reach = 'organisation' OR t.id IS NOT NULL GROUP BY g.user_id, g.noun, g.mode
  ), whole AS (
    SELECT g.user_id, g.noun, g.mode, bool_or(g.reach = 'city' OR (g.reach = 'subtree' AND g.at_root)) AS everything FROM given g GROUP BY g.user_id, g.noun, g.mode
  )
  -- what one is assigned is within reach of whoever may do it at all
  SELECT w.user_id, w.noun, w.mode, w.everything, coalesce(p.ids, '{}'), true FROM whole w LEFT JOIN places p USING (user_id, noun, mode);
END $$;

CREATE FUNCTION bangfu.reach_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN PERFORM bangfu.refresh_reach(); RETURN NULL; END $$;
CREATE FUNCTION bangfu.reach_of_user_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN PERFORM bangfu.refresh_reach(u) FROM (SELECT DISTINCT user_id AS u FROM changed) c; RETURN NULL; END $$;
CREATE FUNCTION bangfu.reach_of_account_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN PERFORM bangfu.refresh_reach(NEW.id); RETURN NULL; END $$;
CREATE TRIGGER reach_follows_tree AFTER INSERT OR UPDATE OR DELETE ON organisation_parent FOR EACH STATEMENT EXECUTE FUNCTION bangfu.reach_changed();
CREATE TRIGGER reach_follows_roles AFTER INSERT OR UPDATE OR DELETE ON role_permission FOR EACH STATEMENT EXECUTE FUNCTION bangfu.reach_changed();
CREATE TRIGGER reach_follows_new_grants AFTER INSERT ON role_grant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bangfu.reach_of_user_changed();
CREATE TRIGGER reach_follows_grants AFTER UPDATE ON role_grant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bangfu.reach_of_user_changed();
CREATE TRIGGER reach_follows_status AFTER UPDATE OF status ON "user" FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION bangfu.reach_of_account_changed();

-- 三员: an officer's role stands alone; two officers' roles, or an officer's and a business role, never meet in one person.
CREATE FUNCTION bangfu.keep_officers_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revoked_at IS NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('officers:' || NEW.user_id, 0));
    IF EXISTS (
      SELECT FROM public.role_grant g JOIN public.role held ON held.code = g.role_code JOIN public.role wanted ON wanted.code = NEW.role_code
      WHERE g.user_id = NEW.user_id AND g.id <> NEW.id AND g.revoked_at IS NULL
        AND daterange(g.valid_from, g.valid_to, '[]') && daterange(NEW.valid_from, NEW.valid_to, '[]')
        AND held.officer IS DISTINCT FROM wanted.officer
    ) THEN RAISE EXCEPTION 'officers apart' USING ERRCODE = 'BF001', CONSTRAINT = 'officers_apart'; END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER officers_apart BEFORE INSERT OR UPDATE ON role_grant FOR EACH ROW EXECUTE FUNCTION bangfu.keep_officers_apart();

-- ---------------------------------------------------------------- foreign keys and checks

ALTER TABLE "user" ADD FOREIGN KEY (organisation_id) REFERENCES organisation(id), ADD CHECK (status IN ('active', 'closed')), ADD CHECK (language IN ('zh', 'en'));
ALTER TABLE role ADD CHECK (officer IN ('system', 'security', 'audit'));
ALTER TABLE role_permission ADD CHECK (reach IN ('city', 'subtree', 'organisation', 'assigned')), ADD CHECK (mode IN ('read', 'write', 'none'));
ALTER TABLE role_grant ADD FOREIGN KEY (user_id) REFERENCES "user"(id), ADD FOREIGN KEY (role_code) REFERENCES role(code),
  ADD FOREIGN KEY (organisation_id) REFERENCES organisation(id), ADD CHECK (valid_to IS NULL OR valid_to >= valid_from);
CREATE UNIQUE INDEX one_open_grant ON role_grant (user_id, role_code, organisation_id) WHERE revoked_at IS NULL;
ALTER TABLE session ADD FOREIGN KEY (user_id) REFERENCES "user"(id);
ALTER TABLE api_token ADD FOREIGN KEY (user_id) REFERENCES "user"(id);
ALTER TABLE organisation_parent ADD FOREIGN KEY (organisation_id) REFERENCES organisation(id), ADD FOREIGN KEY (parent_id) REFERENCES organisation(id),
  ADD CHECK (organisation_id <> parent_id), ADD CHECK (valid_to IS NULL OR valid_to >= valid_from);
CREATE UNIQUE INDEX one_parent_now ON organisation_parent (organisation_id) WHERE valid_to IS NULL;
ALTER TABLE service_site ADD FOREIGN KEY (organisation_id) REFERENCES organisation(id), ADD CHECK (kind IN ('centre', 'station', 'point'));
ALTER TABLE employer_alias ADD FOREIGN KEY (employer_id) REFERENCES employer(id) ON DELETE CASCADE;
ALTER TABLE mediation_body ADD FOREIGN KEY (organisation_id) REFERENCES organisation(id), ADD CHECK (status IN ('preparing', 'listed', 'withdrawn'));
ALTER TABLE person ADD FOREIGN KEY (merged_into) REFERENCES person(id), ADD CHECK ((id_cipher IS NULL) = (id_index IS NULL)),
  ADD CHECK (merged_into IS NULL OR merged_into <> id), ADD CHECK (sex IN ('male', 'female'));
ALTER TABLE person_presence ADD FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE, ADD FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE bank_account ADD FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
ALTER TABLE household_member ADD FOREIGN KEY (household_id) REFERENCES household(id) ON DELETE CASCADE, ADD FOREIGN KEY (person_id) REFERENCES person(id),
  ADD CHECK (left_on IS NULL OR joined_on IS NULL OR left_on >= joined_on);
ALTER TABLE dispute ADD FOREIGN KEY (organisation_id) REFERENCES organisation(id), ADD FOREIGN KEY (employer_id) REFERENCES employer(id),
  ADD FOREIGN KEY (applicant_id) REFERENCES person(id), ADD CHECK (worker_count > 0), ADD CHECK (claimed_fen >= 0), ADD CHECK (agreed_fen >= 0), ADD CHECK (performed_fen >= 0),
  ADD CHECK (closed_on IS NULL OR accepted_on IS NULL OR closed_on >= accepted_on), ADD CHECK ((closed_on IS NULL) = (outcome IS NULL) OR status <> 'closed');
ALTER TABLE dispute_party ADD FOREIGN KEY (dispute_id) REFERENCES dispute(id) ON DELETE CASCADE, ADD CHECK (role IN ('applicant', 'respondent', 'third-party', 'agent'));
ALTER TABLE mass_incident ADD FOREIGN KEY (organisation_id) REFERENCES organisation(id), ADD CHECK (worker_count > 0);
ALTER TABLE petition ADD FOREIGN KEY (organisation_id) REFERENCES organisation(id), ADD FOREIGN KEY (petitioner_id) REFERENCES person(id), ADD CHECK (person_count > 0),
  ADD CHECK (closed_on IS NULL OR closed_on >= registered_on), ADD CHECK (contact_kind IN ('first', 'repeat'));
ALTER TABLE hardship_file ADD FOREIGN KEY (organisation_id) REFERENCES organisation(id), ADD FOREIGN KEY (household_id) REFERENCES household(id),
  ADD FOREIGN KEY (holder_id) REFERENCES person(id), ADD CHECK (household_size > 0), ADD CHECK (cardinality(other_causes) <= 3);
CREATE UNIQUE INDEX one_active_file_a_household ON hardship_file (household_id) WHERE status = 'active';
CREATE UNIQUE INDEX one_active_file_a_holder ON hardship_file (holder_id) WHERE status = 'active';
ALTER TABLE disbursement ADD FOREIGN KEY (organisation_id) REFERENCES organisation(id), ADD FOREIGN KEY (person_id) REFERENCES person(id),
  ADD CHECK (cash_fen >= 0 AND goods_fen >= 0 AND cash_fen + goods_fen > 0);
ALTER TABLE legal_aid_matter ADD FOREIGN KEY (organisation_id) REFERENCES organisation(id), ADD CHECK (kind IN ('service', 'case')), ADD CHECK (beneficiary_count > 0),
  ADD CHECK (closed_on IS NULL OR closed_on >= started_on);
ALTER TABLE clock ADD CHECK (state IN ('running', 'suspended', 'met', 'lapsed', 'cancelled')), ADD FOREIGN KEY (rule_id) REFERENCES clock_rule(id);
CREATE UNIQUE INDEX one_running_clock ON clock (subject_id, code) WHERE state IN ('running', 'suspended');
ALTER TABLE import_row ADD FOREIGN KEY (import_id) REFERENCES import(id) ON DELETE CASCADE,
  ADD CHECK (outcome IN ('created', 'updated', 'unchanged', 'duplicate', 'rejected', 'ignored'));
ALTER TABLE report_figure ADD FOREIGN KEY (report_id) REFERENCES report(id) ON DELETE CASCADE;
ALTER TABLE outbox ADD CHECK (status IN ('waiting', 'running', 'done', 'failed', 'cancelled'));
ALTER TABLE audit_link ADD FOREIGN KEY (entry_id) REFERENCES audit_entry(id);

CREATE INDEX person_search ON person USING gin (search_keys) WHERE merged_into IS NULL;
CREATE INDEX employer_search ON employer USING gin (search_keys);

-- ---------------------------------------------------------------- history: every version of what a report counts

-- Valid time stands in the rows' own dates, recorded time here: as of T means recorded_at <= T < superseded_at.
CREATE FUNCTION bangfu.keep_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    EXECUTE format('UPDATE history.%1$I h SET superseded_at = n.updated_at FROM changed n WHERE h.id = n.id AND h.superseded_at = ''infinity''', TG_TABLE_NAME);
  END IF;
  IF TG_OP = 'DELETE' THEN
    EXECUTE format('UPDATE history.%1$I h SET superseded_at = greatest(now(), h.recorded_at) FROM changed n WHERE h.id = n.id AND h.superseded_at = ''infinity''', TG_TABLE_NAME);
  ELSE
    EXECUTE format('INSERT INTO history.%1$I SELECT n.updated_at, ''infinity'', n.* FROM changed n', TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['dispute', 'mass_incident', 'petition', 'hardship_file', 'disbursement', 'legal_aid_matter'] LOOP
    EXECUTE format('CREATE TABLE history.%1$I (recorded_at timestamptz(3) NOT NULL, superseded_at timestamptz(3) NOT NULL, LIKE public.%1$I)', t);
    EXECUTE format('CREATE UNIQUE INDEX %1$s_one_current ON history.%1$I (id) WHERE superseded_at = ''infinity''', t);
    EXECUTE format('CREATE INDEX %1$s_versions ON history.%1$I (id, recorded_at)', t);
    EXECUTE format('CREATE TRIGGER keep_created AFTER INSERT ON public.%1$I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bangfu.keep_version()', t);
    EXECUTE format('CREATE TRIGGER keep_updated AFTER UPDATE ON public.%1$I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bangfu.keep_version()', t);
    EXECUTE format('CREATE TRIGGER keep_deleted AFTER DELETE ON public.%1$I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bangfu.keep_version()', t);
  END LOOP;
END $$;
CREATE INDEX dispute_history_registered ON history.dispute (registered_on);
CREATE INDEX dispute_history_accepted ON history.dispute (accepted_on);
CREATE INDEX dispute_history_closed ON history.dispute (closed_on);
CREATE INDEX petition_history_registered ON history.petition (registered_on);
CREATE INDEX petition_history_closed ON history.petition (closed_on);
CREATE INDEX hardship_history_filed ON history.hardship_file (filed_on);
CREATE INDEX disbursement_history_paid ON history.disbursement (paid_on);

-- ---------------------------------------------------------------- audit: append only, chained by one sealer

CREATE FUNCTION bangfu.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'BF002', CONSTRAINT = 'append_only'; END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION bangfu.refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION bangfu.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_link FOR EACH ROW EXECUTE FUNCTION bangfu.refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON audit_link FOR EACH STATEMENT EXECUTE FUNCTION bangfu.refuse_change();

CREATE FUNCTION bangfu.await_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN INSERT INTO public.audit_pending (entry_id) SELECT id FROM added; RETURN NULL; END $$;
CREATE TRIGGER await_seal AFTER INSERT ON audit_entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION bangfu.await_seal();

-- The one text of an entry that is hashed, exported and verified: JSON with its keys in this order.
CREATE FUNCTION bangfu.audit_text(e public.audit_entry) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT json_build_object('id', e.id, 'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'type', e.type, 'actorId', e.actor_id, 'actorName', e.actor_name,
    'organisationId', e.organisation_id, 'subjectNoun', e.subject_noun, 'subjectId', e.subject_id, 'address', e.address, 'requestId', e.request_id, 'details', e.details)::text $$;

-- Gives up to a_limit waiting entries their place. Only one sealer at a time; writers never wait for it.
CREATE FUNCTION bangfu.seal_audit(a_limit int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE last_seq bigint; last_hash bytea; sealed int := 0; e record;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('audit sealer', 0)) THEN RETURN 0; END IF;
  SELECT seq, hash INTO last_seq, last_hash FROM public.audit_link ORDER BY seq DESC LIMIT 1;
  last_seq := coalesce(last_seq, 0);
  last_hash := coalesce(last_hash, sha256(convert_to('bangfu audit', 'UTF8')));
  FOR e IN SELECT a.id, bangfu.audit_text(a) AS text FROM public.audit_pending p JOIN public.audit_entry a ON a.id = p.entry_id ORDER BY a.id LIMIT a_limit LOOP
    last_seq := last_seq + 1;
    last_hash := sha256(last_hash || convert_to(last_seq || ' ' || e.text, 'UTF8'));
    INSERT INTO public.audit_link (seq, entry_id, hash) VALUES (last_seq, e.id, last_hash);
    DELETE FROM public.audit_pending WHERE entry_id = e.id;
    sealed := sealed + 1;
  END LOOP;
  RETURN sealed;
END $$;

-- How many entries wait: a number for the monitor, which may not read the trail.
CREATE FUNCTION bangfu.audit_waiting() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER AS $$ SELECT count(*) FROM public.audit_pending $$;

-- How often a name that nobody has was refused within a day: for the gate, which locks such a name like any other.
CREATE INDEX refused_names ON audit_entry ((details ->> 'nameHash'), at) WHERE type = 'session.refused';
CREATE FUNCTION bangfu.refusals_of_name(a_hash text) RETURNS TABLE (times int, last timestamptz) LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT count(*)::int, max(e.at) FROM public.audit_entry e
  WHERE e.type = 'session.refused' AND e.details ->> 'nameHash' = a_hash AND e.details ->> 'why' = 'access.wrong-credentials' AND e.at > now() - interval '1 day'
    AND bangfu.actor() = '00000000-0000-7000-8000-000000000001' $$;

-- ---------------------------------------------------------------- numbers without gaps

CREATE FUNCTION bangfu.next_number(a_kind text, a_organisation uuid, a_year int) RETURNS int LANGUAGE sql SECURITY DEFINER AS $$
  INSERT INTO public.number_sequence (kind, organisation_id, year, last) SELECT a_kind, a_organisation, a_year, 1 WHERE bangfu.actor() IS NOT NULL
  ON CONFLICT (kind, organisation_id, year) DO UPDATE SET last = number_sequence.last + 1 RETURNING last $$;

-- ---------------------------------------------------------------- people across centres

-- Whoever holds a person's full ID number may deal with the person: finds the one record and notes the presence.
CREATE FUNCTION bangfu.meet_person(a_index bytea, a_organisation uuid) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE found uuid;
BEGIN
  IF NOT (bangfu.everything('person', 'write') OR a_organisation = ANY (bangfu.organisations('person', 'write'))) THEN RETURN NULL; END IF;
  SELECT coalesce(merged_into, id) INTO found FROM public.person WHERE id_index = a_index;
  IF found IS NOT NULL THEN INSERT INTO public.person_presence (person_id, organisation_id) VALUES (found, a_organisation) ON CONFLICT DO NOTHING; END IF;
  RETURN found;
END $$;

-- ---------------------------------------------------------------- row-level security

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO bangfu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA history TO bangfu_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bangfu TO bangfu_app;
REVOKE ALL ON FUNCTION bangfu.refresh_reach(uuid) FROM PUBLIC;
REVOKE UPDATE, DELETE ON audit_entry FROM bangfu_app;
REVOKE INSERT, UPDATE, DELETE ON audit_link, audit_pending, reach, number_sequence FROM bangfu_app;
REVOKE DELETE ON "user", role_grant, session, api_token, organisation, organisation_parent, person_merge, clock, data_key, report FROM bangfu_app;
DO $$ BEGIN IF to_regclass('public._prisma_migrations') IS NOT NULL THEN REVOKE INSERT, UPDATE, DELETE ON public._prisma_migrations FROM bangfu_app; END IF; END $$;

-- A policy text for rows that belong to an organisation and perhaps to the one who handles them.
CREATE FUNCTION bangfu.policy_text(noun text, mode text, handler text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format('(SELECT bangfu.everything(%1$L, %2$L)) OR organisation_id = ANY ((SELECT bangfu.organisations(%1$L, %2$L))::uuid[])', noun, mode)
    || CASE WHEN handler IS NULL THEN '' ELSE format(' OR (%3$I = (SELECT bangfu.actor()) AND (SELECT bangfu.assigned(%1$L, %2$L)))', noun, mode, handler) END $$;

DO $$
DECLARE t record; s text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t.tablename);
  END LOOP;
  FOR t IN SELECT * FROM (VALUES
    ('dispute', 'dispute', 'mediator_id'), ('petition', 'petition', 'handler_id'), ('mass_incident', 'mass-incident', NULL), ('hardship_file', 'hardship', NULL),
    ('household', 'hardship', NULL), ('disbursement', 'disbursement', NULL), ('legal_aid_matter', 'legal-aid', 'lawyer_id'), ('import', 'import', NULL), ('import_row', 'import', NULL),
    ('report', 'report', NULL), ('mediation_body', 'mediation-body', NULL)
  ) AS v(tab, noun, handler) LOOP
    EXECUTE format('CREATE POLICY seen ON public.%I FOR SELECT USING (%s)', t.tab, bangfu.policy_text(t.noun, 'read', t.handler));
    EXECUTE format('CREATE POLICY added ON public.%I FOR INSERT WITH CHECK (%s)', t.tab, bangfu.policy_text(t.noun, 'write', t.handler));
    EXECUTE format('CREATE POLICY changed ON public.%I FOR UPDATE USING (%s) WITH CHECK (%s)', t.tab, bangfu.policy_text(t.noun, 'write', t.handler), bangfu.policy_text(t.noun, 'write', t.handler));
    EXECUTE format('CREATE POLICY removed ON public.%I FOR DELETE USING (%s)', t.tab, bangfu.policy_text(t.noun, 'write', t.handler));
    IF to_regclass('history.' || t.tab) IS NOT NULL THEN
      EXECUTE format('ALTER TABLE history.%I ENABLE ROW LEVEL SECURITY', t.tab);
      EXECUTE format('CREATE POLICY seen ON history.%I FOR SELECT USING (%s)', t.tab, bangfu.policy_text(t.noun, 'read', t.handler));
    END IF;
  END LOOP;

  -- A child row is seen and changed with its parent; writing asks the parent's own policy by locking it for update.
  FOR t IN SELECT * FROM (VALUES ('dispute_party', 'dispute', 'dispute_id', 'dispute', 'mediator_id'), ('household_member', 'household', 'household_id', 'hardship', NULL), ('report_figure', 'report', 'report_id', 'report', NULL)) AS v(tab, parent, key, noun, handler) LOOP
    EXECUTE format('CREATE POLICY seen ON public.%1$I FOR SELECT USING (EXISTS (SELECT FROM public.%2$I p WHERE p.id = %3$I))', t.tab, t.parent, t.key);
    s := format('EXISTS (SELECT FROM public.%1$I p WHERE p.id = %2$I AND (%3$s))', t.parent, t.key, replace(bangfu.policy_text(t.noun, 'write', t.handler), 'organisation_id =', 'p.organisation_id ='));
    EXECUTE format('CREATE POLICY added ON public.%1$I FOR INSERT WITH CHECK (%2$s)', t.tab, s);
    EXECUTE format('CREATE POLICY changed ON public.%1$I FOR UPDATE USING (%2$s) WITH CHECK (%2$s)', t.tab, s);
    EXECUTE format('CREATE POLICY removed ON public.%1$I FOR DELETE USING (%2$s)', t.tab, s);
  END LOOP;

  -- Reference data: everybody who is somebody reads it, those who keep the noun write it.
  FOR t IN SELECT * FROM (VALUES ('employer', 'employer'), ('employer_alias', 'employer'), ('division', 'parameter'), ('calendar_day', 'parameter'),
    ('calendar_year', 'parameter'), ('clock_rule', 'parameter'), ('role', 'role'), ('role_permission', 'role'), ('data_key', 'key')) AS v(tab, noun) LOOP
    EXECUTE format('CREATE POLICY seen ON public.%I FOR SELECT USING ((SELECT bangfu.actor()) IS NOT NULL)', t.tab);
    s := CASE WHEN t.noun = 'employer' THEN format('(SELECT bangfu.everything(%1$L, %2$L)) OR cardinality((SELECT bangfu.organisations(%1$L, %2$L))::uuid[]) > 0', t.noun, 'write')
              ELSE format('(SELECT bangfu.everything(%L, %L))', t.noun, 'write') END;
    EXECUTE format('CREATE POLICY added ON public.%I FOR INSERT WITH CHECK (%s)', t.tab, s);
    EXECUTE format('CREATE POLICY changed ON public.%I FOR UPDATE USING (%s) WITH CHECK (%s)', t.tab, s, s);
    EXECUTE format('CREATE POLICY removed ON public.%I FOR DELETE USING (%s)', t.tab, s);
  END LOOP;
END $$;

CREATE POLICY seen ON organisation FOR SELECT USING ((SELECT bangfu.actor()) IS NOT NULL);
CREATE POLICY added ON organisation FOR INSERT WITH CHECK ((SELECT bangfu.everything('organisation', 'write')) OR cardinality((SELECT bangfu.organisations('organisation', 'write'))::uuid[]) > 0);
CREATE POLICY changed ON organisation FOR UPDATE USING ((SELECT bangfu.everything('organisation', 'write')) OR id = ANY ((SELECT bangfu.organisations('organisation', 'write'))::uuid[]));

CREATE POLICY seen ON service_site FOR SELECT USING ((SELECT bangfu.actor()) IS NOT NULL);
CREATE POLICY added ON service_site FOR INSERT WITH CHECK ((SELECT bangfu.everything('organisation', 'write')) OR organisation_id = ANY ((SELECT bangfu.organisations('organisation', 'write'))::uuid[]));
CREATE POLICY changed ON service_site FOR UPDATE USING ((SELECT bangfu.everything('organisation', 'write')) OR organisation_id = ANY ((SELECT bangfu.organisations('organisation', 'write'))::uuid[]));

-- Never in the tree so far, neither above nor below: what has just been made.
CREATE FUNCTION bangfu.is_unplaced(a_organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT NOT EXISTS (SELECT FROM public.organisation_parent p WHERE p.organisation_id = a_organisation OR p.parent_id = a_organisation) $$;

-- Whose child an organisation is: written by who reaches both; otherwise whoever has a subtree could draw another's into it.
CREATE POLICY seen ON organisation_parent FOR SELECT USING ((SELECT bangfu.actor()) IS NOT NULL);
CREATE POLICY added ON organisation_parent FOR INSERT WITH CHECK ((SELECT bangfu.everything('organisation', 'write')) OR (parent_id = ANY ((SELECT bangfu.organisations('organisation', 'write'))::uuid[])
  AND (organisation_id = ANY ((SELECT bangfu.organisations('organisation', 'write'))::uuid[]) OR bangfu.is_unplaced(organisation_id))));
CREATE POLICY changed ON organisation_parent FOR UPDATE USING ((SELECT bangfu.everything('organisation', 'write'))
  OR (organisation_id = ANY ((SELECT bangfu.organisations('organisation', 'write'))::uuid[]) AND parent_id = ANY ((SELECT bangfu.organisations('organisation', 'write'))::uuid[])));

-- A user sees the own account, and those of the organisations that the grant reaches.
CREATE POLICY seen ON "user" FOR SELECT USING (id = (SELECT bangfu.actor()) OR (SELECT bangfu.everything('user', 'read')) OR organisation_id = ANY ((SELECT bangfu.organisations('user', 'read'))::uuid[]));
CREATE POLICY added ON "user" FOR INSERT WITH CHECK ((SELECT bangfu.everything('user', 'write')) OR organisation_id = ANY ((SELECT bangfu.organisations('user', 'write'))::uuid[]));
CREATE POLICY changed ON "user" FOR UPDATE USING (id = (SELECT bangfu.actor()) OR (SELECT bangfu.everything('user', 'write')) OR organisation_id = ANY ((SELECT bangfu.organisations('user', 'write'))::uuid[]));
CREATE POLICY seen ON role_grant FOR SELECT USING (user_id = (SELECT bangfu.actor()) OR (SELECT bangfu.everything('grant', 'read')) OR organisation_id = ANY ((SELECT bangfu.organisations('grant', 'read'))::uuid[]));
CREATE POLICY added ON role_grant FOR INSERT WITH CHECK (user_id <> (SELECT bangfu.actor()) AND ((SELECT bangfu.everything('grant', 'write')) OR organisation_id = ANY ((SELECT bangfu.organisations('grant', 'write'))::uuid[])));
CREATE POLICY changed ON role_grant FOR UPDATE USING (user_id <> (SELECT bangfu.actor()) AND ((SELECT bangfu.everything('grant', 'write')) OR organisation_id = ANY ((SELECT bangfu.organisations('grant', 'write'))::uuid[])));
CREATE POLICY seen ON reach FOR SELECT USING (user_id = (SELECT bangfu.actor()) OR (SELECT bangfu.everything('grant', 'read')));
-- Sessions and tokens belong to their user, and to whoever keeps the sessions of the user's organisation.
CREATE POLICY seen ON session FOR SELECT USING (user_id = (SELECT bangfu.actor()) OR (SELECT bangfu.everything('session', 'read'))
  OR EXISTS (SELECT FROM "user" u WHERE u.id = user_id AND u.organisation_id = ANY ((SELECT bangfu.organisations('session', 'read'))::uuid[])));
-- The gate alone opens sessions (libs/rules/src/access/system-actors.ts).
CREATE POLICY added ON session FOR INSERT WITH CHECK ((SELECT bangfu.actor()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY changed ON session FOR UPDATE USING (user_id = (SELECT bangfu.actor()) OR (SELECT bangfu.everything('session', 'write'))
  OR EXISTS (SELECT FROM "user" u WHERE u.id = user_id AND u.organisation_id = ANY ((SELECT bangfu.organisations('session', 'write'))::uuid[])));
CREATE POLICY seen ON api_token FOR SELECT USING (user_id = (SELECT bangfu.actor()) OR (SELECT bangfu.everything('session', 'read'))
  OR EXISTS (SELECT FROM "user" u WHERE u.id = user_id AND u.organisation_id = ANY ((SELECT bangfu.organisations('session', 'read'))::uuid[])));
CREATE POLICY added ON api_token FOR INSERT WITH CHECK (user_id = (SELECT bangfu.actor()));
CREATE POLICY changed ON api_token FOR UPDATE USING (user_id = (SELECT bangfu.actor()) OR (SELECT bangfu.everything('session', 'write'))
  OR EXISTS (SELECT FROM "user" u WHERE u.id = user_id AND u.organisation_id = ANY ((SELECT bangfu.organisations('session', 'write'))::uuid[])));
CREATE POLICY own ON idempotent_answer FOR ALL USING (user_id = (SELECT bangfu.actor())) WITH CHECK (user_id = (SELECT bangfu.actor()));

-- People: seen where an organisation in reach deals with them.
CREATE POLICY seen ON person_presence FOR SELECT USING ((SELECT bangfu.everything('person', 'read')) OR organisation_id = ANY ((SELECT bangfu.organisations('person', 'read'))::uuid[]));
-- A presence opens the person's record: only for somebody new, or seen already. Whoever is elsewhere is met by the full ID number.
CREATE FUNCTION bangfu.may_take_up(a_person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT NOT EXISTS (SELECT FROM public.person_presence pp WHERE pp.person_id = a_person)
      OR EXISTS (SELECT FROM public.person_presence pp WHERE pp.person_id = a_person AND pp.organisation_id = ANY (bangfu.organisations('person', 'read'))) $$;
CREATE POLICY added ON person_presence FOR INSERT WITH CHECK ((SELECT bangfu.everything('person', 'write'))
  OR (organisation_id = ANY ((SELECT bangfu.organisations('person', 'write'))::uuid[]) AND bangfu.may_take_up(person_id)));
CREATE POLICY removed ON person_presence FOR DELETE USING ((SELECT bangfu.everything('person', 'write')) OR organisation_id = ANY ((SELECT bangfu.organisations('person', 'write'))::uuid[]));
CREATE POLICY seen ON person FOR SELECT USING ((SELECT bangfu.everything('person', 'read'))
  OR EXISTS (SELECT FROM person_presence pp WHERE pp.person_id = person.id AND pp.organisation_id = ANY ((SELECT bangfu.organisations('person', 'read'))::uuid[])));
CREATE POLICY added ON person FOR INSERT WITH CHECK ((SELECT bangfu.everything('person', 'write')) OR cardinality((SELECT bangfu.organisations('person', 'write'))::uuid[]) > 0);
CREATE POLICY changed ON person FOR UPDATE USING ((SELECT bangfu.everything('person', 'write'))
  OR EXISTS (SELECT FROM person_presence pp WHERE pp.person_id = person.id AND pp.organisation_id = ANY ((SELECT bangfu.organisations('person', 'write'))::uuid[])));
CREATE POLICY removed ON person FOR DELETE USING ((SELECT bangfu.everything('person', 'write')));
CREATE POLICY seen ON bank_account FOR SELECT USING (EXISTS (SELECT FROM person p WHERE p.id = person_id));
CREATE POLICY added ON bank_account FOR INSERT WITH CHECK ((SELECT bangfu.everything('person', 'write'))
  OR EXISTS (SELECT FROM person_presence pp WHERE pp.person_id = bank_account.person_id AND pp.organisation_id = ANY ((SELECT bangfu.organisations('person', 'write'))::uuid[])));
CREATE POLICY removed ON bank_account FOR DELETE USING ((SELECT bangfu.everything('person', 'write')));
CREATE POLICY seen ON person_merge FOR SELECT USING (EXISTS (SELECT FROM person p WHERE p.id = kept_id));
CREATE POLICY added ON person_merge FOR INSERT WITH CHECK ((SELECT bangfu.everything('person-merge', 'write')));
CREATE POLICY changed ON person_merge FOR UPDATE USING ((SELECT bangfu.everything('person-merge', 'write')));

-- Clocks and timelines follow the case they belong to.
CREATE POLICY seen ON clock FOR SELECT USING (CASE noun
  WHEN 'dispute' THEN EXISTS (SELECT FROM dispute s WHERE s.id = subject_id) WHEN 'petition' THEN EXISTS (SELECT FROM petition s WHERE s.id = subject_id)
  WHEN 'hardship' THEN EXISTS (SELECT FROM hardship_file s WHERE s.id = subject_id) WHEN 'legal-aid' THEN EXISTS (SELECT FROM legal_aid_matter s WHERE s.id = subject_id) ELSE false END);
CREATE POLICY added ON clock FOR INSERT WITH CHECK ((SELECT bangfu.everything(noun, 'write')) OR organisation_id = ANY (bangfu.organisations(noun, 'write')) OR (owner_id = bangfu.actor() AND bangfu.assigned(noun, 'write')));
CREATE POLICY changed ON clock FOR UPDATE USING ((SELECT bangfu.everything('clock', 'write')) OR bangfu.everything(noun, 'write') OR organisation_id = ANY (bangfu.organisations(noun, 'write')) OR (owner_id = bangfu.actor() AND bangfu.assigned(noun, 'write')));
CREATE POLICY seen ON activity FOR SELECT USING (CASE noun
  WHEN 'dispute' THEN EXISTS (SELECT FROM dispute s WHERE s.id = subject_id) WHEN 'petition' THEN EXISTS (SELECT FROM petition s WHERE s.id = subject_id)
  WHEN 'hardship' THEN EXISTS (SELECT FROM hardship_file s WHERE s.id = subject_id) WHEN 'legal-aid' THEN EXISTS (SELECT FROM legal_aid_matter s WHERE s.id = subject_id)
  WHEN 'disbursement' THEN EXISTS (SELECT FROM disbursement s WHERE s.id = subject_id) WHEN 'person' THEN EXISTS (SELECT FROM person s WHERE s.id = subject_id) ELSE false END);
CREATE POLICY added ON activity FOR INSERT WITH CHECK (actor_id = (SELECT bangfu.actor()));
CREATE POLICY changed ON activity FOR UPDATE USING ((SELECT bangfu.everything('person-merge', 'write')));
CREATE POLICY removed ON activity FOR DELETE USING ((SELECT bangfu.everything('import', 'write')) OR organisation_id = ANY ((SELECT bangfu.organisations('import', 'write'))::uuid[]));

-- Files are seen through what names them.
CREATE POLICY seen ON blob FOR SELECT USING (EXISTS (SELECT FROM import i WHERE i.file_hash = hash));
CREATE POLICY added ON blob FOR INSERT WITH CHECK ((SELECT bangfu.actor()) IS NOT NULL);
CREATE POLICY kept ON import_key FOR ALL USING ((SELECT bangfu.everything('import', 'write')) OR cardinality((SELECT bangfu.organisations('import', 'write'))::uuid[]) > 0);

-- Audit: written by whoever acts, read by the auditor.
CREATE POLICY seen ON audit_entry FOR SELECT USING ((SELECT bangfu.everything('audit', 'read')));
CREATE POLICY added ON audit_entry FOR INSERT WITH CHECK (actor_id = (SELECT bangfu.actor()));
CREATE POLICY seen ON audit_link FOR SELECT USING ((SELECT bangfu.everything('audit', 'read')));
CREATE POLICY seen ON audit_pending FOR SELECT USING ((SELECT bangfu.everything('audit', 'read')));

-- Work asked for: by anybody in an own transaction and in the own name, for the worker does it with the rights of who asked.
CREATE POLICY seen ON outbox FOR SELECT USING (requested_by = (SELECT bangfu.actor()) OR (SELECT bangfu.everything('job', 'read')));
CREATE POLICY added ON outbox FOR INSERT WITH CHECK (requested_by = (SELECT bangfu.actor()));
CREATE POLICY changed ON outbox FOR UPDATE USING ((SELECT bangfu.everything('job', 'write')));
