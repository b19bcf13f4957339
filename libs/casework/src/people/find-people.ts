import { sql, type Sql } from '#data/sql';
import { ID, pageOf, readCursor } from '../paging.js';
import type { Work } from '../work.js';
import { personMeant } from './person-meant.js';
import { personColumns, presentPerson, type FoundPerson } from './person-row.js';
import { visiblePerson } from './visible-person.js';

export interface PeopleQuery {
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
  q?: string | undefined;
}

/** People by part of the name, pinyin, initials, whole ID number or telephone; the newest first. */
export async function findPeople(work: Work, { cursor, limit, count, q = '' }: PeopleQuery) {
  const [below = null] = readCursor(cursor, [ID]) ?? [];
  const wanted = (place: string | null, most: number | null): Sql =>
    sql`${visiblePerson(work.actor, 'person.read')} AND p.merged_into IS NULL AND ${personMeant(work, sql`p.id`, q, place, most)}`;
  const rows = await work.data.read<FoundPerson>(
    work.actor,
    sql`SELECT ${personColumns} FROM person p WHERE ${wanted(below, limit + 1)} ${below ? sql`AND p.id < ${below}` : sql``} ORDER BY p.id DESC LIMIT ${limit + 1}`,
  );
  const total = count
    ? (await work.data.readOne<{ total: number }>(work.actor, sql`SELECT count(*) AS total FROM person p WHERE ${wanted(null, null)}`))
        .total
    : null;
  const page = pageOf(rows, limit, (row) => [row.id]);
  return { ...page, total, items: page.items.map(presentPerson) };
}
