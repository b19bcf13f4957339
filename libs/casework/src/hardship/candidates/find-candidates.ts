import { joined, sql, type Sql } from '#data/sql';
import { finderRules, type FinderRule } from '#rules/hardship/finder/finder-rules';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import type { PlainDate } from '#rules/shared/plain-date';
import { tellerOf } from '../../handoffs/readable-signs.js';
import { fitting, type Register } from '../../newest.js';
import { DAY, ID, pageOf, readCursor } from '../../paging.js';
import { personMeant } from '../../people/person-meant.js';
import { visibleTo } from '../../visible.js';
import { today, type Work } from '../../work.js';
import { signsOf, type CandidateRow } from './candidate-row.js';

export interface CandidateQuery {
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
  q?: string | undefined;
  view: 'open' | 'mine' | 'overdue' | 'closed' | 'all';
  rule?: FinderRule | undefined;
  priority?: number | undefined;
  closing?: string | undefined;
  organisationId?: string | undefined;
  from?: PlainDate | undefined;
  to?: PlainDate | undefined;
}

type Row = Pick<
  CandidateRow,
  'id' | 'reasons' | 'priority' | 'organisationId' | 'ownerId' | 'ownerName' | 'foundOn' | 'dueOn' | 'status' | 'closing' | 'closedOn'
> & { personName: string | null; organisationName: string; attempts: number; place: PlainDate };

const register: Register = { table: 'hardship_candidate', alias: 'c', day: 'found_on', permission: 'candidate.read' };

/** 应帮未帮线索: what is open by the day it is due, what is closed the newest first. Names masked, and each reason told only as far as its source may be read. */
export async function findCandidates(work: Work, query: CandidateQuery) {
  const { actor, data } = work;
  const on = today(work);
  const after = readCursor(query.cursor, [DAY, ID]);
  const where = conditionsOf(work, query);
  const below = query.organisationId ? { organisationId: query.organisationId, on } : undefined;
  const [day, next, order] =
    query.view === 'closed' || query.view === 'all' ? [sql`c.found_on`, sql`<`, sql`DESC`] : [sql`c.due_on`, sql`>`, sql`ASC`];
  const further = after ? sql` AND (${day}, c.id) ${next} (${after[0]}, ${after[1]})` : sql``;
  const rows = await data.read<Row>(
    actor,
    sql`SELECT c.id, c.reasons, c.priority, c.organisation_id, o.short_name AS organisation_name, c.owner_id, c.owner_name, c.found_on, c.due_on, c.status, c.closing, c.closed_on,
          jsonb_array_length(c.attempts) AS attempts, p.name AS person_name, ${day} AS place
        FROM hardship_candidate c JOIN organisation o ON o.id = c.organisation_id LEFT JOIN person p ON p.id = c.person_id
        WHERE ${fitting(actor, register, { where, below })}${further} ORDER BY ${day} ${order}, c.id ${order} LIMIT ${query.limit + 1}`,
  );
  const total = query.count
    ? (
        await data.readOne<{ total: number }>(
          actor,
          sql`SELECT count(*) AS total FROM hardship_candidate c WHERE ${fitting(actor, register, { where, below })}`,
        )
      ).total
    : null;
  const page = pageOf(rows, query.limit, (row) => [row.place, row.id]);
  const tell = await tellerOf(work, page.items.flatMap(signsOf));
  const items = page.items.map((item) => {
    const { reasons: _, personName, place: __, ...row } = item;
    return {
      ...row,
      personName: personName === null ? null : maskPersonName(personName),
      reasons: signsOf(item).map(tell),
      overdue: row.status === 'open' && row.dueOn < on,
    };
  });
  return { ...page, items, total };
}

function conditionsOf(work: Work, { q, view, rule, priority, closing, from, to }: CandidateQuery): Sql {
  const on = today(work);
  const views: Readonly<Record<CandidateQuery['view'], Sql>> = {
    open: sql`c.status = 'open'`,
    mine: sql`c.status = 'open' AND c.owner_id = ${work.actor.id}`,
    overdue: sql`c.status = 'open' AND c.due_on < ${on}`,
    closed: sql`c.status = 'closed'`,
    all: sql`true`,
  };
  return joined(
    [
      views[view],
      ...(q?.trim() ? [personMeant(work, sql`c.person_id`, q)] : []),
      ...(rule ? [withRule(work, rule)] : []),
      ...(priority ? [sql`c.priority = ${priority}`] : []),
      ...(closing ? [sql`c.closing = ${closing}`] : []),
      ...(from ? [sql`c.found_on >= ${from}`] : []),
      ...(to ? [sql`c.found_on <= ${to}`] : []),
    ],
    ' AND ',
  );
}

/** Only where one may read what the rule rests on: the filter would otherwise say what the list keeps back. */
function withRule({ actor }: Work, rule: FinderRule): Sql {
  return sql`c.reasons @> ${JSON.stringify([{ rule }])}::jsonb AND ${visibleTo(actor, finderRules[rule].reading, 'c')}`;
}
