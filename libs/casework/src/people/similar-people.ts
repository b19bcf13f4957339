import { sql } from '#data/sql';
import { gramsAsked } from '#rules/people/name-grams';
import { readPersonName } from '#rules/shared/identifiers/person-name';
import type { Work } from '../work.js';
import { personColumns, type FoundPerson } from './person-row.js';
import { wholeReadings } from './search-keys.js';
import { visiblePerson } from './visible-person.js';

export type Because = 'name' | 'phone' | 'pinyin';
export type SimilarPerson = FoundPerson & { because: Because[]; identified: boolean };
const MOST = 20;

/**
 * People whom the actor can see and who may be the one described: the same telephone first, then the same name, then a name
 * that is read the same. Looked up and created alike, so that what was shown is what has to be answered.
 */
export async function similarPeople(
  work: Work,
  { name: typed = '', phone }: { name?: string | undefined; phone?: string | undefined },
): Promise<SimilarPerson[]> {
  const name = readPersonName(typed);
  const readings = name ? wholeReadings(name) : new Set<string>();
  const phoneIndex = phone ? work.secrets.index('phone', phone) : null;
  const rows = await work.data.read<FoundPerson & { identified: boolean; samePhone: boolean | null }>(
    work.actor,
    sql`SELECT ${personColumns}, p.id_index IS NOT NULL AS identified, p.phone_index = ${phoneIndex} AS same_phone FROM person p
        WHERE p.merged_into IS NULL AND ${visiblePerson(work.actor, 'person.read')} AND p.id IN (
          SELECT bangfu.people_like(${gramsAsked(name)}, NULL, 200) WHERE ${name} <> ''
          UNION SELECT x.id FROM person x WHERE x.phone_index = ${phoneIndex}
          UNION SELECT bangfu.people_like(ARRAY[r], NULL, 100) FROM unnest(${[...readings].slice(0, 4)}::text[]) r
        ) ORDER BY p.id DESC`,
  );
  return rows
    .map(({ samePhone, ...row }) => ({ ...row, because: reasons(row.name, name, readings, samePhone === true) }))
    .filter((row) => row.because.length > 0)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST);
}

function reasons(theirs: string, ours: string, readings: ReadonlySet<string>, samePhone: boolean): Because[] {
  const sameName = ours !== '' && theirs === ours;
  const heard = !sameName && readings.size > 0 && [...wholeReadings(theirs)].some((way) => readings.has(way));
  return [...(samePhone ? (['phone'] as const) : []), ...(sameName ? (['name'] as const) : []), ...(heard ? (['pinyin'] as const) : [])];
}

const rank = ({ because }: SimilarPerson): number => (because.includes('phone') ? 0 : because.includes('name') ? 1 : 2);
