-- A rule or a standard holds for every family of the city: it comes about only out of a draft that one person made and another
-- agreed to, whatever the program believes.

CREATE INDEX policy_draft_newest ON policy_draft (made_at DESC, id DESC);
CREATE INDEX policy_effect_of_place ON policy_effect (draft_id, organisation_id);

-- Nobody drafts or agrees in another's name, what was agreed to is not changed afterwards, and what was published is over.
CREATE FUNCTION bangfu.guard_policy_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.made_by IS DISTINCT FROM bangfu.actor() OR NEW.status <> 'draft' THEN
      RAISE EXCEPTION 'a draft in another''s name, or one that begins later' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status IN ('published', 'dropped') OR NEW.made_by <> OLD.made_by OR NEW.kind <> OLD.kind THEN
    RAISE EXCEPTION 'a draft that is over, or another maker' USING ERRCODE = '23514', CONSTRAINT = 'drafts_stay_what_they_were';
  END IF;
  IF NEW.agreed_by IS NOT NULL AND NEW.agreed_by IS DISTINCT FROM OLD.agreed_by
    AND (NEW.agreed_by IS DISTINCT FROM bangfu.actor() OR OLD.status <> 'tried' OR NOT bangfu.actor_holds('policy.publish', NEW.organisation_id)) THEN
    RAISE EXCEPTION 'an agreement in another''s name, to something untried, or without the right' USING ERRCODE = '42501';
  END IF;
  IF NEW.agreed_by IS NOT NULL AND (NEW.changes, NEW.valid_from, NEW.name, NEW.reason) IS DISTINCT FROM (OLD.changes, OLD.valid_from, OLD.name, OLD.reason) THEN
    RAISE EXCEPTION 'changed after it was agreed to' USING ERRCODE = '23514', CONSTRAINT = 'agreed_to_as_it_is';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_policy_draft BEFORE INSERT OR UPDATE ON policy_draft FOR EACH ROW EXECUTE FUNCTION bangfu.guard_policy_draft();

CREATE FUNCTION bangfu.has_agreed_draft(a_kind text, a_made uuid, a_agreed uuid, a_from date) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT EXISTS (SELECT FROM public.policy_draft d WHERE d.kind = a_kind AND d.status = 'agreed' AND d.made_by = a_made AND d.agreed_by = a_agreed AND d.valid_from = a_from)
    AND bangfu.actor_holds('policy.publish', NULL) $$;
REVOKE ALL ON FUNCTION bangfu.has_agreed_draft(text, uuid, uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bangfu.has_agreed_draft(text, uuid, uuid, date) TO bangfu_app;

DROP POLICY added ON eligibility_rule;
DROP POLICY added ON subsistence_standard;
CREATE POLICY added ON eligibility_rule FOR INSERT WITH CHECK ((SELECT bangfu.everything('policy', 'write')) AND bangfu.has_agreed_draft('rule', made_by, agreed_by, valid_from));
CREATE POLICY added ON subsistence_standard FOR INSERT WITH CHECK ((SELECT bangfu.everything('policy', 'write')) AND bangfu.has_agreed_draft('standard', made_by, agreed_by, valid_from));
