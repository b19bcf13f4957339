import { sql, type Sql } from '#data/sql';
import { readSearchText } from '#rules/people/search-text';
import { isFew } from '../newest.js';
import { oneOf } from '../one-of.js';
import { today, type Work } from '../work.js';

/**
 * The condition that a column names the person whom the text means: by part of the name, pinyin, whole ID number or
 * telephone. A record that was merged is found under the one that was kept. `most` lets a search by name stop at the page's end.
 */
export function personMeant(work: Work, column: Sql, q: string, below: string | null = null, most: number | null = null): Sql {
  const meant = readSearchText(q, today(work));
  switch (meant.kind) {
    case 'nothing':
      if (q.trim() !== '') return sql`false`;
      // Who sees much of the city reads the newest as they come; for others they are put together from their places.
      return most === null || !isFew(work.actor.rights.get('person.read'))
        ? sql`true`
        : oneOf(column, sql`SELECT bangfu.newest_people(${below}, ${most})`, true);
    case 'id':
      return oneOf(
        column,
        sql`SELECT coalesce(x.merged_into, x.id) FROM person x WHERE x.id_index = ${work.secrets.index('id', meant.number)}`,
        true,
      );
    case 'phone':
      return oneOf(
        column,
        sql`SELECT coalesce(x.merged_into, x.id) FROM person x WHERE x.phone_index = ${work.secrets.index('phone', meant.number)}`,
        true,
      );
    case 'name':
      return oneOf(column, sql`SELECT bangfu.people_like(${meant.grams}, ${below}, ${most})`, most !== null);
    case 'pinyin':
      return oneOf(column, sql`SELECT bangfu.people_like(${[meant.letters]}, ${below}, ${most})`, most !== null);
    default:
      return sql`false`;
  }
}
