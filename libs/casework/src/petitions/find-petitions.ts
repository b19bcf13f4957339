import { joined, sql, type Sql } from '#data/sql';
import { gramsAsked } from '#rules/people/name-grams';
import type { PlainDate } from '#rules/shared/plain-date';
import { lampOfRow } from '../deadlines/view-clocks.js';
import { DAY, ID, pageOf, readCursor } from '../paging.js';
import { visibleTo } from '../visible.js';
import { today, type Work } from '../work.js';

export interface PetitionFilter {
  q?: string | undefined;
  view: 'all' | 'open' | 'mine' | 'due' | 'overdue';
  status?: string | undefined;
  channel?: string | undefined;
  subject?: string | undefined;
  organisationId?: string | undefined;
  employerId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

interface Row {
  id: string;
  registeredOn: PlainDate;
  clockCode: string | null;
  clockDueOn: PlainDate | null;
  clockRuleId: string | null;
}

const open = sql`p.status NOT IN ('closed', 'archived')`;

/** Petitions, newest first, with the clock that runs out next. */
export async function findPetitions(work: Work, filter: PetitionFilter) {
  const on = today(work);
  const after = readCursor(filter.cursor, [DAY, ID]);
  const where = joined([visibleTo(work.actor, 'petition.read', 'p', 'handler_id'), ...conditions(work, filter, on)], ' AND ');
  const next = after ? sql` AND (p.registered_on, p.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``;
  const rows = await work.data.read<Row>(
    work.actor,
    sql`SELECT p.id, p.number, p.status, p.channel, p.purpose, p.subject, p.detail, p.petitioner_name, p.anonymous, p.person_count, p.contact_kind, p.employer_name, p.employer_id, p.organisation_id,
          o.short_name AS organisation_name, p.handler_name, p.registered_on, p.accepted_on, p.closed_on, p.result, c.code AS clock_code, c.due_on AS clock_due_on, c.rule_id AS clock_rule_id
        FROM petition p JOIN organisation o ON o.id = p.organisation_id
        LEFT JOIN LATERAL (SELECT k.code, k.due_on, k.rule_id FROM clock k WHERE k.subject_id = p.id AND k.state IN ('running', 'suspended') ORDER BY k.due_on LIMIT 1) c ON true
        WHERE ${where}${next} ORDER BY p.registered_on DESC, p.id DESC LIMIT ${filter.limit + 1}`,
  );
  const page = pageOf(rows, filter.limit, (row) => [row.registeredOn, row.id]);
  const items = page.items.map(({ clockCode, clockDueOn, clockRuleId, ...row }) => ({ ...row, clock: lampOfRow({ clockCode, clockDueOn, clockRuleId }, work.clockwork, on) }));
  if (!filter.count) return { items, nextCursor: page.nextCursor };
  const [{ total } = { total: 0 }] = await work.data.read<{ total: number }>(work.actor, sql`SELECT count(*) AS total FROM petition p WHERE ${where}`);
  return { items, nextCursor: page.nextCursor, total };
}

function conditions(work: Work, filter: PetitionFilter, on: PlainDate): Sql[] {
  const runsOut = (condition: Sql): Sql => sql`p.id IN (SELECT k.subject_id FROM clock k WHERE k.noun = 'petition' AND k.state IN ('running', 'suspended') AND ${condition})`;
  return [
    ...(filter.q ? [named(filter.q)] : []),
    ...(filter.view === 'open' ? [open] : []),
    ...(filter.view === 'mine' ? [open, sql`p.handler_id = ${work.actor.id}`] : []),
    ...(filter.view === 'due' ? [open, runsOut(sql`k.due_on BETWEEN ${on}::date AND ${on}::date + 3`)] : []),
    ...(filter.view === 'overdue' ? [open, runsOut(sql`k.due_on < ${on}`)] : []),
    ...(filter.status ? [sql`p.status = ${filter.status}`] : []),
    ...(filter.channel ? [sql`p.channel = ${filter.channel}`] : []),
    ...(filter.subject ? [sql`p.subject = ${filter.subject}`] : []),
    ...(filter.organisationId ? [sql`p.organisation_id IN (SELECT bangfu.subtree(${filter.organisationId}, ${on}))`] : []),
    ...(filter.employerId ? [sql`p.employer_id = ${filter.employerId}`] : []),
    ...(filter.from ? [sql`p.registered_on >= ${filter.from}`] : []),
    ...(filter.to ? [sql`p.registered_on <= ${filter.to}`] : []),
  ];
}

/** By the digits of a number, year first, or by pieces of a name. */
function named(q: string): Sql {
  const digits = q.replace(/\D/g, '');
  if (digits.length >= 3) return sql`p.id IN (SELECT bangfu.cases_numbered('petition', ${digits}, 500))`;
  return sql`p.id IN (SELECT bangfu.cases_like('petition', ${gramsAsked(q)}, NULL, NULL, NULL))`;
}
