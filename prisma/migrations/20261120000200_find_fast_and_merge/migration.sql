-- Finding under row-level security: a GIN condition is not leakproof, so a policy keeps the planner from using its index.
-- These functions search with the rights of the owner, apply the same reach as the policies themselves, and return nothing
-- but ids; whoever calls them joins the rows under the policies as always.

-- ---------------------------------------------------------------- pieces of names

-- One- and two-character pieces, as libs/rules/src/people/name-grams.ts cuts them.
CREATE FUNCTION bangfu.grams(a_name text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE plain text := lower(translate(a_name, E' \t\u00a0\u3000()\uff08\uff09\u00b7.-', '')); pieces text[] := '{}';
BEGIN
  FOR i IN 1 .. coalesce(length(plain), 0) LOOP
    pieces := pieces || substr(plain, i, 1);
    IF i < length(plain) THEN pieces := pieces || substr(plain, i, 2); END IF;
  END LOOP;
  RETURN pieces;
END $$;
CREATE FUNCTION bangfu.case_keys(a_person text, an_employer text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN RETURN bangfu.grams(a_person) || bangfu.grams(an_employer); END $$;
CREATE FUNCTION bangfu.digits(a_number text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN RETURN regexp_replace(a_number, '[^0-9]', '', 'g'); END $$;

CREATE INDEX dispute_search ON dispute USING gin (bangfu.case_keys(applicant_name, employer_name));
CREATE INDEX petition_search ON petition USING gin (bangfu.case_keys(petitioner_name, employer_name));
CREATE INDEX legal_aid_search ON legal_aid_matter USING gin (bangfu.case_keys(person_name, employer_name));
CREATE INDEX dispute_number_start ON dispute (number text_pattern_ops);
CREATE INDEX petition_number_start ON petition (number text_pattern_ops);
CREATE INDEX dispute_number_digits ON dispute (bangfu.digits(number) text_pattern_ops);
CREATE INDEX petition_number_digits ON petition (bangfu.digits(number) text_pattern_ops);

-- What is open is a small part of what there is.
CREATE INDEX open_disputes ON dispute (registered_on DESC, id DESC) WHERE status NOT IN ('closed', 'archived');
CREATE INDEX open_petitions ON petition (registered_on DESC, id DESC) WHERE status NOT IN ('closed', 'archived');
CREATE INDEX running_clocks ON clock (noun, due_on) WHERE state IN ('running', 'suspended');
CREATE INDEX petition_by_subject ON petition (employer_id, subject, registered_on);

-- ---------------------------------------------------------------- searches; each plans for the very words asked

CREATE FUNCTION bangfu.people_like(a_keys text[], a_below uuid, a_most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 AS $$
DECLARE scope text := CASE WHEN bangfu.everything('person', 'read') THEN 'true'
  ELSE 'EXISTS (SELECT FROM public.person_presence pp WHERE pp.person_id = p.id AND pp.organisation_id = ANY ($4))' END;
BEGIN
  RETURN QUERY EXECUTE format('SELECT p.id FROM public.person p WHERE p.merged_into IS NULL AND p.search_keys @> $1 AND ($2 IS NULL OR p.id < $2) AND %s ORDER BY p.id DESC LIMIT $3', scope)
    USING a_keys, a_below, a_most, bangfu.organisations('person', 'read');
END $$;

CREATE FUNCTION bangfu.employers_like(a_keys text[], a_below uuid, a_most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 AS $$
BEGIN
  IF bangfu.actor() IS NULL THEN RETURN; END IF;
  RETURN QUERY EXECUTE 'SELECT e.id FROM public.employer e WHERE e.search_keys @> $1 AND ($2 IS NULL OR e.id < $2) ORDER BY e.id DESC LIMIT $3' USING a_keys, a_below, a_most;
END $$;

-- The tables of cases, with what a search looks at in each.
CREATE FUNCTION bangfu.case_scope(a_noun text) RETURNS TABLE (tab text, names text, on_day text, handler text) LANGUAGE sql IMMUTABLE AS $$
  SELECT v.tab, v.names, v.on_day, v.handler FROM (VALUES
    ('dispute', 'dispute', 'bangfu.case_keys(c.applicant_name, c.employer_name)', 'registered_on', 'mediator_id'),
    ('petition', 'petition', 'bangfu.case_keys(c.petitioner_name, c.employer_name)', 'registered_on', 'handler_id'),
    ('legal-aid', 'legal_aid_matter', 'bangfu.case_keys(c.person_name, c.employer_name)', 'started_on', 'lawyer_id')
  ) AS v(noun, tab, names, on_day, handler) WHERE noun = a_noun $$;

-- Cases that name a person or firm by these pieces, newest first: at most a_most of them below a place in the list, or all.
CREATE FUNCTION bangfu.cases_like(a_noun text, a_keys text[], a_on date, a_below uuid, a_most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 AS $$
DECLARE s record; everything boolean := bangfu.everything(a_noun, 'read');
BEGIN
  SELECT * INTO s FROM bangfu.case_scope(a_noun);
  RETURN QUERY EXECUTE format('SELECT c.id FROM public.%1$I c WHERE %2$s @> $1 AND ($2 IS NULL OR (c.%3$I, c.id) < ($2, $3)) AND (%4$L OR c.organisation_id = ANY ($5) OR (c.%5$I = $6 AND $7)) %6$s',
      s.tab, s.names, s.on_day, everything, s.handler, CASE WHEN a_most IS NULL THEN '' ELSE format('ORDER BY c.%I DESC, c.id DESC LIMIT $4', s.on_day) END)
    USING a_keys, a_on, a_below, a_most, bangfu.organisations(a_noun, 'read'), bangfu.actor(), bangfu.assigned(a_noun, 'read');
END $$;

-- Cases whose number begins with these digits, year first: 20260012 is 苏劳调字〔2026〕第0012号.
CREATE FUNCTION bangfu.cases_numbered(a_noun text, a_digits text, a_most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20 AS $$
DECLARE s record; everything boolean := bangfu.everything(a_noun, 'read');
BEGIN
  SELECT * INTO s FROM bangfu.case_scope(a_noun);
  RETURN QUERY EXECUTE format('SELECT c.id FROM public.%1$I c WHERE bangfu.digits(c.number) ~>=~ $1 AND bangfu.digits(c.number) ~<~ ($1 || '':'') AND (%2$L OR c.organisation_id = ANY ($3) OR (c.%3$I = $4 AND $5)) LIMIT $2',
      s.tab, everything, s.handler)
    USING a_digits, a_most, bangfu.organisations(a_noun, 'read'), bangfu.actor(), bangfu.assigned(a_noun, 'read');
END $$;

-- Whether a document number is in use anywhere, seen or not: imported ledgers bring numbers of their own.
CREATE FUNCTION bangfu.number_taken(a_noun text, a_number text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
BEGIN
  RETURN bangfu.actor() IS NOT NULL AND CASE a_noun WHEN 'dispute' THEN EXISTS (SELECT FROM public.dispute WHERE number = a_number)
                     WHEN 'petition' THEN EXISTS (SELECT FROM public.petition WHERE number = a_number) END;
END $$;

-- How often the actor has looked at what is masked; the trail itself is for the auditor alone.
CREATE FUNCTION bangfu.reveals_since(a_time timestamptz) RETURNS int LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
BEGIN RETURN (SELECT count(*) FROM public.audit_entry WHERE actor_id = bangfu.actor() AND at > a_time AND type = 'person.revealed'); END $$;

-- ---------------------------------------------------------------- merging two records of one person

-- Every column that names a person, and whether the row is one of those whose versions are kept.
CREATE FUNCTION bangfu.person_columns() RETURNS TABLE (tab text, col text, kept boolean) LANGUAGE sql IMMUTABLE AS $$
  VALUES ('dispute', 'applicant_id', true), ('dispute_party', 'person_id', false), ('petition', 'petitioner_id', true), ('hardship_file', 'holder_id', true),
         ('household_member', 'person_id', false), ('disbursement', 'person_id', true), ('legal_aid_matter', 'person_id', true),
         ('bank_account', 'person_id', false), ('activity', 'person_id', false), ('person', 'merged_into', false) $$;

-- Points every row from one person to the other and says which rows those were: table → ids. A bank account that both have stays where it is.
CREATE FUNCTION bangfu.repoint_person(a_from uuid, a_to uuid, a_only jsonb, a_now timestamptz) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE t record; ids jsonb; moved jsonb := '{}';
BEGIN
  IF NOT bangfu.everything('person-merge', 'write') THEN RAISE EXCEPTION 'merging needs the whole city' USING ERRCODE = '42501'; END IF;
  FOR t IN SELECT * FROM bangfu.person_columns() LOOP
    EXECUTE format('WITH m AS (UPDATE public.%1$I r SET %2$I = $2 %3$s WHERE r.%2$I = $1 AND ($3 IS NULL OR r.id IN (SELECT x::uuid FROM jsonb_array_elements_text($3 -> %1$L) x)) %4$s RETURNING r.id) SELECT coalesce(jsonb_agg(id), ''[]'') FROM m',
        t.tab, t.col, CASE WHEN t.kept THEN ', updated_at = $4, version = r.version + 1' ELSE '' END,
        CASE t.tab WHEN 'bank_account' THEN 'AND NOT EXISTS (SELECT FROM public.bank_account o WHERE o.person_id = $2 AND o.number_index = r.number_index)' ELSE '' END)
      INTO ids USING a_from, a_to, a_only, a_now;
    moved := moved || jsonb_build_object(t.tab, ids);
  END LOOP;
  RETURN moved;
END $$;

GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bangfu TO bangfu_app;
