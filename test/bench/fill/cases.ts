import type pg from 'pg';
import type { Size } from '../settings.js';
import { disputeId, EMPLOYERS, employerId, FILLER, idIn, organisationId, personId, petitionId, towns, userId } from './ids.js';

/** Cases that the run may still move, the newest of all: the even ones for the limit, the odd ones for us. */
export const movable = (disputes: number): number => Math.min(30_000, Math.floor(disputes * 0.15));
/** The first cases are those of the busy and the quiet person, five each. */
export const OF_TWO = 10;
const ACTIVITIES_OF_BUSY = 10_000;

const town = `(${towns[0]} + (n * 31) % ${towns.length})`;
const applicant = (persons: number): string =>
  `(CASE WHEN n <= 5 THEN 1 WHEN n <= ${OF_TWO} THEN 2 ELSE 3 + (n::bigint * 7919) % (${persons} - 2) END)`;
/** Three years of cases, in their order, up to yesterday. */
const day = (count: number): string => `(current_date - 1 - ((${count} - n)::bigint * 1095 / ${count})::int)`;

/** Disputes with two parties, their clocks, their timeline and their history. */
export async function fillDisputes(client: pg.ClientBase, { disputes, persons }: Size): Promise<void> {
  await client.query(
    `
    INSERT INTO dispute (id, number, organisation_id, division_code, status, channel, category, secondary, employer_id, employer_name, applicant_id, applicant_name, worker_count, request,
                         claimed_fen, mediator_id, mediator_name, registered_on, applied_on, accepted_on, closed_on, outcome, agreed_fen, created_at, created_by, updated_at, version)
    SELECT ${idIn(disputeId, 'n')}, '台劳调字〔' || extract(year FROM d.day) || '〕第' || n || '号', ${idIn(organisationId, town)}, '320505', s.status, (ARRAY['V','T','W','L'])[1 + n % 4],
           (ARRAY['51','53','52','43','24','41','54','10','90'])[1 + (n * 7) % 9], '{}', e.id, e.name, p.id, p.name, 1 + (n % 50 = 0)::int * (n % 40), '请求支付拖欠的工资和加班费', 100000 + (n % 900) * 1000,
           CASE WHEN s.step >= 3 THEN ${idIn(userId, `100 + ${town}`)} END, CASE WHEN s.step >= 3 THEN 'bench.mediator' || ${town} END,
           d.day, CASE WHEN s.step >= 1 THEN d.day END, CASE WHEN s.step >= 2 THEN d.day END, CASE WHEN s.step = 5 THEN least(d.day + 9 + n % 20, current_date - 1) END,
           CASE WHEN s.step = 5 THEN (ARRAY['01','02','03','04'])[1 + n % 4] END, CASE WHEN s.step = 5 THEN 100000 END, d.day + time '09:00', '${FILLER}', d.day + time '17:00', 1
    FROM generate_series(1, $1::int) n
    CROSS JOIN LATERAL (SELECT ${day(disputes)} AS day) d
    CROSS JOIN LATERAL (SELECT CASE WHEN n > $1 - $2::int THEN 'registered' WHEN n > $1 * 0.83 - 1 THEN (ARRAY['applied','accepted','assigned','mediating'])[1 + n % 4] ELSE 'closed' END AS status) c
    CROSS JOIN LATERAL (SELECT c.status, array_position(ARRAY['registered','applied','accepted','assigned','mediating','closed'], c.status) - 1 AS step) s
    JOIN person p ON p.id = ${idIn(personId, applicant(persons))}
    JOIN employer e ON e.id = ${idIn(employerId, `1 + (n * 13) % ${EMPLOYERS}`)}`,
    [disputes, movable(disputes)],
  );
  await client.query(`
    INSERT INTO dispute_party (id, dispute_id, role, person_id, employer_id, name, position)
    SELECT gen_random_uuid(), id, 'applicant', applicant_id, NULL, applicant_name, 0 FROM dispute UNION ALL SELECT gen_random_uuid(), id, 'respondent', NULL, employer_id, employer_name, 1 FROM dispute`);
  await clocksOf(client, 'dispute', 'applied_on', 'M2', 'accepted_on', 'mediator_id', 5);
  await clocksOf(client, 'dispute', 'accepted_on', 'M5', 'closed_on', 'mediator_id', 15);
  await activitiesOf(client, 'dispute', 'applicant_id', [
    ['register', 'registered_on'],
    ['apply', 'applied_on'],
    ['accept', 'accepted_on'],
    ['close', 'closed_on'],
  ]);
  await client.query(
    `INSERT INTO activity (id, noun, subject_id, organisation_id, person_id, kind, happened_on, recorded_at, actor_id, actor_name, note)
     SELECT gen_random_uuid(), 'dispute', d.id, d.organisation_id, d.applicant_id, 'dispute.note', d.registered_on, d.created_at + n * interval '1 second', '${FILLER}', 'bench.filler', '电话联系'
     FROM dispute d, generate_series(1, $1::int) n WHERE d.id <= ${idIn(disputeId, '5')}`,
    [ACTIVITIES_OF_BUSY / 5],
  );
  await client.query(`INSERT INTO history.dispute SELECT updated_at, 'infinity', d.* FROM dispute d`);
}

export async function fillPetitions(client: pg.ClientBase, { petitions, persons }: Size): Promise<void> {
  await client.query(
    `
    INSERT INTO petition (id, number, matter_id, organisation_id, status, channel, purpose, subject, petitioner_id, petitioner_name, phone_masked, person_count, contact_kind, employer_id, employer_name,
                          content, handler_id, handler_name, registered_on, accepted_on, replied_on, closed_on, result, created_at, created_by, updated_at, version)
    SELECT ${idIn(petitionId, 'n')}, '台信字〔' || extract(year FROM d.day) || '〕第' || n || '号', ${idIn(petitionId, 'n')}, ${idIn(organisationId, town)}, s.status, (ARRAY['V','T','L','W'])[1 + n % 4],
           'settlement', (ARRAY['20','01','02','09'])[1 + (n * 7) % 4], p.id, p.name, p.phone_masked, 1 + (n % 60 = 0)::int * 6, CASE WHEN n % 9 = 0 THEN 'repeat' ELSE 'first' END, e.id, e.name,
           '反映单位拖欠加班工资，要求工会协调。', CASE WHEN s.step >= 1 THEN ${idIn(userId, `100 + ${town}`)} END, CASE WHEN s.step >= 1 THEN 'bench.mediator' || ${town} END,
           d.day, CASE WHEN s.step >= 1 THEN d.day END, CASE WHEN s.step >= 3 THEN least(d.day + 20, current_date - 1) END, CASE WHEN s.step = 4 THEN least(d.day + 20, current_date - 1) END,
           CASE WHEN s.step >= 3 THEN 'supported' END, d.day + time '09:00', '${FILLER}', d.day + time '17:00', 1
    FROM generate_series(1, $1::int) n
    CROSS JOIN LATERAL (SELECT ${day(petitions)} AS day) d
    CROSS JOIN LATERAL (SELECT CASE WHEN n > $1 * 0.88 THEN (ARRAY['registered','accepted','handling','replied'])[1 + n % 4] ELSE 'closed' END AS status) c
    CROSS JOIN LATERAL (SELECT c.status, array_position(ARRAY['registered','accepted','handling','replied','closed'], c.status) - 1 AS step) s
    JOIN person p ON p.id = ${idIn(personId, applicant(persons))}
    JOIN employer e ON e.id = ${idIn(employerId, `1 + (n * 13) % ${EMPLOYERS}`)}`,
    [petitions],
  );
  await clocksOf(client, 'petition', 'registered_on', 'X2', 'accepted_on', 'handler_id', 15);
  await clocksOf(client, 'petition', 'accepted_on', 'X3', 'replied_on', 'handler_id', 60);
  await activitiesOf(client, 'petition', 'petitioner_id', [
    ['register', 'registered_on'],
    ['accept', 'accepted_on'],
    ['reply', 'replied_on'],
  ]);
  await client.query(`INSERT INTO history.petition SELECT updated_at, 'infinity', p.* FROM petition p`);
}

async function clocksOf(
  client: pg.ClientBase,
  noun: string,
  start: string,
  code: string,
  end: string,
  owner: string,
  days: number,
): Promise<void> {
  await client.query(`
    INSERT INTO clock (id, noun, subject_id, organisation_id, code, rule_id, started_on, due_on, state, ended_on, events, owner_id, created_at)
    SELECT gen_random_uuid(), '${noun}', c.id, c.organisation_id, '${code}', r.id, c.${start}, c.${start} + ${days}, CASE WHEN c.${end} IS NULL THEN 'running' ELSE 'met' END, c.${end},
           jsonb_build_array(jsonb_build_object('type', 'started', 'on', c.${start})) || CASE WHEN c.${end} IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('type', 'met', 'on', c.${end})) END,
           c.${owner}, c.created_at
    FROM ${noun} c JOIN clock_rule r ON r.code = '${code}' AND r.enabled AND r.valid_from <= c.${start} AND (r.valid_to IS NULL OR r.valid_to >= c.${start})
    WHERE c.${start} IS NOT NULL`);
}

async function activitiesOf(
  client: pg.ClientBase,
  noun: string,
  person: string,
  steps: readonly (readonly [string, string])[],
): Promise<void> {
  for (const [kind, on] of steps) {
    await client.query(`
      INSERT INTO activity (id, noun, subject_id, organisation_id, person_id, kind, happened_on, recorded_at, actor_id, actor_name)
      SELECT gen_random_uuid(), '${noun}', id, organisation_id, ${person}, '${noun}.${kind}', ${on}, ${on} + time '10:00', '${FILLER}', 'bench.filler' FROM ${noun} WHERE ${on} IS NOT NULL`);
  }
}
