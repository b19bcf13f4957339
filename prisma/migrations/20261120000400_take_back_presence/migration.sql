-- Undoing a merge takes a person away from the organisations that came to the record with it, unless they deal with the
-- person for a case of their own by now. Cases of every kind count, also those that the one who undoes may not read.
CREATE FUNCTION bangfu.leave_person(a_person uuid, a_organisations uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF NOT bangfu.everything('person-merge', 'write') THEN RAISE EXCEPTION 'merging needs the whole city' USING ERRCODE = '42501'; END IF;
  DELETE FROM public.person_presence pp WHERE pp.person_id = a_person AND pp.organisation_id = ANY (a_organisations)
    AND NOT EXISTS (SELECT FROM public.dispute x WHERE x.applicant_id = a_person AND x.organisation_id = pp.organisation_id)
    AND NOT EXISTS (SELECT FROM public.petition x WHERE x.petitioner_id = a_person AND x.organisation_id = pp.organisation_id)
    AND NOT EXISTS (SELECT FROM public.hardship_file x WHERE x.holder_id = a_person AND x.organisation_id = pp.organisation_id)
    AND NOT EXISTS (SELECT FROM public.household_member x JOIN public.household h ON h.id = x.household_id WHERE x.person_id = a_person AND h.organisation_id = pp.organisation_id)
    AND NOT EXISTS (SELECT FROM public.disbursement x WHERE x.person_id = a_person AND x.organisation_id = pp.organisation_id)
    AND NOT EXISTS (SELECT FROM public.legal_aid_matter x WHERE x.person_id = a_person AND x.organisation_id = pp.organisation_id);
END $$;
REVOKE ALL ON FUNCTION bangfu.leave_person(uuid, uuid[]), bangfu.repoint_person(uuid, uuid, jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bangfu.leave_person(uuid, uuid[]), bangfu.repoint_person(uuid, uuid, jsonb, timestamptz) TO bangfu_app;
