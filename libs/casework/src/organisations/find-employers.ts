import { sql, type Sql } from '#data/sql';
import { ID, pageOf, readCursor } from '../paging.js';
import { mustBePermitted, type Work } from '../work.js';
import { employerMeant } from './employer-meant.js';

export interface EmployerQuery {
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
  q?: string | undefined;
  industry?: string | undefined;
  ownership?: string | undefined;
}

interface Row {
  id: string;
  name: string;
  uscc: string | null;
  orgCode: string | null;
  industry: string | null;
  ownership: string | null;
  divisionCode: string | null;
}

/** The register of firms, newest first; by part of a name, pinyin or code. */
export async function findEmployers(work: Work, { cursor, limit, count, q = '', industry, ownership }: EmployerQuery) {
  mustBePermitted(work.actor, 'employer.read');
  const [below = null] = readCursor(cursor, [ID]) ?? [];
  const filters = sql`${industry ? sql`AND e.industry = ${industry}` : sql``} ${ownership ? sql`AND e.ownership = ${ownership}` : sql``}`;
  const narrow = Boolean(industry ?? ownership);
  const where = (place: string | null, most: number | null): Sql =>
    sql`${employerMeant(work, q, place, narrow ? null : most)} ${filters} AND (${place}::uuid IS NULL OR e.id < ${place})`;
  const rows = await work.data.read<Row>(
    work.actor,
    sql`SELECT e.id, e.name, e.uscc, e.org_code, e.industry, e.ownership, e.division_code FROM employer e WHERE ${where(below, limit + 1)} ORDER BY e.id DESC LIMIT ${limit + 1}`,
  );
  const total = count
    ? (await work.data.readOne<{ total: number }>(work.actor, sql`SELECT count(*) AS total FROM employer e WHERE ${where(null, null)}`))
        .total
    : null;
  return { ...pageOf(rows, limit, (row) => [row.id]), total };
}
