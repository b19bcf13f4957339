import { joined, sql, type Sql } from '#data/sql';
import { addDays, type PlainDate } from '#rules/shared/plain-date';
import { clockDue, nearestClock } from '../case-parts.js';
import { caseMeant } from '../case-search.js';
import { lampOfClock, type NearestClock } from '../deadlines/view-clocks.js';
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
  clock: NearestClock | null;
}

const open = sql`p.status NOT IN ('closed', 'archived')`;

/** Petitions, newest first, with the clock that runs out next. */
export async function findPetitions(work: Work, filter: PetitionFilter) {
  const on = today(work);
  const after = readCursor(filter.cursor, [DAY, ID]);
  const asked = conditions(work, filter, on);
  // Without other conditions a search by name stops at the page's end.
  const where = (most: number | null): Sql =>
    joined(
      [
        visibleTo(work.actor, 'petition.read', 'p', 'handler_id'),
        caseMeant(work, 'petition', 'p', filter.q, asked.length > 0 ? null : most, after),
        ...asked,
      ],
      ' AND ',
    );
  const next = after ? sql` AND (p.registered_on, p.id) < (${after[0]}, ${after[1]})` : sql``;
  const rows = await work.data.read<Row>(
    work.actor,
    sql`SELECT p.id, p.number, p.status, p.channel, p.purpose, p.subject, p.detail, p.petitioner_name, p.anonymous, p.person_count, p.contact_kind, p.employer_name, p.employer_id, p.organisation_id,
          o.short_name AS organisation_name, p.handler_name, p.registered_on, p.accepted_on, p.closed_on, p.result, k.clock
        FROM petition p JOIN organisation o ON o.id = p.organisation_id LEFT JOIN ${nearestClock('p', work.clockwork.rules)} k ON true
        WHERE ${where(filter.limit + 1)}${next} ORDER BY p.registered_on DESC, p.id DESC LIMIT ${filter.limit + 1}`,
  );
  const page = pageOf(rows, filter.limit, (row) => [row.registeredOn, row.id]);
  const items = page.items.map((row) => ({ ...row, clock: lampOfClock(row.clock, work.clockwork, on) }));
  if (!filter.count) return { items, nextCursor: page.nextCursor };
  const { total } = await work.data.readOne<{ total: number }>(
    work.actor,
    sql`SELECT count(*) AS total FROM petition p WHERE ${where(null)}`,
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
    // Said in so many words, because only then the index of open cases is considered.
    ...(filter.status && !['closed', 'archived'].includes(filter.status) ? [open] : []),
    ...(filter.channel ? [sql`p.channel = ${filter.channel}`] : []),
    ...(filter.subject ? [sql`p.subject = ${filter.subject}`] : []),
    ...(filter.organisationId ? [sql`p.organisation_id = ANY (ARRAY(SELECT bangfu.subtree(${filter.organisationId}, ${on})))`] : []),
    ...(filter.employerId ? [sql`p.employer_id = ${filter.employerId}`] : []),
    ...(filter.from ? [sql`p.registered_on >= ${filter.from}`] : []),
    ...(filter.to ? [sql`p.registered_on <= ${filter.to}`] : []),
  ];
}
