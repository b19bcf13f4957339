/**
 * The SQL that somebody would write by hand for the same pages: no row-level security, no rights, one named statement each.
 * The limit server sends these and nothing else.
 */
export interface Statement {
  name?: string;
  text: string;
}
const named = (name: string, text: string): Statement => ({ name, text });

const nearestClock = (alias: string): string =>
  `LEFT JOIN LATERAL (SELECT json_build_object('code', c.code, 'dueOn', c.due_on, 'ruleId', c.rule_id) AS clock FROM clock c WHERE c.subject_id = ${alias}.id AND c.state IN ('running', 'suspended') ORDER BY c.due_on, c.id LIMIT 1) k ON true`;

const DISPUTE_ROW = `SELECT d.id, d.number, d.status, d.category, d.channel, d.applicant_name AS "applicantName", d.employer_name AS "employerName", d.employer_id AS "employerId", d.worker_count AS "workerCount",
  d.organisation_id AS "organisationId", o.name AS "organisationName", d.mediator_id AS "mediatorId", d.mediator_name AS "mediatorName", d.registered_on AS "registeredOn", d.accepted_on AS "acceptedOn",
  d.closed_on AS "closedOn", d.outcome, d.claimed_fen AS "claimedFen", k.clock
  FROM dispute d JOIN organisation o ON o.id = d.organisation_id ${nearestClock('d')}`;
const PETITION_ROW = `SELECT p.id, p.number, p.status, p.channel, p.purpose, p.subject, p.detail, p.petitioner_name AS "petitionerName", p.anonymous, p.person_count AS "personCount", p.contact_kind AS "contactKind",
  p.employer_name AS "employerName", p.employer_id AS "employerId", p.organisation_id AS "organisationId", o.name AS "organisationName", p.handler_name AS "handlerName", p.registered_on AS "registeredOn",
  p.accepted_on AS "acceptedOn", p.closed_on AS "closedOn", p.result, k.clock
  FROM petition p JOIN organisation o ON o.id = p.organisation_id ${nearestClock('p')}`;
const PERSON_ROW = `SELECT p.id, p.name, p.id_masked AS "idMasked", p.sex, p.birth_date AS "birthDate", p.phone_masked AS "phoneMasked", e.name AS "employerName" FROM person p LEFT JOIN employer e ON e.id = p.employer_id`;

/** The filters of a list, by the name they have in the query: each a condition on one parameter. */
const conditions: Readonly<Record<string, (alias: string, parameter: string) => string>> = {
  status: (alias, $) => `${alias}.status = ${$}`,
  category: (alias, $) => `${alias}.category = ${$}`,
  subject: (alias, $) => `${alias}.subject = ${$}`,
  from: (alias, $) => `${alias}.registered_on >= ${$}::date`,
  to: (alias, $) => `${alias}.registered_on <= ${$}::date`,
  organisations: (alias, $) => `${alias}.organisation_id = ANY (${$}::uuid[])`,
  open: (alias) => `${alias}.status NOT IN ('closed', 'archived')`,
};

/** A list for exactly the filters asked for; the names in the order of their parameters. */
export function caseList(noun: 'dispute' | 'petition', filters: readonly string[], after: boolean): Statement {
  const alias = noun === 'dispute' ? 'd' : 'p';
  let n = 0;
  const wanted = filters.map((filter) => conditions[filter]!(alias, filter === 'open' ? '' : `$${++n}`));
  if (after) wanted.push(`(${alias}.registered_on, ${alias}.id) < ($${++n}::date, $${++n}::uuid)`);
  const where = wanted.length > 0 ? `WHERE ${wanted.join(' AND ')}` : '';
  return named(
    `${noun}_list_${filters.join('_')}_${after}`,
    `${noun === 'dispute' ? DISPUTE_ROW : PETITION_ROW} ${where} ORDER BY ${alias}.registered_on DESC, ${alias}.id DESC LIMIT 21`,
  );
}

export const statements = {
  people: named('people', `${PERSON_ROW} WHERE p.merged_into IS NULL ORDER BY p.id DESC LIMIT 21`),
  peopleAfter: named('people_after', `${PERSON_ROW} WHERE p.merged_into IS NULL AND p.id < $1 ORDER BY p.id DESC LIMIT 21`),
  peopleOf: named(
    'people_of',
    `${PERSON_ROW} WHERE p.merged_into IS NULL AND EXISTS (SELECT FROM person_presence pp WHERE pp.person_id = p.id AND pp.organisation_id = ANY ($1::uuid[])) ORDER BY p.id DESC LIMIT 21`,
  ),
  dispute: named(
    'dispute',
    `SELECT d.*, o.name AS organisation_name,
      (SELECT coalesce(json_agg(json_build_object('id', x.id, 'role', x.role, 'name', x.name, 'personId', x.person_id, 'employerId', x.employer_id, 'representative', x.representative) ORDER BY x.position, x.id), '[]') FROM dispute_party x WHERE x.dispute_id = d.id) AS parties,
      (SELECT coalesce(json_agg(json_build_object('id', c.id, 'code', c.code, 'ruleId', c.rule_id, 'startedOn', c.started_on, 'dueOn', c.due_on, 'state', c.state, 'endedOn', c.ended_on, 'events', c.events) ORDER BY c.started_on, c.id), '[]') FROM clock c WHERE c.subject_id = d.id) AS clocks,
      (SELECT coalesce(json_agg(a), '[]') FROM (SELECT id, noun, subject_id AS "subjectId", kind, happened_on AS "happenedOn", recorded_at AS "recordedAt", actor_name AS "actorName", from_status AS "fromStatus", to_status AS "toStatus", note FROM activity WHERE subject_id = d.id ORDER BY recorded_at DESC, id DESC LIMIT 100) a) AS timeline
     FROM dispute d JOIN organisation o ON o.id = d.organisation_id WHERE d.id = $1`,
  ),
  begin: named('begin', 'BEGIN'),
  commit: named('commit', 'COMMIT'),
  rollback: named('rollback', 'ROLLBACK'),
  nextNumber: named(
    'next_number',
    `INSERT INTO number_sequence (kind, organisation_id, year, last) VALUES ('limit', $1, 2026, 1) ON CONFLICT (kind, organisation_id, year) DO UPDATE SET last = number_sequence.last + 1 RETURNING last`,
  ),
  addDispute: named(
    'add_dispute',
    `INSERT INTO dispute (id, number, organisation_id, status, channel, category, secondary, employer_id, employer_name, applicant_id, applicant_name, worker_count, common_request, request, claimed_fen, registered_on, created_at, created_by, updated_at)
     VALUES ($1, $2, $3, 'registered', $4, $5, '{}', $6, $7, $8, $9, 1, false, $10, $11, current_date, $12, $13, $12)`,
  ),
  addParties: named(
    'add_parties',
    `INSERT INTO dispute_party (id, dispute_id, role, person_id, employer_id, name, position) VALUES ($1, $2, 'applicant', $3, NULL, $4, 0), ($5, $2, 'respondent', NULL, $6, $7, 1)`,
  ),
  tell: named(
    'tell',
    `WITH audit AS (INSERT INTO audit_entry (id, at, type, actor_id, actor_name, organisation_id, subject_noun, subject_id, details) VALUES ($1, $2, $3, $4, 'limit', $5, 'dispute', $6, $7))
     INSERT INTO activity (id, noun, subject_id, organisation_id, person_id, kind, happened_on, recorded_at, actor_id, actor_name, from_status, to_status) VALUES ($8, 'dispute', $6, $5, $9, $10, current_date, $2, $4, 'limit', $11, $12)`,
  ),
  lockDispute: named('lock_dispute', `SELECT * FROM dispute WHERE id = $1 FOR UPDATE`),
  applyDispute: named(
    'apply_dispute',
    `UPDATE dispute SET status = 'applied', applied_on = current_date, updated_at = $2, version = version + 1 WHERE id = $1 AND version = $3`,
  ),
  startClocks: named(
    'start_clocks',
    `INSERT INTO clock (id, noun, subject_id, organisation_id, code, rule_id, started_on, due_on, events) VALUES
     ($1, 'dispute', $2, $3, 'M2', $4, current_date, current_date + 5, $5), ($6, 'dispute', $2, $3, 'M4', $7, current_date, current_date + 15, $5)`,
  ),
  aggregate: named(
    'aggregate',
    `SELECT category, count(*) FILTER (WHERE accepted_on >= $1) AS accepted, count(*) FILTER (WHERE closed_on BETWEEN $1 AND $2) AS closed, sum(worker_count) AS workers, sum(agreed_fen) AS agreed
     FROM dispute WHERE registered_on BETWEEN $1 AND $2 GROUP BY category ORDER BY category`,
  ),
} satisfies Record<string, Statement>;
