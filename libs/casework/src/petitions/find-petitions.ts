import { joined, sql, type Sql } from '#data/sql';
import { addDays, type PlainDate } from '#rules/shared/plain-date';
import { clockDue, nearestClock, placeName } from '../case-parts.js';
import { caseMeant } from '../case-search.js';
import { lampOfClock, type NearestClock } from '../deadlines/view-clocks.js';
import { fitting, newestOf, type Register } from '../newest.js';
import { DAY, ID, pageOf, readCursor } from '../paging.js';
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
  clock: NearestClock | null;
}

const open = sql`p.status NOT IN ('closed', 'archived')`;

const register: Register = { table: 'petition', alias: 'p', day: 'registered_on', permission: 'petition.read', handler: 'handler_id' };

/** Petitions, newest first, with the clock that runs out next. */
export async function findPetitions(work: Work, filter: PetitionFilter) {
  const { actor, data } = work;
  const on = today(work);
  const after = readCursor(filter.cursor, [DAY, ID]);
  const most = filter.limit + 1;
  const asked = conditions(work, filter, on);
  const below = filter.organisationId ? { organisationId: filter.organisationId, on } : undefined;
  // Without other conditions a search by name stops at the page's end.
  const where = (stop: number | null): Sql =>
    joined([caseMeant(work, 'petition', 'p', filter.q, asked.length > 0 || below ? null : stop, after), ...asked], ' AND ');
  const narrow = Boolean(filter.q?.trim() || filter.employerId) || ['mine', 'due', 'overdue'].includes(filter.view);
  const rows = await data.read<Row>(
    actor,
    sql`SELECT p.id, p.number, p.status, p.channel, p.purpose, p.subject, p.detail, p.petitioner_name, p.anonymous, p.person_count, p.contact_kind, p.employer_name, p.employer_id, p.organisation_id,
          ${placeName('p')}, p.handler_name, p.registered_on, p.accepted_on, p.closed_on, p.result, k.clock
        FROM ${newestOf(actor, register, { where: where(most), below, narrow, after, most })} LEFT JOIN ${nearestClock('p', work.clockwork.rules)} k ON true
        ORDER BY p.registered_on DESC, p.id DESC`,
  );
  const page = pageOf(rows, filter.limit, (row) => [row.registeredOn, row.id]);
  const items = page.items.map((row) => ({ ...row, clock: lampOfClock(row.clock, work.clockwork, on) }));
  if (!filter.count) return { items, nextCursor: page.nextCursor };
  const { total } = await data.readOne<{ total: number }>(
    actor,
    sql`SELECT count(*) AS total FROM petition p WHERE ${fitting(actor, register, { where: where(null), below })}`,
  );
  return { items, nextCursor: page.nextCursor, total };
}

function conditions(work: Work, filter: PetitionFilter, on: PlainDate): Sql[] {
  const { rules } = work.clockwork;
  return [
    ...(filter.view === 'open' ? [open] : []),
    ...(filter.view === 'mine' ? [open, sql`p.handler_id = ${work.actor.id}`] : []),
    ...(filter.view === 'due' ? [clockDue('p', 'petition', rules, on, addDays(on, 3))] : []),
    ...(filter.view === 'overdue' ? [clockDue('p', 'petition', rules, null, addDays(on, -1))] : []),
    ...(filter.status ? [sql`p.status = ${filter.status}`] : []),
    ...(filter.channel ? [sql`p.channel = ${filter.channel}`] : []),
    ...(filter.subject ? [sql`p.subject = ${filter.subject}`] : []),
    ...(filter.employerId ? [sql`p.employer_id = ${filter.employerId}`] : []),
    ...(filter.from ? [sql`p.registered_on >= ${filter.from}`] : []),
    ...(filter.to ? [sql`p.registered_on <= ${filter.to}`] : []),
  ];
}
