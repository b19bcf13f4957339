import { sql, type Sql } from '#data/sql';
import { addDays, type PlainDate } from '#rules/shared/plain-date';
import { clockDue, nearestClock, placeName } from '../case-parts.js';
import { caseMeant } from '../case-search.js';
import { lampOfClock, type NearestClock } from '../deadlines/view-clocks.js';
import { fitting, newestOf, type Register } from '../newest.js';
import { DAY, ID, pageOf, readCursor } from '../paging.js';
import { today, type Work } from '../work.js';
import type { DisputeRow } from './move-dispute.js';

export interface DisputeQuery {
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
  q?: string | undefined;
  view: 'all' | 'open' | 'mine' | 'due' | 'overdue';
  status?: string | undefined;
  category?: string | undefined;
  outcome?: string | undefined;
  organisationId?: string | undefined;
  employerId?: string | undefined;
  from?: PlainDate | undefined;
  to?: PlainDate | undefined;
}

type Row = Pick<
  DisputeRow,
  | 'id'
  | 'number'
  | 'status'
  | 'category'
  | 'channel'
  | 'applicantName'
  | 'employerName'
  | 'employerId'
  | 'workerCount'
  | 'organisationId'
  | 'mediatorId'
  | 'mediatorName'
  | 'registeredOn'
  | 'acceptedOn'
  | 'closedOn'
  | 'outcome'
  | 'claimedFen'
> & { organisationName: string; clock: NearestClock | null };

const register: Register = { table: 'dispute', alias: 'd', day: 'registered_on', permission: 'dispute.read', handler: 'mediator_id' };

/** The list of disputes, newest first, by the page. */
export async function findDisputes(work: Work, query: DisputeQuery) {
  const { actor, data, clockwork } = work;
  const on = today(work);
  const after = readCursor(query.cursor, [DAY, ID]);
  const most = query.limit + 1;
  const filters = filtersOf(work, query);
  const below = query.organisationId ? { organisationId: query.organisationId, on } : undefined;
  // Without other conditions a search by name stops at the page's end.
  const where = (stop: number | null): Sql =>
    sql`${filters.sql} AND ${caseMeant(work, 'dispute', 'd', query.q, filters.any || below ? null : stop, after)}`;
  const narrow = Boolean(query.q?.trim() || query.employerId) || ['mine', 'due', 'overdue'].includes(query.view);
  const rows = await data.read<Row>(
    actor,
    sql`SELECT d.id, d.number, d.status, d.category, d.channel, d.applicant_name, d.employer_name, d.employer_id, d.worker_count, d.organisation_id,
          ${placeName('d', 'name')},
          d.mediator_id, d.mediator_name, d.registered_on, d.accepted_on, d.closed_on, d.outcome, d.claimed_fen, k.clock
        FROM ${newestOf(actor, register, { where: where(most), below, narrow, after, most })} LEFT JOIN ${nearestClock('d', clockwork.rules)} k ON true
        ORDER BY d.registered_on DESC, d.id DESC`,
  );
  const total = query.count
    ? (
        await data.readOne<{ total: number }>(
          actor,
          sql`SELECT count(*) AS total FROM dispute d WHERE ${fitting(actor, register, { where: where(null), below })}`,
        )
      ).total
    : null;
  const page = pageOf(rows, query.limit, (row) => [row.registeredOn, row.id]);
  return { ...page, total, items: page.items.map((row) => ({ ...row, clock: lampOfClock(row.clock, clockwork, on) })) };
}

/** The conditions of the query form apart from the place, and whether there are any. */
function filtersOf(work: Work, { view, status, category, outcome, employerId, from, to }: DisputeQuery): { sql: Sql; any: boolean } {
  const now = today(work);
  const { rules } = work.clockwork;
  const views = {
    all: sql`true`,
    open: sql`d.status NOT IN ('closed', 'archived')`,
    mine: sql`d.mediator_id = ${work.actor.id} AND d.status NOT IN ('closed', 'archived')`,
    due: clockDue('d', 'dispute', rules, now, addDays(now, 3)),
    overdue: clockDue('d', 'dispute', rules, null, addDays(now, -1)),
  };
  const parts = sql`${views[view]} ${status ? sql`AND d.status = ${status}` : sql``} ${category ? sql`AND d.category = ${category}` : sql``} ${outcome ? sql`AND d.outcome = ${outcome}` : sql``}
    ${employerId ? sql`AND d.employer_id = ${employerId}` : sql``} ${from ? sql`AND d.registered_on >= ${from}` : sql``} ${to ? sql`AND d.registered_on <= ${to}` : sql``}`;
  return { sql: parts, any: view !== 'all' || [status, category, outcome, employerId, from, to].some((filter) => filter !== undefined) };
}
