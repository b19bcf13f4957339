import { raw, sql, type Sql } from '#data/sql';
import { readSearchText } from '#rules/people/search-text';
import { oneOf } from '../one-of.js';
import { personMeant } from '../people/person-meant.js';
import { today, type Work } from '../work.js';

const MOST_NUMBERED = 1000;

/**
 * The condition for what was typed into a list of files: the holder by name, pinyin, ID number or telephone; how the number
 * begins, or its digits; the number of a certificate, be it one that was lost or that a ledger brought.
 */
export function fileMeant(work: Work, alias: string, q: string | undefined, most: number | null = null): Sql {
  if (!q?.trim()) return sql`true`;
  const text = q.trim();
  const meant = readSearchText(text, today(work));
  const [id, number, certificate] = [raw(`${alias}.id`), raw(`${alias}.number`), raw(`${alias}.certificate_no`)];
  const held = sql`${certificate} = ${text} OR ${id} = ANY (ARRAY(SELECT c.file_id FROM hardship_certificate c WHERE c.number = ${text}))`;
  if (meant.kind === 'number')
    return sql`(${oneOf(id, sql`SELECT bangfu.cases_starting('hardship', ${meant.start}, ${MOST_NUMBERED})`, true)} OR ${held})`;
  if (meant.kind === 'digits')
    return sql`(${oneOf(id, sql`SELECT bangfu.cases_numbered('hardship', ${meant.digits}, ${MOST_NUMBERED})`, true)} OR ${held})`;
  return sql`(${personMeant(work, raw(`${alias}.holder_id`), text, null, most)} OR ${number} = ${text} OR ${held})`;
}
