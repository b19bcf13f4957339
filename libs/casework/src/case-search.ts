import { raw, sql, type Sql } from '#data/sql';
import { readSearchText } from '#rules/people/search-text';
import { oneOf } from './one-of.js';
import { today, type Work } from './work.js';

/** Where each kind of case stands, and how it names its person. */
const places = {
  dispute: { table: 'dispute', person: 'applicant_id' },
  petition: { table: 'petition', person: 'petitioner_id' },
  'legal-aid': { table: 'legal_aid_matter', person: 'person_id' },
} as const;
export type SearchedNoun = keyof typeof places;
const MOST_NUMBERED = 1000;
const MOST_HEARD = 2000;

/**
 * The condition for what was typed into a list of cases: a number, part of the person's or the firm's name, pinyin, a whole
 * ID number, a telephone or a firm's code. `most` lets a search by name stop at the page's end; it is null where other
 * conditions may drop what it finds.
 */
export function caseMeant(
  work: Work,
  noun: SearchedNoun,
  alias: string,
  q: string | undefined,
  most: number | null,
  place?: readonly string[],
): Sql {
  if (!q?.trim()) return sql`true`;
  const id = raw(`${alias}.id`);
  const meant = readSearchText(q, today(work));
  switch (meant.kind) {
    case 'nothing':
      return sql`false`;
    case 'id':
      return oneOf(
        id,
        casesOf(noun, sql`SELECT coalesce(x.merged_into, x.id) FROM person x WHERE x.id_index = ${work.secrets.index('id', meant.number)}`),
        true,
      );
    case 'phone': {
      const index = work.secrets.index('phone', meant.number);
      const left = noun === 'petition' ? sql` UNION SELECT y.id FROM petition y WHERE y.phone_index = ${index}` : sql``;
      return oneOf(
        id,
        sql`${casesOf(noun, sql`SELECT coalesce(x.merged_into, x.id) FROM person x WHERE x.phone_index = ${index}`)}${left}`,
        true,
      );
    }
    case 'code': {
      const orgCode = meant.code.length === 18 ? meant.code.slice(8, 17) : meant.code;
      return oneOf(
        id,
        casesOf(noun, undefined, sql`SELECT x.id FROM employer x WHERE x.org_code = ${orgCode} OR x.uscc = ${meant.code}`),
        false,
      );
    }
    case 'digits':
      return oneOf(id, sql`SELECT bangfu.cases_numbered(${noun}, ${meant.digits}, ${MOST_NUMBERED})`, true);
    case 'number':
      return oneOf(id, sql`SELECT bangfu.cases_starting(${noun}, ${meant.start}, ${most ?? MOST_NUMBERED})`, true);
    case 'pinyin': {
      const heard = [meant.letters];
      return oneOf(
        id,
        casesOf(
          noun,
          sql`SELECT bangfu.people_like(${heard}, NULL, ${MOST_HEARD})`,
          sql`SELECT bangfu.employers_like(${heard}, NULL, ${MOST_HEARD})`,
        ),
        false,
      );
    }
    case 'name':
      return oneOf(
        id,
        sql`SELECT bangfu.cases_like(${noun}, ${meant.part}, ${meant.grams}, ${most && place ? place[0] : null}, ${most && place ? place[1] : null}, ${most})`,
        most !== null,
      );
  }
}

/** The cases that name one of these people or firms. */
function casesOf(noun: SearchedNoun, people?: Sql, firms?: Sql): Sql {
  const { table, person } = places[noun];
  const byPerson = people && sql`SELECT y.id FROM ${raw(table)} y WHERE ${raw(`y.${person}`)} = ANY (ARRAY(${people}))`;
  const byFirm = firms && sql`SELECT y.id FROM ${raw(table)} y WHERE y.employer_id = ANY (ARRAY(${firms}))`;
  return byPerson && byFirm ? sql`${byPerson} UNION ${byFirm}` : (byPerson ?? byFirm ?? sql`SELECT NULL::uuid`);
}
