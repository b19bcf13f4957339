-- Reviews that stand on somebody's list, the question whether somebody is helped elsewhere, and what lies beyond one's sight.

CREATE INDEX hardship_file_reviews_of ON hardship_file (handler_id, review_on, id) WHERE status IN ('active', 'under_review', 'class_notice', 'class_objected', 'exit_notice', 'exit_objected');
CREATE INDEX pairing_of_cadre ON pairing (cadre_id) WHERE ended_on IS NULL;
CREATE INDEX pairing_newest ON pairing (paired_on DESC, id DESC);

-- What a family tells a cadre is as private as what a visitor finds.
ALTER TABLE pairing_contact DROP COLUMN note, ADD COLUMN note_cipher bytea NOT NULL;

-- ---------------------------------------------------------------- the invariant of every night

-- Files on file whose review is due and that nobody has who may do it today; and files whose day was never reckoned, or lies
-- more than a year after the last review. Whoever asks sees only the files in reach; the nightly check reaches all of them.
CREATE FUNCTION bangfu.reviews_without_owner(a_on date) RETURNS TABLE (file_id uuid, organisation_id uuid, review_on date, fault text) LANGUAGE sql STABLE AS $$
  WITH held AS (
    SELECT DISTINCT g.user_id, g.organisation_id AS root, rp.reach, bangfu.is_root(g.organisation_id) AS at_root
    FROM public.role_grant g JOIN public.role_permission rp ON rp.role_code = g.role_code AND rp.permission = 'hardship.record'
    JOIN public."user" u ON u.id = g.user_id AND u.status = 'active' AND u.username NOT LIKE 'system.%'
    WHERE g.revoked_at IS NULL AND g.valid_from <= a_on AND (g.valid_to IS NULL OR g.valid_to >= a_on)
  ), trees AS MATERIALIZED (
    SELECT r.root, s.id FROM (SELECT DISTINCT root FROM held WHERE reach = 'subtree' AND NOT at_root) r CROSS JOIN LATERAL bangfu.subtree(r.root, a_on) s(id)
  ), may AS MATERIALIZED (
    SELECT user_id, root AS organisation_id FROM held WHERE reach = 'organisation'
    UNION SELECT h.user_id, t.id FROM held h JOIN trees t ON t.root = h.root WHERE h.reach = 'subtree'
  ), everywhere AS MATERIALIZED (SELECT DISTINCT user_id FROM held WHERE reach = 'city' OR (reach = 'subtree' AND at_root))
  SELECT x.id, x.organisation_id, x.review_on, x.fault FROM (
    SELECT f.id, f.organisation_id, f.review_on, CASE
      WHEN f.review_on IS NULL THEN 'unplanned'
      WHEN f.review_on > (greatest(f.reviewed_on, f.filed_on) + interval '1 year')::date THEN 'too-late'
      WHEN f.review_on <= a_on AND f.handler_id IS NULL THEN 'nobody'
      WHEN f.review_on <= a_on AND NOT EXISTS (SELECT FROM everywhere e WHERE e.user_id = f.handler_id)
        AND NOT EXISTS (SELECT FROM may m WHERE m.user_id = f.handler_id AND m.organisation_id = f.organisation_id) THEN 'may-not'
      END AS fault
    FROM public.hardship_file f WHERE f.status IN ('active', 'under_review', 'class_notice', 'class_objected', 'exit_notice', 'exit_objected')
  ) x WHERE x.fault IS NOT NULL $$;

-- ---------------------------------------------------------------- already helped elsewhere?

-- Where a user of today holds a permission that reads and writes nothing by itself.
CREATE FUNCTION bangfu.actor_holds(a_permission text, a_organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT EXISTS (
    SELECT FROM public.role_grant g JOIN public.role_permission rp ON rp.role_code = g.role_code AND rp.permission = a_permission
    JOIN public."user" u ON u.id = g.user_id AND u.status = 'active'
    WHERE g.user_id = bangfu.actor() AND g.revoked_at IS NULL AND g.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (g.valid_to IS NULL OR g.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date)
      AND (rp.reach = 'city' OR g.organisation_id = a_organisation
        OR (rp.reach = 'subtree' AND (bangfu.is_root(g.organisation_id) OR a_organisation IN (SELECT bangfu.subtree(g.organisation_id, (now() AT TIME ZONE 'Asia/Shanghai')::date)))))) $$;

-- Asks for a person whom the asker deals with, or for a file that the asker reads, and everybody who lives with them: is one
-- of them in an open file of anywhere else, or did one get aid from elsewhere within the months? Answers no more than the
-- organisations to call. Every question is kept, for the asker's side and for the other; there is no other way to put a row
-- into elsewhere_question. a_ids: as many ids as there may be organisations in an answer.
CREATE FUNCTION bangfu.ask_elsewhere(a_ids uuid[], a_at timestamptz, a_organisation uuid, a_person uuid, a_file uuid, a_purpose text, a_most int, a_months int)
RETURNS TABLE (limited boolean, other_organisation_id uuid) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE asked uuid := a_person; home uuid; people uuid[]; places uuid[]; day date := (a_at AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
  IF NOT bangfu.actor_holds('elsewhere.ask', a_organisation) THEN RAISE EXCEPTION 'may not ask' USING ERRCODE = '42501'; END IF;
  IF a_file IS NOT NULL THEN
    SELECT f.holder_id, f.household_id INTO asked, home FROM hardship_file f WHERE f.id = a_file AND f.organisation_id = a_organisation
      AND (bangfu.everything('hardship', 'read') OR f.organisation_id = ANY (bangfu.organisations('hardship', 'read')));
  ELSE
    SELECT coalesce(p.merged_into, p.id) INTO asked FROM person p WHERE p.id = a_person AND (bangfu.everything('person', 'read')
      OR EXISTS (SELECT FROM person_presence pp WHERE pp.person_id = p.id AND pp.organisation_id = ANY (bangfu.organisations('person', 'read'))));
  END IF;
  IF asked IS NULL THEN RAISE EXCEPTION 'not within reach' USING ERRCODE = '42501'; END IF;

  -- One question at a time: two that were asked at once would each not see the other.
  PERFORM pg_advisory_xact_lock(hashtextextended('elsewhere:' || bangfu.actor(), 0));
  IF (SELECT count(DISTINCT q.asked_at) FROM elsewhere_question q WHERE q.asked_by = bangfu.actor() AND q.asked_at > a_at - interval '1 hour' AND q.asked_at < a_at + interval '1 hour') >= least(a_most, 120)
  THEN RETURN QUERY SELECT true, NULL::uuid; RETURN; END IF;

  SELECT array_agg(DISTINCT x.id) INTO people FROM (
    SELECT asked AS id
    UNION SELECT m.person_id FROM household_member m WHERE m.left_on IS NULL AND m.household_id IN (
      SELECT home UNION SELECT o.household_id FROM household_member o WHERE home IS NULL AND o.person_id = asked AND o.left_on IS NULL
      UNION SELECT f.household_id FROM hardship_file f WHERE home IS NULL AND f.holder_id = asked AND bangfu.file_is_open(f.status))
    UNION SELECT f.holder_id FROM hardship_file f JOIN household_member o ON o.household_id = f.household_id WHERE home IS NULL AND o.person_id = asked AND o.left_on IS NULL) x;
  SELECT array_agg(y.place ORDER BY y.rank, y.newest DESC) INTO places FROM (
    SELECT z.place, min(z.rank) AS rank, max(z.at) AS newest FROM (
      SELECT f.organisation_id AS place, 0 AS rank, f.begun_on AS at FROM hardship_seat s JOIN hardship_file f ON f.id = s.file_id
        WHERE s.person_id = ANY (people) AND f.id IS DISTINCT FROM a_file AND (a_file IS NOT NULL OR f.organisation_id <> a_organisation)
      -- The levels of one union visit together: what those above and below give is no help from elsewhere. An honour that comes
      -- with an allowance is no aid.
      UNION ALL SELECT d.organisation_id, 1, d.paid_on FROM disbursement d WHERE d.person_id = ANY (people)
        AND d.organisation_id NOT IN (SELECT bangfu.subtree(a_organisation, day)) AND a_organisation NOT IN (SELECT bangfu.subtree(d.organisation_id, day))
        AND d.programme NOT IN ('model-worker', 'closed-enterprise-allowance') AND d.paid_on > (day - make_interval(months => a_months))::date
    ) z GROUP BY z.place ORDER BY 2, 3 DESC LIMIT cardinality(a_ids)) y;

  INSERT INTO elsewhere_question (id, asked_at, asked_by, asked_by_name, organisation_id, person_id, file_id, purpose, answer, other_organisation_id)
  SELECT a_ids[n.at], a_at, bangfu.actor(), (SELECT u.name FROM "user" u WHERE u.id = bangfu.actor()), a_organisation, asked, a_file, a_purpose, n.place IS NOT NULL, n.place
  FROM unnest(coalesce(places, ARRAY[NULL]::uuid[])) WITH ORDINALITY AS n(place, at);
  RETURN QUERY SELECT false, p FROM unnest(coalesce(places, ARRAY[NULL]::uuid[])) AS p;
END $$;

-- ---------------------------------------------------------------- what happened to a household beyond the reader's sight

-- How many cases of each kind concern people of a household after a day and are not the reader's to see: numbers alone, and
-- only for a file that the reader reads. What was entrusted to the union against somebody (a petition that accuses) is not counted.
CREATE FUNCTION bangfu.beyond_sight(a_file uuid, a_since date) RETURNS TABLE (noun text, n int) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE people uuid[];
BEGIN
  SELECT array_agg(DISTINCT x.id) INTO people FROM (
    SELECT f.holder_id AS id FROM hardship_file f WHERE f.id = a_file AND (bangfu.everything('hardship', 'read') OR f.organisation_id = ANY (bangfu.organisations('hardship', 'read')))
    UNION SELECT m.person_id FROM hardship_file f JOIN household_member m ON m.household_id = f.household_id AND m.left_on IS NULL
      WHERE f.id = a_file AND (bangfu.everything('hardship', 'read') OR f.organisation_id = ANY (bangfu.organisations('hardship', 'read')))) x;
  RETURN QUERY SELECT c.kind, count(*)::int FROM (
    SELECT 'dispute' AS kind, d.organisation_id AS place, d.mediator_id AS handler FROM dispute d
      WHERE d.id IN (SELECT o.id FROM dispute o WHERE o.applicant_id = ANY (people) UNION SELECT y.dispute_id FROM dispute_party y WHERE y.person_id = ANY (people))
        AND greatest(d.registered_on, d.closed_on, d.performed_on) > a_since
    UNION ALL SELECT 'petition', t.organisation_id, t.handler_id FROM petition t WHERE t.petitioner_id = ANY (people) AND t.purpose <> 'accusation' AND greatest(t.registered_on, t.closed_on) > a_since
    UNION ALL SELECT 'legal-aid', l.organisation_id, l.lawyer_id FROM legal_aid_matter l WHERE l.person_id = ANY (people) AND greatest(l.started_on, l.closed_on) > a_since
    UNION ALL SELECT 'disbursement', b.organisation_id, NULL FROM disbursement b WHERE b.person_id = ANY (people) AND b.paid_on > a_since
    UNION ALL SELECT 'hardship', f.organisation_id, NULL FROM hardship_file f WHERE f.id <> a_file AND greatest(f.begun_on, f.filed_on, f.ended_on) > a_since
      AND (f.holder_id = ANY (people) OR EXISTS (SELECT FROM household_member m WHERE m.household_id = f.household_id AND m.person_id = ANY (people)))
  ) c WHERE NOT bangfu.everything(c.kind, 'read') AND NOT c.place = ANY (bangfu.organisations(c.kind, 'read')) AND NOT (c.handler IS NOT DISTINCT FROM bangfu.actor() AND bangfu.assigned(c.kind, 'read'))
  GROUP BY c.kind;
END $$;

-- ---------------------------------------------------------------- what an import made can still be taken back

-- What the nights have hung on files of an import (clocks, what-ifs, candidates that name them) falls off before these are
-- taken back; what people have hung on them keeps them (libs/casework/src/imports/touched-since.ts).
CREATE FUNCTION bangfu.unbind_files(a_import uuid, a_files uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE files uuid[];
BEGIN
  IF NOT EXISTS (
    SELECT FROM import i WHERE i.id = a_import AND i.status = 'reversing'
      AND (bangfu.everything('import', 'write') OR i.organisation_id = ANY (bangfu.organisations('import', 'write')))
  ) THEN RETURN; END IF;
  SELECT array_agg(r.record_id) INTO files FROM import_row r WHERE r.import_id = a_import AND r.noun = 'hardship' AND r.outcome = 'created' AND r.record_id = ANY (a_files);
  DELETE FROM clock k WHERE k.noun = 'hardship' AND k.subject_id = ANY (files);
  DELETE FROM policy_effect e WHERE e.file_id = ANY (files);
  UPDATE hardship_candidate c SET file_id = NULL WHERE c.file_id = ANY (files);
END $$;

CREATE OR REPLACE FUNCTION bangfu.unmake_people(a_import uuid) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE removed int;
BEGIN
  IF NOT EXISTS (
    SELECT FROM import i WHERE i.id = a_import
      AND (bangfu.everything('import', 'write') OR i.organisation_id = ANY (bangfu.organisations('import', 'write')))
  ) THEN RETURN 0; END IF;
  DELETE FROM bank_account b WHERE b.made_by_import = a_import
    AND NOT EXISTS (SELECT FROM disbursement d WHERE d.bank_account_id = b.id);
  DELETE FROM person p WHERE p.made_by_import = a_import AND p.version = 1
    AND NOT EXISTS (SELECT FROM dispute x WHERE x.applicant_id = p.id)
    AND NOT EXISTS (SELECT FROM dispute_party x WHERE x.person_id = p.id)
    AND NOT EXISTS (SELECT FROM petition x WHERE x.petitioner_id = p.id)
    AND NOT EXISTS (SELECT FROM hardship_file x WHERE x.holder_id = p.id)
    AND NOT EXISTS (SELECT FROM household_member x WHERE x.person_id = p.id)
    AND NOT EXISTS (SELECT FROM disbursement x WHERE x.person_id = p.id)
    AND NOT EXISTS (SELECT FROM legal_aid_matter x WHERE x.person_id = p.id)
    AND NOT EXISTS (SELECT FROM bank_account x WHERE x.person_id = p.id)
    AND NOT EXISTS (SELECT FROM attachment x WHERE x.person_id = p.id)
    AND NOT EXISTS (SELECT FROM hardship_consent x WHERE x.person_id = p.id)
    AND NOT EXISTS (SELECT FROM hardship_candidate x WHERE x.person_id = p.id)
    AND NOT EXISTS (SELECT FROM elsewhere_question x WHERE x.person_id = p.id)
    AND NOT EXISTS (SELECT FROM person_merge x WHERE p.id IN (x.kept_id, x.merged_id))
    AND NOT EXISTS (SELECT FROM person x WHERE x.merged_into = p.id);
  GET DIAGNOSTICS removed = ROW_COUNT;
  -- Presences of people who were there before: gone with the import, unless the organisation deals with them otherwise.
  DELETE FROM person_presence pp WHERE pp.made_by_import = a_import
    AND NOT EXISTS (SELECT FROM dispute x WHERE x.applicant_id = pp.person_id AND x.organisation_id = pp.organisation_id)
    AND NOT EXISTS (SELECT FROM petition x WHERE x.petitioner_id = pp.person_id AND x.organisation_id = pp.organisation_id)
    AND NOT EXISTS (SELECT FROM hardship_file x WHERE x.holder_id = pp.person_id AND x.organisation_id = pp.organisation_id)
    AND NOT EXISTS (SELECT FROM household_member x JOIN household h ON h.id = x.household_id WHERE x.person_id = pp.person_id AND h.organisation_id = pp.organisation_id)
    AND NOT EXISTS (SELECT FROM disbursement x WHERE x.person_id = pp.person_id AND x.organisation_id = pp.organisation_id)
    AND NOT EXISTS (SELECT FROM legal_aid_matter x WHERE x.person_id = pp.person_id AND x.organisation_id = pp.organisation_id);
  DELETE FROM employer_alias a WHERE a.made_by_import = a_import;
  DELETE FROM employer e WHERE e.made_by_import = a_import AND e.version = 1
    AND NOT EXISTS (SELECT FROM dispute x WHERE x.employer_id = e.id)
    AND NOT EXISTS (SELECT FROM dispute_party x WHERE x.employer_id = e.id)
    AND NOT EXISTS (SELECT FROM mass_incident x WHERE x.employer_id = e.id)
    AND NOT EXISTS (SELECT FROM petition x WHERE x.employer_id = e.id)
    AND NOT EXISTS (SELECT FROM hardship_file x WHERE x.employer_id = e.id)
    AND NOT EXISTS (SELECT FROM legal_aid_matter x WHERE x.employer_id = e.id)
    AND NOT EXISTS (SELECT FROM person x WHERE x.employer_id = e.id)
    AND NOT EXISTS (SELECT FROM mediation_body x WHERE x.employer_id = e.id);
  RETURN removed;
END $$;

REVOKE ALL ON FUNCTION bangfu.unbind_files(uuid, uuid[]), bangfu.reviews_without_owner(date), bangfu.actor_holds(text, uuid), bangfu.ask_elsewhere(uuid[], timestamptz, uuid, uuid, uuid, text, int, int), bangfu.beyond_sight(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bangfu.unbind_files(uuid, uuid[]), bangfu.reviews_without_owner(date), bangfu.actor_holds(text, uuid), bangfu.ask_elsewhere(uuid[], timestamptz, uuid, uuid, uuid, text, int, int), bangfu.beyond_sight(uuid, date) TO bangfu_app;
