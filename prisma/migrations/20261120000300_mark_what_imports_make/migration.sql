-- What an import made besides its records (identities, presences, accounts, employers, households) carries the import's id,
-- so that a reversal can take it back where nobody has come to need it.

ALTER TABLE person ADD COLUMN made_by_import uuid;
ALTER TABLE person_presence ADD COLUMN made_by_import uuid;
ALTER TABLE bank_account ADD COLUMN made_by_import uuid;
ALTER TABLE household ADD COLUMN made_by_import uuid;
ALTER TABLE employer ADD COLUMN made_by_import uuid;
ALTER TABLE employer_alias ADD COLUMN made_by_import uuid;

-- The many-at-once form of meet_person: whoever holds the full ID numbers may deal with the people, in the organisations
-- that the actor works for.
CREATE FUNCTION bangfu.meet_people(a_indexes bytea[], a_organisations uuid[], a_import uuid)
RETURNS TABLE (met_index bytea, met_id uuid) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF bangfu.actor() IS NULL OR cardinality(a_organisations) = 0 OR NOT bangfu.everything('person', 'write') AND EXISTS (
    SELECT FROM unnest(a_organisations) o WHERE o <> ALL (bangfu.organisations('person', 'write'))
  ) THEN RETURN; END IF;
  INSERT INTO person_presence (person_id, organisation_id, made_by_import)
  SELECT DISTINCT coalesce(p.merged_into, p.id), m.organisation, a_import
  FROM unnest(a_indexes, a_organisations) m(index, organisation) JOIN person p ON p.id_index = m.index
  ORDER BY 1, 2
  ON CONFLICT DO NOTHING;
  RETURN QUERY SELECT p.id_index, coalesce(p.merged_into, p.id) FROM person p WHERE p.id_index = ANY (a_indexes);
END $$;

-- Takes back the identities of a reversed import that nothing refers to any more and nobody has changed since.
CREATE FUNCTION bangfu.unmake_people(a_import uuid) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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

REVOKE ALL ON FUNCTION bangfu.meet_people(bytea[], uuid[], uuid), bangfu.unmake_people(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bangfu.meet_people(bytea[], uuid[], uuid), bangfu.unmake_people(uuid) TO bangfu_app;
