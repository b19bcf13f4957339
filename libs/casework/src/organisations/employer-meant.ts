import { sql, type Sql } from '#data/sql';
import { readSearchText } from '#rules/people/search-text';
import { oneOf } from '../one-of.js';
import { today, type Work } from '../work.js';

/** The condition that the firm on the alias `e` is what the text means: by part of the name, pinyin or code. */
export function employerMeant(work: Work, q: string, below: string | null = null, most: number | null = null): Sql {
  const meant = readSearchText(q, today(work));
  switch (meant.kind) {
    case 'nothing':
      return q.trim() === '' ? sql`true` : sql`false`;
    case 'code':
      return sql`(e.uscc = ${meant.code} OR e.org_code = ${meant.code.length === 18 ? meant.code.slice(8, 17) : meant.code})`;
    case 'name':
      return oneOf(sql`e.id`, sql`SELECT bangfu.employers_like(${meant.grams}, ${below}, ${most})`, most !== null);
    case 'pinyin':
      return oneOf(sql`e.id`, sql`SELECT bangfu.employers_like(${[meant.letters]}, ${below}, ${most})`, most !== null);
    case 'digits':
      return sql`e.org_code = ${meant.digits}`;
    default:
      return sql`false`;
  }
}
