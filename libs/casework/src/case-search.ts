import { raw, sql, type Sql } from '#data/sql';
import { readSearchText } from '#rules/people/search-text';
import { today, type Work } from './work.js';

/** How each kind of case names its person. */
const personColumn = { dispute: 'applicant_id', petition: 'petitioner_id', 'legal-aid': 'person_id' } as const;
export type SearchedNoun = keyof typeof personColumn;

/**
 * The condition for what was typed into a list of cases: a number, part of the person's or the firm's name, pinyin, a whole
 * ID number, a telephone or a firm's code. `most` lets a search by name stop at the page's end; it is null where other
 * conditions may drop what it finds.
 */
export function caseMeant(work: Work, noun: SearchedNoun, alias: string, q: string | undefined, most: number | null, place?: readonly string[]): Sql {
  if (!q?.trim()) return sql`true`;
  const [row, person] = [raw(alias), raw(`${alias}.${personColumn[noun]}`)];
  const meant = readSearchText(q, today(work));
  switch (meant.kind) {
    case 'nothing':
      return sql`false`;
    case 'id':
      return sql`${person} IN (SELECT coalesce(x.merged_into, x.id) FROM person x WHERE x.id_index = ${work.secrets.index('id', meant.number)})`;
    case 'phone': {
      const index = work.secrets.index('phone', meant.number);
      const own = noun === 'petition' ? sql` OR ${row}.phone_index = ${index}` : sql``;
      return sql`(${person} IN (SELECT coalesce(x.merged_into, x.id) FROM person x WHERE x.phone_index = ${index})${own})`;
    }
    case 'code': {
      const code = meant.code.length === 18 ? meant.code.slice(8, 17) : meant.code;
      return sql`${row}.employer_id IN (SELECT x.id FROM employer x WHERE x.org_code = ${code} OR x.uscc = ${meant.code})`;
    }
    case 'digits':
      return sql`${row}.id IN (SELECT bangfu.cases_numbered(${noun}, ${meant.digits}, 1000))`;
    case 'number':
      return sql`${row}.number ^@ ${meant.start}`;
    case 'pinyin':
      return sql`(${person} IN (SELECT bangfu.people_like(${[meant.letters]}, NULL, 2000)) OR ${row}.employer_id IN (SELECT bangfu.employers_like(${[meant.letters]}, NULL, 2000)))`;
    case 'name':
      return sql`${row}.id IN (SELECT bangfu.cases_like(${noun}, ${meant.grams}, ${most && place ? place[0] : null}, ${most && place ? place[1] : null}, ${most}))`;
  }
}
