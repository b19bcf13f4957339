-- One household, one file, kept true: the application and everything that hangs on it, the notices without which nothing is
-- taken from a family, certificates, candidates, pairs, and the rules by which all of it is decided.

-- ---------------------------------------------------------------- the file

ALTER TABLE hardship_file DISABLE TRIGGER USER;
DO $$
DECLARE s text;
BEGIN
  FOREACH s IN ARRAY ARRAY['public', 'history'] LOOP
    EXECUTE format($f$ALTER TABLE %I.hardship_file
      ALTER COLUMN hardship_class DROP NOT NULL, ALTER COLUMN filed_on DROP NOT NULL,
      ADD COLUMN begun_on date, ADD COLUMN received_on date, ADD COLUMN form jsonb, ADD COLUMN facts_cipher bytea,
      ADD COLUMN handler_id uuid, ADD COLUMN handler_name text, ADD COLUMN reviewed_on date, ADD COLUMN review_on date, ADD COLUMN review_reasons jsonb,
      ADD COLUMN end_ground text, ADD COLUMN earlier_file_id uuid$f$, s);
    EXECUTE format('UPDATE %I.hardship_file SET begun_on = filed_on', s);
    EXECUTE format('ALTER TABLE %I.hardship_file ALTER COLUMN begun_on SET NOT NULL', s);
  END LOOP;
END $$;
ALTER TABLE hardship_file ENABLE TRIGGER USER;
ALTER TABLE hardship_file ALTER COLUMN begun_on SET DEFAULT (now() AT TIME ZONE 'Asia/Shanghai')::date,
  ADD FOREIGN KEY (handler_id) REFERENCES "user"(id), ADD FOREIGN KEY (earlier_file_id) REFERENCES hardship_file(id),
  ADD CONSTRAINT on_file_has_a_class CHECK (filed_on IS NULL OR hardship_class IS NOT NULL),
  ADD CONSTRAINT on_file_has_a_day CHECK (filed_on IS NOT NULL OR status IN ('draft', 'submitted', 'sent_back', 'prelim_ok', 'visited', 'verifying', 'verified', 'reviewed', 'notice',
    'objected', 'approved', 'refused', 'withdrawn'));
DROP INDEX hardship_file_organisation_id_filed_on_id_idx, hardship_file_filed_on_id_idx;
CREATE INDEX hardship_file_newest ON hardship_file (begun_on DESC, id DESC);
CREATE INDEX hardship_file_newest_of ON hardship_file (organisation_id, begun_on DESC, id DESC);
CREATE INDEX hardship_file_by_status ON hardship_file (status, begun_on DESC, id DESC);
CREATE INDEX hardship_file_by_class ON hardship_file (hardship_class, begun_on DESC, id DESC);
CREATE INDEX hardship_file_of_handler ON hardship_file (handler_id, begun_on DESC, id DESC) WHERE handler_id IS NOT NULL;
CREATE INDEX hardship_file_review_due ON hardship_file (review_on) WHERE status IN ('active', 'under_review', 'class_notice', 'class_objected', 'exit_notice', 'exit_objected');

-- Applying or on file: libs/rules/src/hardship/file-lifecycle.ts, applyingStatuses and onFileStatuses.
CREATE FUNCTION bangfu.file_is_open(a_status text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT a_status NOT IN ('lifted', 'exited_other', 'transferred', 'returned', 'refused', 'withdrawn') $$;

DROP INDEX one_active_file_a_household, one_active_file_a_holder;
CREATE UNIQUE INDEX one_open_file_a_household ON hardship_file (household_id) WHERE bangfu.file_is_open(status);
CREATE UNIQUE INDEX one_open_file_a_holder ON hardship_file (holder_id) WHERE bangfu.file_is_open(status);

-- ---------------------------------------------------------------- a person has a seat in one open file

CREATE TABLE hardship_seat (person_id uuid NOT NULL, file_id uuid NOT NULL REFERENCES hardship_file(id) ON DELETE CASCADE,
  CONSTRAINT one_open_file_a_person PRIMARY KEY (person_id));
CREATE INDEX hardship_seat_of_file ON hardship_seat (file_id);

-- Kept by the database alone, so that two files of one person cannot come about in any way.
CREATE FUNCTION bangfu.seat_households(a_households uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM hardship_seat s USING hardship_file f WHERE f.id = s.file_id AND f.household_id = ANY (a_households);
  INSERT INTO hardship_seat (person_id, file_id)
  SELECT x.person_id, f.id FROM hardship_file f CROSS JOIN LATERAL (
    SELECT f.holder_id AS person_id UNION SELECT m.person_id FROM household_member m WHERE m.household_id = f.household_id AND m.left_on IS NULL) x
  WHERE f.household_id = ANY (a_households) AND bangfu.file_is_open(f.status) ORDER BY x.person_id;
END $$;
REVOKE ALL ON FUNCTION bangfu.seat_households(uuid[]) FROM PUBLIC;

CREATE FUNCTION bangfu.seats_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN PERFORM bangfu.seat_households(array_agg(DISTINCT household_id)) FROM changed; RETURN NULL; END $$;
CREATE FUNCTION bangfu.seats_follow_update() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN PERFORM bangfu.seat_households(array_agg(DISTINCT h)) FROM (SELECT household_id AS h FROM changed UNION SELECT household_id FROM was) x; RETURN NULL; END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['hardship_file', 'household_member'] LOOP
    EXECUTE format('CREATE TRIGGER seats_follow_added AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bangfu.seats_follow()', t);
    EXECUTE format('CREATE TRIGGER seats_follow_changed AFTER UPDATE ON %I REFERENCING OLD TABLE AS was NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bangfu.seats_follow_update()', t);
    EXECUTE format('CREATE TRIGGER seats_follow_removed AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bangfu.seats_follow()', t);
  END LOOP;
END $$;
SELECT bangfu.seat_households(array_agg(DISTINCT household_id)) FROM hardship_file;

-- ---------------------------------------------------------------- what hangs on a file

CREATE TABLE eligibility_rule (
  id text PRIMARY KEY, code text NOT NULL, version int NOT NULL, valid_from date NOT NULL, valid_to date CHECK (valid_to >= valid_from),
  unverified boolean NOT NULL, body jsonb NOT NULL, made_by uuid REFERENCES "user"(id), agreed_by uuid REFERENCES "user"(id), published_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (code, version), CONSTRAINT published_by_two CHECK (made_by IS NULL OR agreed_by IS NOT NULL AND agreed_by <> made_by)
);
CREATE TABLE subsistence_standard (
  id text PRIMARY KEY, division text NOT NULL, valid_from date NOT NULL, valid_to date CHECK (valid_to >= valid_from), version int NOT NULL, amount_fen bigint CHECK (amount_fen > 0), recalled_fen bigint,
  evidence text NOT NULL, unverified boolean NOT NULL, source text NOT NULL, made_by uuid REFERENCES "user"(id), agreed_by uuid REFERENCES "user"(id), published_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (division, valid_from, version), CONSTRAINT published_by_two CHECK (made_by IS NULL OR agreed_by IS NOT NULL AND agreed_by <> made_by)
);

CREATE TABLE attachment (
  id uuid PRIMARY KEY, noun text NOT NULL CHECK (noun IN ('hardship')), subject_id uuid NOT NULL, organisation_id uuid NOT NULL REFERENCES organisation(id), kind text NOT NULL, person_id uuid REFERENCES person(id),
  file_name text NOT NULL, media_type text NOT NULL, size int NOT NULL CHECK (size > 0), hash bytea NOT NULL, key_cipher bytea NOT NULL, scan text NOT NULL CHECK (scan IN ('clean', 'not-scanned')),
  added_by uuid NOT NULL, added_by_name text NOT NULL, added_at timestamptz(3) NOT NULL DEFAULT now(), removed_at timestamptz(3), removed_by uuid, removed_reason text, version int NOT NULL DEFAULT 1
);
CREATE INDEX attachment_of_subject ON attachment (subject_id);
CREATE INDEX attachment_by_hash ON attachment (hash);

CREATE TABLE hardship_consent (
  id uuid PRIMARY KEY, file_id uuid NOT NULL REFERENCES hardship_file(id), organisation_id uuid NOT NULL REFERENCES organisation(id), person_id uuid NOT NULL REFERENCES person(id),
  kind text NOT NULL CHECK (kind IN ('application', 'verification', 'guardian')), signed_on date NOT NULL, signed_by text NOT NULL, attachment_id uuid REFERENCES attachment(id),
  recorded_by uuid NOT NULL, recorded_at timestamptz(3) NOT NULL DEFAULT now(), withdrawn_on date, version int NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX one_consent_a_person ON hardship_consent (file_id, person_id, kind) WHERE withdrawn_on IS NULL;

CREATE TABLE hardship_worksheet (
  id uuid PRIMARY KEY, file_id uuid NOT NULL REFERENCES hardship_file(id), organisation_id uuid NOT NULL REFERENCES organisation(id), number int NOT NULL,
  status text NOT NULL CHECK (status IN ('draft', 'signed', 'checked', 'dropped')), period_from date NOT NULL, period_to date NOT NULL, sheet_cipher bytea NOT NULL,
  signed_on date, signed_by text, checked_at timestamptz(3), checked_by uuid, checked_by_name text, created_by uuid NOT NULL, created_by_name text NOT NULL, created_at timestamptz(3) NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1, UNIQUE (file_id, number), CHECK ((status IN ('signed', 'checked')) <= (signed_on IS NOT NULL)), CHECK ((status = 'checked') <= (checked_by IS NOT NULL)),
  CONSTRAINT not_checked_by_who_reckoned CHECK (checked_by <> created_by)
);
CREATE UNIQUE INDEX one_worksheet_in_work ON hardship_worksheet (file_id) WHERE status IN ('draft', 'signed');

CREATE TABLE hardship_assessment (
  id uuid PRIMARY KEY, file_id uuid NOT NULL REFERENCES hardship_file(id), organisation_id uuid NOT NULL REFERENCES organisation(id), worksheet_id uuid REFERENCES hardship_worksheet(id),
  rule_id text NOT NULL REFERENCES eligibility_rule(id), standard_id text REFERENCES subsistence_standard(id), received_on date NOT NULL, assessed_on date NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('eligible', 'not-eligible', 'undecided')), proposed text, opens_file boolean NOT NULL, unverified boolean NOT NULL, household_cipher bytea NOT NULL,
  wanted text, override_reason text, override_asked_by uuid, override_agreed_by uuid, override_agreed_at timestamptz(3),
  made_by uuid NOT NULL, made_by_name text NOT NULL, made_at timestamptz(3) NOT NULL DEFAULT now(), version int NOT NULL DEFAULT 1,
  CONSTRAINT overridden_by_two CHECK (override_agreed_by IS NULL OR (override_asked_by IS NOT NULL AND override_agreed_by <> override_asked_by AND length(override_reason) >= 10))
);
CREATE INDEX hardship_assessment_of_file ON hardship_assessment (file_id, made_at DESC, id DESC);

CREATE TABLE hardship_visit (
  id uuid PRIMARY KEY, file_id uuid NOT NULL REFERENCES hardship_file(id), organisation_id uuid NOT NULL REFERENCES organisation(id), purpose text NOT NULL CHECK (purpose IN ('intake', 'review')),
  visited_on date, visitors jsonb NOT NULL, form_cipher bytea NOT NULL, complete boolean NOT NULL DEFAULT false, made_by uuid NOT NULL, made_by_name text NOT NULL,
  made_at timestamptz(3) NOT NULL DEFAULT now(), updated_at timestamptz(3) NOT NULL DEFAULT now(), version int NOT NULL DEFAULT 1
);
CREATE INDEX hardship_visit_of_file ON hardship_visit (file_id);

CREATE TABLE hardship_verification (
  id uuid PRIMARY KEY, file_id uuid NOT NULL REFERENCES hardship_file(id), organisation_id uuid NOT NULL REFERENCES organisation(id), sent_on date NOT NULL, sent_by uuid NOT NULL,
  reported_on date CHECK (reported_on >= sent_on), valid_until date, findings_cipher bytea, recorded_by uuid, recorded_by_name text, version int NOT NULL DEFAULT 1
);
CREATE INDEX hardship_verification_of_file ON hardship_verification (file_id);

CREATE TABLE hardship_notice (
  id uuid PRIMARY KEY, file_id uuid NOT NULL REFERENCES hardship_file(id), organisation_id uuid NOT NULL REFERENCES organisation(id), kind text NOT NULL CHECK (kind IN ('application', 'lower', 'exit')),
  given_on date NOT NULL, clock_id uuid NOT NULL REFERENCES clock(id), phone text NOT NULL, place text, text_zh text NOT NULL, class_wanted text, ground text, reason text, told_on date,
  assessment_id uuid REFERENCES hardship_assessment(id), given_by uuid NOT NULL, given_by_name text NOT NULL, ended_on date,
  ended_how text CHECK (ended_how IN ('passed', 'withdrawn', 'upheld', 'refused', 'ended')), version int NOT NULL DEFAULT 1,
  CHECK ((ended_on IS NULL) = (ended_how IS NULL)), CHECK (kind = 'application' OR (told_on IS NOT NULL AND reason IS NOT NULL))
);
CREATE UNIQUE INDEX one_notice_at_a_time ON hardship_notice (file_id) WHERE ended_on IS NULL;

CREATE TABLE hardship_objection (
  id uuid PRIMARY KEY, notice_id uuid NOT NULL REFERENCES hardship_notice(id), file_id uuid NOT NULL REFERENCES hardship_file(id), organisation_id uuid NOT NULL REFERENCES organisation(id),
  objected_on date NOT NULL, objector_cipher bytea, content_cipher bytea NOT NULL, recorded_by uuid NOT NULL, recorded_at timestamptz(3) NOT NULL DEFAULT now(),
  decided_on date, decided_by uuid, decided_by_name text, upheld boolean, finding text, version int NOT NULL DEFAULT 1,
  CHECK ((decided_on IS NULL) = (upheld IS NULL)), CONSTRAINT not_decided_by_who_recorded CHECK (decided_by <> recorded_by)
);
CREATE INDEX hardship_objection_of_notice ON hardship_objection (notice_id);

-- Every move of a file as a row of its own: who, when, why, on what ground. Never changed.
CREATE TABLE hardship_decision (
  id uuid PRIMARY KEY, file_id uuid NOT NULL REFERENCES hardship_file(id), organisation_id uuid NOT NULL REFERENCES organisation(id), file_version int NOT NULL, move text NOT NULL,
  from_status text NOT NULL, to_status text NOT NULL, decided_on date NOT NULL, decided_by uuid NOT NULL, decided_by_name text NOT NULL, decided_at timestamptz(3) NOT NULL,
  class_before text, class_after text, ground text, reason text, assessment_id uuid REFERENCES hardship_assessment(id), notice_id uuid REFERENCES hardship_notice(id), details jsonb,
  CONSTRAINT one_decision_a_version UNIQUE (file_id, file_version)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON hardship_decision FOR EACH ROW EXECUTE FUNCTION bangfu.refuse_change();

CREATE TABLE hardship_certificate (
  id uuid PRIMARY KEY, file_id uuid NOT NULL REFERENCES hardship_file(id), organisation_id uuid NOT NULL REFERENCES organisation(id), number text NOT NULL UNIQUE, status text NOT NULL
    CHECK (status IN ('valid', 'lapsed', 'lost', 'replaced', 'cancelled')), issued_on date NOT NULL, valid_until date NOT NULL, token text NOT NULL UNIQUE, replaces_id uuid REFERENCES hardship_certificate(id),
  issued_by uuid NOT NULL, issued_by_name text NOT NULL, ended_on date, version int NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX one_certificate_a_file ON hardship_certificate (file_id) WHERE status IN ('valid', 'lapsed', 'lost');

-- ---------------------------------------------------------------- nothing is taken without a notice

-- The gravest class is 0: libs/rules/src/hardship/codes.ts.
CREATE FUNCTION bangfu.class_rank(a_class text) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE a_class WHEN 'severe' THEN 0 WHEN 'subsistence' THEN 1 WHEN 'deep' THEN 1 WHEN 'ordinary' THEN 2 WHEN 'near-subsistence' THEN 2 WHEN 'relative' THEN 2
    WHEN 'stricken' THEN 3 WHEN 'sudden' THEN 3 WHEN 'temporary' THEN 4 END $$;

-- A lower class, a lifting or a cancellation comes out of an announced notice whose days are over and to which nobody's
-- objection is open; the end by death or own request, and what a ledger of the past says, are no such change.
CREATE FUNCTION bangfu.guard_adverse() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE adverse boolean; day date := (NEW.updated_at AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
  IF NEW.import_row_id IS DISTINCT FROM OLD.import_row_id THEN RETURN NEW; END IF;
  adverse := NEW.status = 'lifted' AND OLD.status <> 'lifted'
    OR NEW.status = 'exited_other' AND OLD.status <> 'exited_other' AND coalesce(NEW.end_ground, '') NOT IN ('death', 'own-request')
    OR OLD.filed_on IS NOT NULL AND bangfu.file_is_open(NEW.status) AND bangfu.class_rank(NEW.hardship_class) > bangfu.class_rank(OLD.hardship_class);
  IF adverse AND NOT EXISTS (
    SELECT FROM public.hardship_notice n JOIN public.clock k ON k.id = n.clock_id
    WHERE n.file_id = NEW.id AND OLD.status = CASE n.kind WHEN 'lower' THEN 'class_notice' WHEN 'exit' THEN 'exit_notice' END AND (n.ended_on IS NULL OR n.ended_how = 'passed' AND n.ended_on >= day)
      AND k.due_on < day AND k.state <> 'suspended' AND NOT EXISTS (SELECT FROM public.hardship_objection o WHERE o.notice_id = n.id AND o.decided_on IS NULL)
  ) THEN RAISE EXCEPTION 'an adverse change without an elapsed notice' USING ERRCODE = 'BF003', CONSTRAINT = 'notice_before_adverse'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER notice_before_adverse BEFORE UPDATE ON hardship_file FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.hardship_class IS DISTINCT FROM NEW.hardship_class)
  EXECUTE FUNCTION bangfu.guard_adverse();

-- ---------------------------------------------------------------- helped elsewhere? both sides see that it was asked

CREATE TABLE elsewhere_question (
  id uuid PRIMARY KEY, asked_at timestamptz(3) NOT NULL, asked_by uuid NOT NULL, asked_by_name text NOT NULL, organisation_id uuid NOT NULL REFERENCES organisation(id), person_id uuid NOT NULL REFERENCES person(id),
  file_id uuid REFERENCES hardship_file(id), purpose text NOT NULL CHECK (purpose IN ('intake', 'approval')), answer boolean NOT NULL, other_organisation_id uuid REFERENCES organisation(id)
);
CREATE INDEX elsewhere_question_of_person ON elsewhere_question (person_id, asked_at DESC);
CREATE INDEX elsewhere_question_of_asker ON elsewhere_question (asked_by, asked_at DESC);
CREATE INDEX elsewhere_question_newest ON elsewhere_question (organisation_id, asked_at DESC);
CREATE INDEX elsewhere_question_other ON elsewhere_question (other_organisation_id, asked_at DESC) WHERE other_organisation_id IS NOT NULL;

-- ---------------------------------------------------------------- the finder, pairs, and rules before they hold

CREATE TABLE hardship_candidate (
  id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation(id), person_id uuid NOT NULL REFERENCES person(id), file_id uuid REFERENCES hardship_file(id), reasons jsonb NOT NULL,
  priority int NOT NULL, found_on date NOT NULL, due_on date NOT NULL, owner_id uuid REFERENCES "user"(id), owner_name text, status text NOT NULL CHECK (status IN ('open', 'closed')),
  closed_on date, closed_by uuid, closed_by_name text, closing text CHECK (closing IN ('filed', 'helped', 'government-aid', 'not-eligible', 'declined', 'unreachable')), closing_note text, closing_details jsonb,
  updated_at timestamptz(3) NOT NULL DEFAULT now(), version int NOT NULL DEFAULT 1, CHECK ((status = 'closed') = (closing IS NOT NULL)), CHECK ((closing IS NULL) = (closed_by IS NULL))
);
CREATE UNIQUE INDEX one_open_candidate_a_person ON hardship_candidate (person_id) WHERE status = 'open';
CREATE INDEX hardship_candidate_newest ON hardship_candidate (found_on DESC, id DESC);
CREATE INDEX hardship_candidate_newest_of ON hardship_candidate (organisation_id, found_on DESC, id DESC);
CREATE INDEX hardship_candidate_of_owner ON hardship_candidate (owner_id, due_on) WHERE status = 'open';

CREATE TABLE pairing (
  id uuid PRIMARY KEY, file_id uuid NOT NULL REFERENCES hardship_file(id), organisation_id uuid NOT NULL REFERENCES organisation(id), cadre_id uuid REFERENCES "user"(id), cadre_name text NOT NULL, cadre_post text,
  paired_on date NOT NULL, ended_on date CHECK (ended_on >= paired_on), ended_reason text, made_by uuid NOT NULL, version int NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX one_cadre_a_family ON pairing (file_id) WHERE ended_on IS NULL;
CREATE TABLE pairing_contact (
  id uuid PRIMARY KEY, pairing_id uuid NOT NULL REFERENCES pairing(id), organisation_id uuid NOT NULL REFERENCES organisation(id), contacted_on date NOT NULL, form text NOT NULL CHECK (form IN ('visit', 'call', 'message', 'other')),
  note text NOT NULL, recorded_by uuid NOT NULL, recorded_by_name text NOT NULL, recorded_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX pairing_contact_of_pair ON pairing_contact (pairing_id, contacted_on DESC);

CREATE TABLE policy_draft (
  id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation(id), kind text NOT NULL CHECK (kind IN ('rule', 'standard')), name text NOT NULL, changes jsonb NOT NULL, valid_from date NOT NULL, reason text NOT NULL,
  status text NOT NULL CHECK (status IN ('draft', 'trying', 'tried', 'agreed', 'published', 'dropped')), effect jsonb, made_by uuid NOT NULL, made_by_name text NOT NULL, made_at timestamptz(3) NOT NULL DEFAULT now(),
  agreed_by uuid, agreed_by_name text, agreed_at timestamptz(3), published_at timestamptz(3), version int NOT NULL DEFAULT 1,
  CONSTRAINT agreed_by_another CHECK (agreed_by <> made_by), CHECK ((status IN ('agreed', 'published')) <= (agreed_by IS NOT NULL))
);
CREATE TABLE policy_effect (
  draft_id uuid NOT NULL REFERENCES policy_draft(id) ON DELETE CASCADE, file_id uuid NOT NULL REFERENCES hardship_file(id), organisation_id uuid NOT NULL REFERENCES organisation(id),
  effect text NOT NULL, class_before text, class_after text, cost_fen bigint NOT NULL DEFAULT 0, PRIMARY KEY (draft_id, file_id)
);

-- ---------------------------------------------------------------- merged people take theirs along

CREATE OR REPLACE FUNCTION bangfu.person_columns() RETURNS TABLE (tab text, col text, kept boolean) LANGUAGE sql IMMUTABLE AS $$
  VALUES ('dispute', 'applicant_id', true), ('dispute_party', 'person_id', false), ('petition', 'petitioner_id', true), ('hardship_file', 'holder_id', true),
         ('household_member', 'person_id', false), ('disbursement', 'person_id', true), ('legal_aid_matter', 'person_id', true), ('attachment', 'person_id', false),
         ('hardship_consent', 'person_id', false), ('elsewhere_question', 'person_id', false), ('hardship_candidate', 'person_id', false),
         ('bank_account', 'person_id', false), ('activity', 'person_id', false), ('person', 'merged_into', false) $$;

-- What both have and only one may (a bank account, an open candidacy) stays where it is.
CREATE OR REPLACE FUNCTION bangfu.repoint_person(a_from uuid, a_to uuid, a_only jsonb, a_now timestamptz) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE t record; ids jsonb; moved jsonb := '{}';
BEGIN
  IF NOT bangfu.everything('person-merge', 'write') THEN RAISE EXCEPTION 'merging needs the whole city' USING ERRCODE = '42501'; END IF;
  FOR t IN SELECT * FROM bangfu.person_columns() LOOP
    EXECUTE format('WITH m AS (UPDATE public.%1$I r SET %2$I = $2 %3$s WHERE r.%2$I = $1 AND ($3 IS NULL OR r.id IN (SELECT x::uuid FROM jsonb_array_elements_text($3 -> %1$L) x)) %4$s RETURNING r.id) SELECT coalesce(jsonb_agg(id), ''[]'') FROM m',
        t.tab, t.col, CASE WHEN t.kept THEN ', updated_at = $4, version = r.version + 1' ELSE '' END,
        CASE t.tab WHEN 'bank_account' THEN 'AND NOT EXISTS (SELECT FROM public.bank_account o WHERE o.person_id = $2 AND o.number_index = r.number_index)'
                   WHEN 'hardship_candidate' THEN 'AND (r.status = ''closed'' OR NOT EXISTS (SELECT FROM public.hardship_candidate o WHERE o.person_id = $2 AND o.status = ''open''))' ELSE '' END)
      INTO ids USING a_from, a_to, a_only, a_now;
    moved := moved || jsonb_build_object(t.tab, ids);
  END LOOP;
  RETURN moved;
END $$;

CREATE OR REPLACE FUNCTION bangfu.number_taken(a_noun text, a_number text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
BEGIN
  RETURN bangfu.actor() IS NOT NULL AND CASE a_noun WHEN 'dispute' THEN EXISTS (SELECT FROM public.dispute WHERE number = a_number)
                     WHEN 'petition' THEN EXISTS (SELECT FROM public.petition WHERE number = a_number)
                     WHEN 'hardship' THEN EXISTS (SELECT FROM public.hardship_file WHERE number = a_number)
                     WHEN 'certificate' THEN EXISTS (SELECT FROM public.hardship_certificate WHERE number = a_number) OR EXISTS (SELECT FROM public.hardship_file WHERE certificate_no = a_number) END;
END $$;

-- ---------------------------------------------------------------- who may see and write it

GRANT SELECT, INSERT, UPDATE, DELETE ON eligibility_rule, subsistence_standard, attachment, hardship_consent, hardship_worksheet, hardship_assessment, hardship_visit, hardship_verification, hardship_notice,
  hardship_objection, hardship_decision, hardship_certificate, elsewhere_question, hardship_candidate, pairing, pairing_contact, policy_draft, policy_effect TO bangfu_app;
GRANT SELECT ON hardship_seat TO bangfu_app;
GRANT EXECUTE ON FUNCTION bangfu.file_is_open(text), bangfu.class_rank(text) TO bangfu_app;
REVOKE DELETE ON eligibility_rule, subsistence_standard, attachment, hardship_consent, hardship_worksheet, hardship_assessment, hardship_visit, hardship_verification, hardship_notice, hardship_objection, hardship_decision,
  hardship_certificate, elsewhere_question, hardship_candidate, pairing, pairing_contact, policy_draft FROM bangfu_app;
REVOKE UPDATE ON eligibility_rule, subsistence_standard, hardship_decision, elsewhere_question, pairing_contact FROM bangfu_app;

DO $$
DECLARE t record; kept text;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('attachment', 'hardship'), ('hardship_consent', 'hardship'), ('hardship_worksheet', 'hardship'), ('hardship_assessment', 'hardship'), ('hardship_visit', 'hardship'),
    ('hardship_verification', 'hardship'), ('hardship_notice', 'hardship'), ('hardship_objection', 'hardship'), ('hardship_decision', 'hardship'), ('hardship_certificate', 'hardship'), ('pairing', 'hardship'),
    ('pairing_contact', 'hardship'), ('hardship_candidate', 'candidate'), ('policy_draft', 'policy'), ('policy_effect', 'policy')) AS v(tab, noun) LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t.tab);
    EXECUTE format('CREATE POLICY seen ON public.%I FOR SELECT USING (%s)', t.tab, bangfu.policy_text(t.noun, 'read', NULL));
    EXECUTE format('CREATE POLICY added ON public.%I FOR INSERT WITH CHECK (%s)', t.tab, bangfu.policy_text(t.noun, 'write', NULL));
    EXECUTE format('CREATE POLICY changed ON public.%I FOR UPDATE USING (%s) WITH CHECK (%s)', t.tab, bangfu.policy_text(t.noun, 'write', NULL), bangfu.policy_text(t.noun, 'write', NULL));
    EXECUTE format('CREATE POLICY removed ON public.%I FOR DELETE USING (%s)', t.tab, bangfu.policy_text(t.noun, 'write', NULL));
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['eligibility_rule', 'subsistence_standard'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', kept);
    EXECUTE format('CREATE POLICY seen ON public.%I FOR SELECT USING ((SELECT bangfu.actor()) IS NOT NULL)', kept);
    EXECUTE format('CREATE POLICY added ON public.%I FOR INSERT WITH CHECK ((SELECT bangfu.everything(''policy'', ''write'')))', kept);
  END LOOP;
END $$;
ALTER TABLE hardship_seat ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON hardship_seat FOR SELECT USING ((SELECT bangfu.everything('hardship', 'read')) OR EXISTS (SELECT FROM hardship_file f WHERE f.id = file_id));
ALTER TABLE elsewhere_question ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON elsewhere_question FOR SELECT USING ((SELECT bangfu.everything('hardship', 'read')) OR organisation_id = ANY ((SELECT bangfu.organisations('hardship', 'read'))::uuid[])
  OR other_organisation_id = ANY ((SELECT bangfu.organisations('hardship', 'read'))::uuid[]));
