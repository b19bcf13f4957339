-- What opens a file waits as long as what takes one away: nobody is approved before the days of the public notice are over,
-- with an objection open, or by who put the notice up.

CREATE FUNCTION bangfu.guard_approval() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE day date := (NEW.updated_at AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
  IF NEW.import_row_id IS DISTINCT FROM OLD.import_row_id THEN RETURN NEW; END IF;
  IF OLD.status <> 'notice' OR NOT EXISTS (
    SELECT FROM public.hardship_notice n JOIN public.clock k ON k.id = n.clock_id AND k.subject_id = n.file_id AND k.code = 'H1' AND k.started_on = n.given_on
    WHERE n.file_id = NEW.id AND n.kind = 'application' AND (n.ended_on IS NULL OR n.ended_how = 'passed' AND n.ended_on >= day) AND n.class_wanted = NEW.hardship_class
      AND k.due_on < day AND k.state IN ('running', 'lapsed') AND NOT EXISTS (SELECT FROM public.hardship_objection o WHERE o.notice_id = n.id AND o.decided_on IS NULL)
  ) THEN RAISE EXCEPTION 'an approval without an elapsed notice' USING ERRCODE = 'BF003', CONSTRAINT = 'notice_before_approval'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER notice_before_approval BEFORE UPDATE ON hardship_file FOR EACH ROW WHEN (NEW.status = 'approved' AND OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION bangfu.guard_approval();

ALTER FUNCTION bangfu.guard_adverse_decision() RENAME TO guard_decision;
CREATE OR REPLACE FUNCTION bangfu.guard_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.hardship_notice n WHERE n.id = NEW.notice_id AND n.file_id = NEW.file_id AND n.given_by <> NEW.decided_by)
  THEN RAISE EXCEPTION 'a decision by who announced it' USING ERRCODE = 'BF003', CONSTRAINT = TG_NAME; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approved_by_another BEFORE INSERT ON hardship_decision FOR EACH ROW WHEN (NEW.move = 'approve') EXECUTE FUNCTION bangfu.guard_decision();
