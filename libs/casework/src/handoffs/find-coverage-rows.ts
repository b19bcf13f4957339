import { raw, sql, type Sql } from '#data/sql';
import { coverageFigures, type CoverageFigure } from '#rules/hardship/finder/coverage-figures';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import type { PlainDate } from '#rules/shared/plain-date';
import { DAY, ID, pageOf, readCursor } from '../paging.js';
import { visibleTo } from '../visible.js';
import { mustBePermitted, today, type Work } from '../work.js';
import { counted, isOfFiles } from './coverage-conditions.js';
import { topOf } from './get-coverage.js';

export interface CoverageRowsQuery {
  figure: CoverageFigure;
  /** the whole of what the actor reaches, where it is left out */
  organisationId?: string | undefined;
  /** the organisation alone, without what is below it */
  own?: boolean | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

interface Row {
  id: string;
  name: string | null;
  number: string | null;
  status: string;
  code: string | null;
  ownerName: string | null;
  organisationName: string;
  on: PlainDate;
}

/** The very rows that a figure of the board counts, by the same condition. Names masked. */
export async function findCoverageRows(work: Work, { figure, organisationId: root, own, cursor, limit, count }: CoverageRowsQuery) {
  const { actor, data } = work;
  const organisationId = root ?? (await topOf(work));
  for (const need of coverageFigures[figure].needs) mustBePermitted(actor, need, { organisationId });
  const on = today(work);
  const after = readCursor(cursor, [DAY, ID]);
  const { from, columns, day, alias, reading } = isOfFiles(figure) ? files : candidates;
  const place = raw(`${alias}.organisation_id`);
  const id = raw(`${alias}.id`);
  const here = own ? sql`${place} = ${organisationId}` : sql`${place} = ANY (ARRAY(SELECT bangfu.subtree(${organisationId}, ${on})))`;
  const where = sql`${visibleTo(actor, reading, alias)} AND ${here} AND ${counted(figure, on)}`;
  const next = after ? sql` AND (${day}, ${id}) < (${after[0]}, ${after[1]})` : sql``;
  const rows = await data.read<Row>(
    actor,
    sql`SELECT ${id} AS id, ${columns}, o.short_name AS organisation_name, ${day} AS "on" FROM ${from} JOIN organisation o ON o.id = ${place}
        WHERE ${where}${next} ORDER BY ${day} DESC, ${id} DESC LIMIT ${limit + 1}`,
  );
  const page = pageOf(rows, limit, (row) => [row.on, row.id]);
  const total = count
    ? (await data.readOne<{ total: number }>(actor, sql`SELECT count(*) AS total FROM ${from} WHERE ${where}`)).total
    : null;
  const noun = coverageFigures[figure].of;
  return { ...page, total, items: page.items.map((row) => ({ ...row, noun, name: row.name === null ? null : maskPersonName(row.name) })) };
}

interface Source {
  from: Sql;
  columns: Sql;
  day: Sql;
  alias: 'f' | 'c';
  reading: 'hardship.read' | 'candidate.read';
}
const files: Source = {
  from: sql`hardship_file f`,
  columns: sql`f.holder_name AS name, f.number, f.status, f.hardship_class AS code, f.handler_name AS owner_name`,
  day: sql`f.filed_on`,
  alias: 'f',
  reading: 'hardship.read',
};
const candidates: Source = {
  from: sql`hardship_candidate c LEFT JOIN person p ON p.id = c.person_id`,
  columns: sql`p.name, NULL AS number, c.status, c.closing AS code, c.owner_name`,
  day: sql`coalesce(c.closed_on, c.due_on)`,
  alias: 'c',
  reading: 'candidate.read',
};
