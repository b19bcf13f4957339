/**
 * Proves that whoever needs to be found is found: a city in which it is known of everybody, the finder over it, recall and precision by rule, an owner, a reason and a day for each, and a second run that changes nothing.
 * `node dist/test/prove/finder.js`; FINDER_CONTROL=short-sight, long-sight, hasty or forgetful has to fall short.
 */
import { actorOf } from '#casework/access/actor-of';
import { lookForCandidates } from '#casework/handoffs/look-for-candidates';
import type { Work } from '#casework/work';
import { KEEPER } from '#rules/access/system-actors';
import { suzhouFinderPlan, type FinderPlan } from '#rules/hardship/finder/finder-plan';
import { finderRuleCodes, type FinderRule } from '#rules/hardship/finder/finder-rules';
import { Chance } from '../../prisma/seed/demo/chance.js';
import { settleCity } from '../../prisma/seed/demo/people-of-the-city.js';
import { callPersonnel } from '../../prisma/seed/demo/personnel.js';
import { plantCandidates } from '../../prisma/seed/demo/planting/plant-candidates.js';
import { Stage, type Planted } from '../../prisma/seed/demo/planting/stage.js';
import { aDatabase, type TestDatabase } from '../support/database.js';

const TIMES = { test: 2, full: 12, nightly: 100 }[process.env['PROVE_SIZE'] ?? 'full'] ?? 12;
const LEAST_RECALL = 0.95;
const LEAST_PRECISION = 0.95;
const wrong: string[] = [];

/** Eyes that see too little or too much, a program that enrols, one that forgets what it found: the proof has to notice each. */
const CONTROL = process.env['FINDER_CONTROL'];
const plan: FinderPlan =
  CONTROL === 'short-sight'
    ? { ...suzhouFinderPlan, petitionMonths: 2, refusedMonths: 3 }
    : CONTROL === 'long-sight'
      ? {
          ...suzhouFinderPlan,
          disputeMonths: 18,
          legalAidMonths: 18,
          petitionMonths: 18,
          liftedMonths: 18,
          visitMonths: 36,
          gapPercent: 60,
        }
      : suzhouFinderPlan;

interface Candidate {
  id: string;
  person_id: string;
  reasons: { rule: FinderRule }[];
  owner_id: string | null;
  found_on: string;
  due_on: string;
  status: string;
}

async function aCity(db: TestDatabase): Promise<{ truth: readonly Planted[]; end: Date }> {
  const end = new Date();
  const client = await db.owner.connect();
  try {
    await settleCity(client as never, new Chance(2012));
    const { data, secrets, clockwork } = db;
    const staff = await callPersonnel({ data, secrets, clockwork, owner: client as never }, new Chance(2013));
    return { truth: await plantCandidates(await Stage.set(staff, client, new Chance(2014), end), TIMES), end };
  } finally {
    client.release();
  }
}

const candidatesOf = async (db: TestDatabase): Promise<Candidate[]> =>
  (
    await db.owner.query<Candidate>(
      `SELECT id, person_id, reasons, owner_id, found_on::text, due_on::text, status FROM hardship_candidate ORDER BY id`,
    )
  ).rows;

/** Every row of every table, as one number a table: what changed shows as another. */
async function fingerprint(db: TestDatabase, tables: readonly string[]): Promise<string> {
  const parts = tables.map(
    (table) => `(SELECT '${table} ' || count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0))::text, '') FROM ${table} t)`,
  );
  const { rows } = await db.owner.query<{ mark: string }>(`SELECT concat_ws('; ', ${parts.join(', ')}) AS mark`);
  return rows[0]!.mark;
}
const ENROLLED = ['hardship_file', 'hardship_seat', 'household', 'household_member', 'hardship_decision', 'disbursement'];
const WRITTEN = [...ENROLLED, 'hardship_candidate', 'activity', 'audit_entry', 'outbox', 'person', 'person_presence'];

function compare(truth: readonly Planted[], candidates: readonly Candidate[]): void {
  const pairs = (rule: FinderRule, all: readonly { personId: string; rules: readonly FinderRule[] }[]): Set<string> =>
    new Set(all.filter(({ rules }) => rules.includes(rule)).map(({ personId }) => personId));
  const found = candidates.map(({ person_id, reasons }) => ({ personId: person_id, rules: reasons.map(({ rule }) => rule) }));
  const scenes = new Map(truth.map(({ personId, scene }) => [personId, scene]));
  let [planted, right, told] = [0, 0, 0];
  console.log('rule                    planted  found  right  recall  precision');
  for (const rule of finderRuleCodes) {
    const [wanted, seen] = [pairs(rule, truth), pairs(rule, found)];
    const hits = [...wanted].filter((person) => seen.has(person)).length;
    planted += wanted.size;
    told += seen.size;
    right += hits;
    const [recall, precision] = [hits / wanted.size, seen.size === 0 ? 1 : hits / seen.size];
    console.log(`${rule.padEnd(22)} ${[wanted.size, seen.size, hits].map((n) => String(n).padStart(8)).join('')}  ${recall.toFixed(3).padStart(6)}  ${precision.toFixed(3).padStart(9)}`); // prettier-ignore
    if (wanted.size === 0) wrong.push(`${rule}: nobody was planted for it`);
    if (recall < LEAST_RECALL) wrong.push(`${rule}: recall ${recall.toFixed(3)}`);
    if (precision < LEAST_PRECISION) wrong.push(`${rule}: precision ${precision.toFixed(3)}`);
    for (const person of [...wanted].filter((one) => !seen.has(one)).slice(0, 2)) wrong.push(`${rule}: not found: ${scenes.get(person)}`);
    for (const person of [...seen].filter((one) => !wanted.has(one)).slice(0, 2))
      wrong.push(`${rule}: found: ${scenes.get(person) ?? 'nobody planted'}`);
  }
  console.log(`all: recall ${(right / planted).toFixed(3)}, precision ${(right / told).toFixed(3)}; people planted ${truth.length}, of whom ${truth.filter(({ rules }) => rules.length === 0).length} only look like it`); // prettier-ignore
}

function complete(candidates: readonly Candidate[]): void {
  const lacking = candidates.filter(({ owner_id, reasons, found_on, due_on }) => !owner_id || reasons.length === 0 || due_on <= found_on);
  const people = new Set(candidates.map(({ person_id }) => person_id)).size;
  if (lacking.length > 0) wrong.push(`${lacking.length} candidates without owner, reason or day`);
  if (people !== candidates.length) wrong.push(`${candidates.length - people} people are candidates twice`);
  console.log(`candidates: ${candidates.length}, without owner, reason or day ${lacking.length}; owners ${new Set(candidates.map(({ owner_id }) => owner_id)).size}`); // prettier-ignore
}

async function main(): Promise<void> {
  const begun = performance.now();
  const db = await aDatabase();
  try {
    const { truth, end } = await aCity(db);
    console.log(`a city with ${truth.length} people of whom it is known: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    const { data, secrets, clockwork } = db;
    const keeper: Work = { data, secrets, clockwork, actor: await actorOf(data, KEEPER.id), now: end };
    const before = await fingerprint(db, ENROLLED);
    const started = performance.now();
    await lookForCandidates(keeper, plan);
    console.log(`the finder: ${((performance.now() - started) / 1000).toFixed(1)} s`);
    if (CONTROL === 'hasty') await db.owner.query(`UPDATE hardship_file SET status = 'submitted' WHERE status = 'draft'`);
    const enrolled = (await fingerprint(db, ENROLLED)) !== before;
    if (enrolled) wrong.push('files or households changed: somebody was enrolled by a program');
    const candidates = await candidatesOf(db);
    compare(truth, candidates);
    complete(candidates);
    if (CONTROL === 'forgetful') await db.owner.query(`UPDATE hardship_candidate SET reasons = '[]'`);
    const first = await fingerprint(db, WRITTEN);
    const again = await lookForCandidates({ ...keeper, now: new Date(end.getTime() + 60_000) }, plan);
    const changed = (await fingerprint(db, WRITTEN)) !== first;
    if (changed || again.opened + again.added + again.handedOver > 0)
      wrong.push(`the second run changed something: ${JSON.stringify(again)}`);
    console.log(`enrolled by the program: ${enrolled ? 'somebody' : 'nobody'}; second run: ${changed ? 'changed rows' : '0 rows changed'}`);
    for (const line of wrong.slice(0, 40)) console.log(`  ${line}`);
    console.log(`finder: ${wrong.length === 0 ? 'holds' : 'falls short'}`);
    process.exitCode = wrong.length === 0 ? 0 : 1;
  } finally {
    await db.close();
  }
}

await main();
