import { sql, type Sql } from '#data/sql';
import { addDays, type PlainDate } from '#rules/shared/plain-date';
import { clockDue, nearestClock } from '../case-parts.js';
import { caseMeant } from '../case-search.js';
import { lampOfClock, type NearestClock } from '../deadlines/view-clocks.js';
import { DAY, ID, pageOf, readCursor } from '../paging.js';
import { visibleTo } from '../visible.js';
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

/** The list of disputes, newest first, by the page. */
export async function findDisputes(work: Work, query: DisputeQuery) {
  const { actor, data, clockwork } = work;
  const on = today(work);
  const place = readCursor(query.cursor, [DAY, ID]);
  const below = place ? sql`AND (d.registered_on, d.id) < (${place[0]}, ${place[1]})` : sql``;
  const filters = filtersOf(work, query);
  const wanted = (most: number | null): Sql =>
    sql`${visibleTo(actor, 'dispute.read', 'd', 'mediator_id')} ${filters.sql} AND ${caseMeant(work, 'dispute', 'd', query.q, filters.any ? null : most, place)}`;
  const rows = await data.read<Row>(
    actor,
    sql`SELECT d.id, d.number, d.status, d.category, d.channel, d.applicant_name, d.employer_name, d.employer_id, d.worker_count, d.organisation_id, o.name AS organisation_name,
          d.mediator_id, d.mediator_name, d.registered_on, d.accepted_on, d.closed_on, d.outcome, d.claimed_fen, k.clock
        FROM dispute d JOIN organisation o ON o.id = d.organisation_id LEFT JOIN ${nearestClock('d', clockwork.rules)} k ON true
        WHERE ${wanted(query.limit + 1)} ${below} ORDER BY d.registered_on DESC, d.id DESC LIMIT ${query.limit + 1}`,
  );
  const total = query.count
    ? (await data.readOne<{ total: number }>(actor, sql`SELECT count(*) AS total FROM dispute d WHERE ${wanted(null)}`)).total
    : null;
  const page = pageOf(rows, query.limit, (row) => [row.registeredOn, row.id]);
  return {
    ...page,
    total,
    items: page.items.map((row) => ({ ...row, clock: lampOfClock(row.clock, clockwork, on) })),
  };
}

/** The conditions of the query form, and whether there are any: without them a search by name stops at the page's end. */
function filtersOf(
  work: Work,
  { view, status, category, outcome, organisationId, employerId, from, to }: DisputeQuery,
): { sql: Sql; any: boolean } {
  const now = today(work);
  const { rules } = work.clockwork;
  const views = {
    all: sql``,
    open: sql`AND d.status NOT IN ('closed', 'archived')`,
    mine: sql`AND d.mediator_id = ${work.actor.id} AND d.status NOT IN ('closed', 'archived')`,
    due: sql`AND ${clockDue('d', 'dispute', rules, now, addDays(now, 3))}`,
    overdue: sql`AND ${clockDue('d', 'dispute', rules, null, addDays(now, -1))}`,
  };
  const parts = sql`${views[view]} ${statusIs(status)} ${category ? sql`AND d.category = ${category}` : sql``} ${outcome ? sql`AND d.outcome = ${outcome}` : sql``}
    ${organisationId ? sql`AND d.organisation_id = ANY (ARRAY(SELECT bangfu.subtree(${organisationId}, ${now})))` : sql``} ${employerId ? sql`AND d.employer_id = ${employerId}` : sql``}
    ${from ? sql`AND d.registered_on >= ${from}` : sql``} ${to ? sql`AND d.registered_on <= ${to}` : sql``}`;
  return {
    sql: parts,
    any: view !== 'all' || [status, category, outcome, organisationId, employerId, from, to].some((filter) => filter !== undefined),
  };
}

/** That an open status is open is said in so many words, because only then the index of open cases is considered. */
function statusIs(status: string | undefined): Sql {
  if (!status) return sql``;
  const open = status === 'closed' || status === 'archived' ? sql`` : sql` AND d.status NOT IN ('closed', 'archived')`;
  return sql`AND d.status = ${status}${open}`;
}
