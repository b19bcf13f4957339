/**
 * A register of hardship files with sealed assessments, and beside it what they say in plain columns, for the limit alone.
 * Every fifth family was assessed before, by other figures: only the latest counts.
 */
import type pg from 'pg';
import type { Secrets } from '#data/secrets';
import { countInputs, factInputs, moneyInputs, type Household } from '#rules/hardship/eligibility/household';
import { forgetful, randomCase } from '../../prove/eligibility-families-support.js';
import { dice, type Dice } from '../../support/dice.js';
import { copyRows } from './bulk.js';
import { idIn, personId } from './ids.js';

const id = (head: string) => (n: number) => `${head}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const fileId = id('01900011');
const householdId = id('01900012');
const assessmentId = id('01900013');

const amounts = Object.keys(moneyInputs) as (keyof typeof moneyInputs)[];
const counts = Object.keys(countInputs) as (keyof typeof countInputs)[];
const facts = Object.keys(factInputs) as (keyof typeof factInputs)[];
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export async function fillHouseholds(
  client: pg.ClientBase,
  secrets: Secrets,
  { files, places, by }: { files: number; places: readonly string[]; by: string },
): Promise<void> {
  const place = `($2::uuid[])[1 + n % ${places.length}]`;
  await client.query('SET session_replication_role = replica');
  await client.query(
    `INSERT INTO person (id, name, search_keys, created_by) SELECT ${idIn(personId, 'n')}, '单雄信', '{}', $2 FROM generate_series(1, $1::int) n`,
    [files, by],
  );
  await client.query(
    `INSERT INTO household (id, organisation_id) SELECT ${idIn(householdId, 'n')}, ${place} FROM generate_series(1, $1::int) n`,
    [files, places],
  );
  await client.query(
    `INSERT INTO hardship_file (id, number, organisation_id, household_id, holder_id, holder_name, status, era, hardship_class, filed_class, main_cause, other_causes, household_size, filed_on, begun_on, created_by)
     SELECT ${idIn(fileId, 'n')}, '困〔2026〕' || n || '号', ${place}, ${idIn(householdId, 'n')}, ${idIn(personId, 'n')}, '单雄信', 'active', 'R3', 'relative', 'relative', 'other', '{}', 3, '2026-02-01', '2026-01-05', $3
     FROM generate_series(1, $1::int) n`,
    [files, places, by],
  );
  await client.query(
    `CREATE TABLE bench_household (file_id uuid PRIMARY KEY, organisation_id uuid NOT NULL, persons int NOT NULL, employment text,
      ${[...amounts.map((name) => `${snake(name)} bigint`), ...counts.map((name) => `${snake(name)} int`), ...facts.map((name) => `${snake(name)} boolean`)].join(', ')})`,
  );
  const chance = dice(files);
  const families = Array.from({ length: files }, (_, at) => familyBy(chance, at));
  await copyRows(client, 'hardship_assessment', ASSESSED, assessments(families, secrets, places, by));
  await copyRows(
    client,
    'bench_household',
    ['file_id', 'organisation_id', 'persons', 'employment', ...[...amounts, ...counts, ...facts].map(snake)],
    plain(families, places),
  );
  await client.query('RESET session_replication_role');
  await client.query('VACUUM (ANALYZE)');
}

function familyBy(chance: Dice, at: number): Household {
  const { family } = randomCase(chance);
  return at % 10 === 0 ? forgetful(chance, family) : family;
}

const ASSESSED = [
  'id', 'file_id', 'organisation_id', 'rule_id', 'received_on', 'assessed_on', 'verdict', 'opens_file', 'unverified', 'household_cipher', 'made_by', 'made_by_name', 'made_at',
]; // prettier-ignore

function* assessments(
  families: readonly Household[],
  secrets: Secrets,
  places: readonly string[],
  by: string,
): Generator<(string | Buffer)[]> {
  let row = 0;
  const assessed = (n: number, household: Household, at: string): (string | Buffer)[] => [
    assessmentId((row += 1)), fileId(n), places[n % places.length]!, 'R3.2', '2026-01-05', '2026-02-01', 'undecided', 'false', 'true', secrets.seal(JSON.stringify(household)), by, 'bench', at,
  ]; // prettier-ignore
  for (const [at, household] of families.entries()) {
    if (at % 5 === 0) yield assessed(at + 1, { ...household, income: 0, dwellings: 1 }, '2025-02-01T02:00:00Z');
    yield assessed(at + 1, household, '2026-02-01T02:00:00Z');
  }
}

function* plain(families: readonly Household[], places: readonly string[]): Generator<(string | number | null)[]> {
  for (const [at, household] of families.entries())
    yield [
      fileId(at + 1),
      places[(at + 1) % places.length]!,
      household.persons,
      household.employment ?? null,
      ...amounts.map((name) => household[name] ?? null),
      ...counts.map((name) => household[name] ?? null),
      ...facts.map((name) => (household[name] === undefined ? null : String(household[name]))),
    ];
}
