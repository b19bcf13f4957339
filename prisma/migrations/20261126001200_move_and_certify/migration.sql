-- Notices on the wall, certificates that a stranger may check, files that go to another union; and what no program may get past.

-- What the office found out about an objection speaks of the family as the objection does: sealed with it.
ALTER TABLE hardship_objection DROP COLUMN finding, ADD COLUMN finding_cipher bytea, ADD CONSTRAINT decided_with_a_finding CHECK ((decided_on IS NULL) = (finding_cipher IS NULL));

CREATE INDEX hardship_notice_on_the_wall ON hardship_notice (given_on DESC, id DESC) WHERE ended_on IS NULL AND kind IN ('application', 'exit');
CREATE INDEX hardship_notice_of_file ON hardship_notice (file_id);
CREATE INDEX hardship_certificate_newest ON hardship_certificate (issued_on DESC, id DESC);
CREATE INDEX hardship_certificate_newest_of ON hardship_certificate (organisation_id, issued_on DESC, id DESC);
CREATE INDEX hardship_certificate_to_check ON hardship_certificate (valid_until) WHERE status = 'valid';
CREATE INDEX hardship_certificate_of_file ON hardship_certificate (file_id);
CREATE INDEX hardship_file_earlier ON hardship_file (earlier_file_id) WHERE earlier_file_id IS NOT NULL;

-- ---------------------------------------------------------------- nothing is taken without a notice, nor by one person

-- The window is the clock that this very notice started, and no older one that ran out long ago; and what was announced is what
-- is done: an exit to end the file, on its ground, or the very class that it is lowered to.
CREATE OR REPLACE FUNCTION bangfu.guard_adverse() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ends boolean; lowers boolean; day date := (NEW.updated_at AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
  IF NEW.import_row_id IS DISTINCT FROM OLD.import_row_id THEN RETURN NEW; END IF;
  ends := NEW.status = 'lifted' AND OLD.status <> 'lifted'
    OR NEW.status = 'exited_other' AND OLD.status <> 'exited_other' AND coalesce(NEW.end_ground, '') NOT IN ('death', 'own-request');
  lowers := OLD.filed_on IS NOT NULL AND bangfu.file_is_open(NEW.status) AND bangfu.class_rank(NEW.hardship_class) > bangfu.class_rank(OLD.hardship_class);
  IF (ends OR lowers) AND NOT EXISTS (
    SELECT FROM public.hardship_notice n JOIN public.clock k ON k.id = n.clock_id AND k.subject_id = n.file_id AND k.code = 'H2' AND k.started_on = n.given_on
    WHERE n.file_id = NEW.id AND (n.ended_on IS NULL OR n.ended_how = 'passed' AND n.ended_on >= day)
      AND CASE WHEN ends THEN n.kind = 'exit' AND OLD.status = 'exit_notice' AND (n.ground = 'lifted') = (NEW.status = 'lifted') AND n.ground = NEW.end_ground
          ELSE n.kind = 'lower' AND OLD.status = 'class_notice' AND n.class_wanted = NEW.hardship_class END
      AND k.due_on < day AND k.state IN ('running', 'lapsed') AND NOT EXISTS (SELECT FROM public.hardship_objection o WHERE o.notice_id = n.id AND o.decided_on IS NULL)
  ) THEN RAISE EXCEPTION 'an adverse change without an elapsed notice' USING ERRCODE = 'BF003', CONSTRAINT = 'notice_before_adverse'; END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION bangfu.guard_adverse_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.hardship_notice n WHERE n.id = NEW.notice_id AND n.file_id = NEW.file_id AND n.given_by <> NEW.decided_by)
  THEN RAISE EXCEPTION 'an adverse decision by who announced it' USING ERRCODE = 'BF003', CONSTRAINT = 'adverse_by_another'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER adverse_by_another BEFORE INSERT ON hardship_decision FOR EACH ROW WHEN (NEW.move IN ('lowerClass', 'lift', 'deregister')) EXECUTE FUNCTION bangfu.guard_adverse_decision();

-- ---------------------------------------------------------------- a certificate shown to a stranger

-- What the printed code says to whoever holds it: never whose it is. Digits of the number but the last two of each are hidden.
CREATE FUNCTION bangfu.certificate_answer(a_token text, a_on date) RETURNS TABLE (number text, status text, valid_until date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT regexp_replace(c.number, '[0-9](?=[0-9]{2})', '*', 'g'), CASE WHEN c.status = 'valid' AND c.valid_until < a_on THEN 'lapsed' ELSE c.status END, c.valid_until
  FROM hardship_certificate c WHERE c.token = a_token AND bangfu.actor() IS NOT NULL $$;

-- ---------------------------------------------------------------- a family goes to another union

-- Opens the draft at the receiving union for a file that its own union has just let go: the household as it is now, with
-- what the form says and nothing that is sealed. The receiving union does not see the old file, and need not.
CREATE FUNCTION bangfu.take_over_file(a_file uuid, a_to uuid, a_new uuid, a_household uuid, a_era text, a_causes text[], a_on date, a_at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
  INSERT INTO hardship_file (id, organisation_id, division_code, household_id, holder_id, holder_name, status, era, main_cause, other_causes, employment, employer_id, employer_name, household_size, form, remark,
    begun_on, earlier_file_id, created_by, created_at, updated_at)
  VALUES (a_new, a_to, (SELECT division_code FROM organisation WHERE id = a_to), a_household, f.holder_id, f.holder_name, 'draft', a_era, a_causes[1], a_causes[2:], f.employment, f.employer_id, f.employer_name, f.household_size, f.form,
    f.remark, a_on, a_file, bangfu.actor(), a_at, a_at);
END $$;

REVOKE ALL ON FUNCTION bangfu.certificate_answer(text, date), bangfu.take_over_file(uuid, uuid, uuid, uuid, text, text[], date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bangfu.certificate_answer(text, date), bangfu.take_over_file(uuid, uuid, uuid, uuid, text, text[], date, timestamptz) TO bangfu_app;
