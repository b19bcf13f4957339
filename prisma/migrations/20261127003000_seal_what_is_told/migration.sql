-- What somebody typed about a family (why it was decided, objected to, ended; what its papers are called) and what a member earns
-- stands sealed beside the plain column of before. SQL has no key: what is plain is sealed by the reference data step of the next
-- start (libs/data/src/seal-left-plain.ts), and by every rotation of the keys. From here on nothing plain is taken in.

ALTER TABLE hardship_decision ADD COLUMN reason_cipher bytea;
ALTER TABLE hardship_notice ADD COLUMN reason_cipher bytea;
ALTER TABLE hardship_assessment ADD COLUMN override_reason_cipher bytea;
ALTER TABLE hardship_candidate ADD COLUMN closing_note_cipher bytea;
ALTER TABLE pairing ADD COLUMN ended_reason_cipher bytea;
ALTER TABLE attachment ADD COLUMN file_name_cipher bytea, ADD COLUMN removed_reason_cipher bytea, ALTER COLUMN file_name DROP NOT NULL;
ALTER TABLE household_member ADD COLUMN income_cipher bytea;
ALTER TABLE activity ADD COLUMN note_cipher bytea;
-- Versions are kept by position: the same column at the end of both.
ALTER TABLE hardship_file ADD COLUMN remark_cipher bytea;
ALTER TABLE history.hardship_file ADD COLUMN remark_cipher bytea;

-- ---------------------------------------------------------------- nothing plain from here on

ALTER TABLE hardship_decision ADD CONSTRAINT told_sealed CHECK (reason IS NULL AND NOT coalesce(details ? 'proof', false)) NOT VALID;
ALTER TABLE hardship_notice ADD CONSTRAINT told_sealed CHECK (reason IS NULL) NOT VALID;
ALTER TABLE hardship_assessment ADD CONSTRAINT told_sealed CHECK (override_reason IS NULL) NOT VALID;
ALTER TABLE hardship_candidate ADD CONSTRAINT told_sealed CHECK (closing_note IS NULL) NOT VALID;
ALTER TABLE pairing ADD CONSTRAINT told_sealed CHECK (ended_reason IS NULL) NOT VALID;
ALTER TABLE attachment ADD CONSTRAINT told_sealed CHECK (file_name IS NULL AND removed_reason IS NULL AND file_name_cipher IS NOT NULL) NOT VALID;
ALTER TABLE household_member ADD CONSTRAINT told_sealed CHECK (income_fen IS NULL) NOT VALID;
ALTER TABLE hardship_file ADD CONSTRAINT told_sealed CHECK (remark IS NULL) NOT VALID;
ALTER TABLE activity ADD CONSTRAINT told_sealed CHECK (CASE WHEN noun IN ('hardship', 'candidate') THEN note IS NULL ELSE note_cipher IS NULL END) NOT VALID;
-- Found at a start without reading every timeline of the city; empty from then on.
CREATE INDEX activity_left_plain ON activity (id) WHERE note IS NOT NULL AND noun IN ('hardship', 'candidate');

-- ---------------------------------------------------------------- the walls that looked at the text

DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT conname FROM pg_constraint WHERE conrelid = 'hardship_notice'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%told_on IS NOT NULL%' LOOP
    EXECUTE format('ALTER TABLE hardship_notice DROP CONSTRAINT %I', c.conname);
  END LOOP;
END $$;
ALTER TABLE hardship_notice ADD CONSTRAINT told_with_a_reason CHECK (kind = 'application' OR (told_on IS NOT NULL AND (reason_cipher IS NOT NULL OR reason IS NOT NULL))) NOT VALID;
ALTER TABLE attachment DROP CONSTRAINT removed_with_reason, ADD CONSTRAINT removed_with_reason CHECK ((removed_at IS NULL) = (removed_by IS NULL)
  AND (removed_at IS NULL) = (removed_reason IS NULL AND removed_reason_cipher IS NULL));
-- Ten letters, sealed, are at least 42 bytes: key, nonce and tag are 32 of them.
ALTER TABLE hardship_assessment DROP CONSTRAINT overridden_by_two, ADD CONSTRAINT overridden_by_two CHECK (override_agreed_by IS NULL OR (override_asked_by IS NOT NULL
  AND override_agreed_by <> override_asked_by AND (length(override_reason) >= 10 OR octet_length(override_reason_cipher) >= 42)));

-- A decision never changes; only the key under which its reason lies does, and only for the owner of the tables.
CREATE FUNCTION bangfu.refuse_change_of_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.reason IS NULL AND NEW.reason_cipher IS NOT NULL AND (OLD.reason IS NOT NULL OR OLD.reason_cipher IS NOT NULL OR OLD.details ? 'proof')
    AND NEW.details IS NOT DISTINCT FROM OLD.details - 'proof' AND to_jsonb(NEW) - '{reason,reason_cipher,details}'::text[] = to_jsonb(OLD) - '{reason,reason_cipher,details}'::text[]
    THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'hardship_decision is append-only' USING ERRCODE = 'BF002', CONSTRAINT = 'append_only';
END $$;
DROP TRIGGER append_only ON hardship_decision;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON hardship_decision FOR EACH ROW EXECUTE FUNCTION bangfu.refuse_change_of_decision();

-- ---------------------------------------------------------------- a family goes to another union, with its remark

CREATE OR REPLACE FUNCTION bangfu.take_over_file(a_file uuid, a_to uuid, a_new uuid, a_household uuid, a_era text, a_causes text[], a_on date, a_at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE f hardship_file;
BEGIN
  SELECT * INTO f FROM hardship_file WHERE id = a_file AND (bangfu.everything('hardship', 'write') OR organisation_id = ANY (bangfu.organisations('hardship', 'write'))) FOR UPDATE;
  IF f.status IS DISTINCT FROM 'transferred' OR f.organisation_id = a_to OR EXISTS (SELECT FROM hardship_file n WHERE n.earlier_file_id = a_file)
  THEN RAISE EXCEPTION 'no file to take over' USING ERRCODE = '42501'; END IF;
  INSERT INTO household (id, organisation_id, created_at) VALUES (a_household, a_to, a_at);
  INSERT INTO household_member (id, household_id, person_id, relation, status, schooling, joined_on, recorded_at)
  SELECT gen_random_uuid(), a_household, m.person_id, m.relation, m.status, m.schooling, m.joined_on, a_at FROM household_member m WHERE m.household_id = f.household_id AND m.left_on IS NULL;
  INSERT INTO person_presence (person_id, organisation_id)
  SELECT p, a_to FROM (SELECT f.holder_id AS p UNION SELECT m.person_id FROM household_member m WHERE m.household_id = a_household) x ON CONFLICT DO NOTHING;
  INSERT INTO hardship_file (id, organisation_id, division_code, household_id, holder_id, holder_name, status, era, main_cause, other_causes, employment, employer_id, employer_name, household_size, form, remark_cipher,
    begun_on, earlier_file_id, created_by, created_at, updated_at)
  VALUES (a_new, a_to, (SELECT division_code FROM organisation WHERE id = a_to), a_household, f.holder_id, f.holder_name, 'draft', a_era, a_causes[1], a_causes[2:], f.employment, f.employer_id, f.employer_name, f.household_size, f.form,
    f.remark_cipher, a_on, a_file, bangfu.actor(), a_at, a_at);
END $$;
