import { sql, type Sql } from '#data/sql';
import { readSearchText } from '#rules/people/search-text';
import { today, type Work } from '../work.js';

/**
 * The condition that a column names the person whom the text means: by part of the name, pinyin, whole ID number or
 * telephone. A record that was merged is found under the one that was kept. `most` lets a search by name stop at the page's end.
 */
export function personMeant(work: Work, column: Sql, q: string, below: string | null = null, most: number | null = null): Sql {
  const meant = readSearchText(q, today(work));
  switch (meant.kind) {
    case 'nothing':
      return q.trim() === '' ? sql`true` : sql`false`;
    case 'id':
      return sql`${column} IN (SELECT coalesce(x.merged_into, x.id) FROM person x WHERE x.id_index = ${work.secrets.index('id', meant.number)})`;
    case 'phone':
      return sql`${column} IN (SELECT coalesce(x.merged_into, x.id) FROM person x WHERE x.phone_index = ${work.secrets.index('phone', meant.number)})`;
    case 'name':
      return sql`${column} IN (SELECT bangfu.people_like(${meant.grams}, ${below}, ${most}))`;
    case 'pinyin':
      return sql`${column} IN (SELECT bangfu.people_like(${[meant.letters]}, ${below}, ${most}))`;
    default:
      return sql`false`;
  }
}
