/**
 * Proves that no file past its review date is on nobody's list: a city of many years in which people leave and organisations move, and after the nightly job an oracle finds none.
 * Then it is broken in every way we know, and each time the nightly check says so, file by file as the oracle does.
 * `node dist/test/prove/reviews.js [seed]`; REVIEWS_CONTROL=no-plan, no-hand-over or blind-check has to fall short.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { actorOf } from '#casework/access/actor-of';
import { findReviews } from '#casework/hardship/reviews/find-reviews';
import { askForScheduled } from '#casework/jobs/leases';
import type { Work } from '#casework/work';
import { checkReviews, planReviews } from '#jobs/hardship';
import { openFiles } from '#runtime/files/open-files';
import { makeLogger } from '#runtime/logger';
import { registry } from '#runtime/metrics';
import { readSettings } from '#runtime/settings';
import { handlers } from '../../apps/worker/src/registry.js';
import { runJob, type Bench } from '../../apps/worker/src/run-job.js';
import { planReviews as planOnly } from '#casework/handoffs/plan-reviews';
import { aDatabase } from '../support/database.js';
import { dice, seedOfRun } from '../support/dice.js';
import { dateInShanghai } from '#rules/shared/plain-date';
import { buildCity, fillRegister, letTimePass } from './reviews-city-support.js';
import { tellReviews } from './reviews-oracle.js';

const FILES = { test: 1_500, full: 8_000, nightly: 60_000 }[process.env['PROVE_SIZE'] ?? 'full'] ?? 8_000;
const ROUNDS = { test: 6, full: 20, nightly: 60 }[process.env['PROVE_SIZE'] ?? 'full'] ?? 20;
const CONTROL = process.env['REVIEWS_CONTROL'];

const seed = seedOfRun();
const roll = dice(seed);
const wrong: string[] = [];
const expectSame = (what: string, found: unknown, expected: unknown): void => {
  if (JSON.stringify(found) !== JSON.stringify(expected)) wrong.push(`${what}: ${JSON.stringify(expected)}, but ${JSON.stringify(found)}`);
};

const db = await aDatabase();
const { owner, data } = db;
const bench: Bench = {
  data,
  secrets: db.secrets,
  clockwork: db.clockwork,
  files: openFiles(readSettings()),
  logger: makeLogger('proof', 'silent'),
  handlers: new Map(handlers.map((one) => [one.job.name, one])),
  signal: new AbortController().signal,
};
const now = new Date();
const today = dateInShanghai(now.getTime());

let struck = 0;
/** As the worker does it at its hour: asked for through the outbox, taken by its lease. Answers how it stands then. */
async function night(job: { name: string }): Promise<{ status: string; error: string | null }> {
  struck += 1;
  await askForScheduled(data, job.name, new Date(now.getTime() - struck * 60_000));
  const { rows } = await owner.query<{ id: string }>(`SELECT id FROM outbox WHERE job = $1 ORDER BY id DESC LIMIT 1`, [job.name]);
  await runJob(bench, rows[0]!.id);
  await pause(1);
  return (await owner.query<{ status: string; error: string | null }>(`SELECT status, error FROM outbox WHERE id = $1`, [rows[0]!.id]))
    .rows[0]!;
}

async function plan(): Promise<void> {
  if (CONTROL === 'no-plan') return;
  if (CONTROL === 'no-hand-over')
    await planOnly({ data, secrets: db.secrets, clockwork: db.clockwork, actor: await keeper(), now }, { progress: async () => undefined });
  else expectSame('the plan of the night', (await night(planReviews)).status, 'done');
}
const keeper = () => actorOf(data, '00000000-0000-7000-8000-000000000002');

/** The oracle's word on what is wrong, and whether the nightly check says the same of the same files, and fails for it. */
async function compare(what: string): Promise<number> {
  const { faults } = await tellReviews(owner, today);
  const found = (
    await owner.query<{ id: string; fault: string }>(`SELECT file_id AS id, fault FROM bangfu.reviews_without_owner($1)`, [today])
  ).rows;
  const told = CONTROL === 'blind-check' ? [] : found;
  const [mine, theirs] = [[...faults].map(([id, fault]) => `${id} ${fault}`).sort(), told.map(({ id, fault }) => `${id} ${fault}`).sort()];
  const missed = mine.filter((one) => !theirs.includes(one)).length;
  const invented = theirs.filter((one) => !mine.includes(one)).length;
  if (missed + invented > 0) wrong.push(`${what}: the check misses ${missed} and invents ${invented} of ${mine.length}`);
  const { status, error } = await night(checkReviews);
  expectSame(`${what}: the check stands as`, status, faults.size === 0 ? 'done' : 'failed');
  if (faults.size > 0) expectSame(`${what}: it says how many`, error?.includes(`有${faults.size}份`), true);
  expectSame(
    `${what}: and counts them`,
    Number(/^bangfu_hardship_reviews_without_owner (\d+)/m.exec(await registry.metrics())?.[1]),
    faults.size,
  );
  return faults.size;
}

/** Every due file stands on the list that its handler sees under "my reviews", and on no other. */
async function readLists(): Promise<{ people: number; longest: number }> {
  const { due } = await tellReviews(owner, today);
  const lists = new Map<string, string[]>();
  for (const [id, handler] of due) lists.set(handler ?? '', [...(lists.get(handler ?? '') ?? []), id]);
  for (const [user, ids] of lists) {
    if (!user) continue;
    const actor = await actorOf(data, user).catch(() => undefined);
    if (!actor) {
      wrong.push(`${ids.length} due files are on the list of an account that is closed`);
      continue;
    }
    const work: Work = { data, secrets: db.secrets, clockwork: db.clockwork, actor, now };
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await findReviews(work, { view: 'mine', limit: 100, cursor });
      seen.push(...page.items.filter(({ reviewOn }) => reviewOn <= today).map(({ id }) => id));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expectSame(`the list of ${user.slice(-4)}`, seen.sort().join() === [...ids].sort().join(), true);
  }
  return { people: lists.size, longest: Math.max(...[...lists.values()].map((ids) => ids.length)) };
}

const some = async (n: number): Promise<string[]> =>
  (
    await owner.query<{ id: string }>(
      `SELECT id FROM hardship_file WHERE status = 'active' AND review_on <= $1 ORDER BY random() LIMIT $2`,
      [today, n],
    )
  ).rows.map(({ id }) => id);
const handlersOf = async (n: number): Promise<string[]> =>
  (
    await owner.query<{ id: string }>(
      `SELECT handler_id AS id FROM hardship_file WHERE review_on <= $1 AND handler_id IS NOT NULL AND handler_id <> $2 GROUP BY 1 ORDER BY random() LIMIT $3`,
      [today, city.last, n],
    )
  ).rows.map(({ id }) => id);

const ways: Record<string, () => Promise<unknown>> = {
  'a handler is wiped out': async () =>
    owner.query(`UPDATE hardship_file SET handler_id = NULL WHERE id = ANY ($1)`, [await some(1 + roll(9))]),
  'a file goes to somebody without the right': async () =>
    owner.query(`UPDATE hardship_file SET handler_id = $2 WHERE id = ANY ($1)`, [
      await some(1 + roll(9)),
      (await owner.query(`SELECT u.id FROM "user" u JOIN role_grant g ON g.user_id = u.id AND g.role_code = 'approver' LIMIT 1`)).rows[0]
        .id,
    ]),
  'an account is closed and the hand-over left out': async () =>
    owner.query(`UPDATE "user" SET status = 'closed' WHERE id = ANY ($1)`, [await handlersOf(1)]),
  'a right is revoked and the hand-over left out': async () =>
    owner.query(`UPDATE role_grant SET revoked_at = now() WHERE user_id = ANY ($1)`, [await handlersOf(1)]),
  'a review day is taken away': async () =>
    owner.query(`UPDATE hardship_file SET review_on = NULL WHERE id = ANY ($1)`, [await some(1 + roll(9))]),
  'a review is put off beyond the year': async () =>
    owner.query(`UPDATE hardship_file SET review_on = greatest(reviewed_on, filed_on) + 400 WHERE id = ANY ($1)`, [
      await some(1 + roll(9)),
    ]),
};

const city = await buildCity(owner, roll);
await fillRegister(owner, city, FILES, roll);
await letTimePass(owner, city, roll, today);
await owner.query('ANALYZE');
const begun = await tellReviews(owner, today);
console.log(
  `reviews: ${begun.onFile} files on file among ${FILES}, ${city.places.length} organisations, ${city.users.length} people, seed ${seed}${CONTROL ? `; control ${CONTROL}` : ''}`,
);
console.log(`before the first night ${await compare('before')} files break the invariant`);

let started = performance.now();
await plan();
console.log(`the night took ${((performance.now() - started) / 1000).toFixed(1)} s`);
const after = await compare('after the night');
const { due } = await tellReviews(owner, today);
console.log(`after it ${after} of ${due.size} due files are on nobody's list`);
if (after > 0) wrong.push(`after the night ${after} files are on nobody's list`);
const lists = await readLists();
console.log(`they stand on the lists of ${lists.people} people, at most ${lists.longest} on one`);
started = performance.now();
await plan();
console.log(`a second night took ${((performance.now() - started) / 1000).toFixed(1)} s`);

let broken = 0;
for (let round = 0; round < ROUNDS && CONTROL !== 'no-plan' && CONTROL !== 'no-hand-over'; round += 1) {
  const [name, breakIt] = roll.pick(Object.entries(ways));
  await breakIt();
  const faults = await compare(name);
  if (faults === 0) wrong.push(`${name}: nothing was broken`);
  broken += faults;
  await plan();
  const left = await compare(`after ${name}`);
  if (left > 0) wrong.push(`${name}: ${left} files are still on nobody's list after the next night`);
}
console.log(`broken ${ROUNDS} times, ${broken} files: the check named each, and the next night put each onto a list`);

await owner.query(`UPDATE role_grant SET revoked_at = now() WHERE user_id = ANY ($1) AND revoked_at IS NULL`, [city.users]);
await plan();
const nobody = await compare('nobody may record any more');
console.log(`with nobody left who may, ${nobody} of ${due.size} due files are named as on nobody's list`);
if (nobody < due.size) wrong.push('with nobody left, some files seem to be on a list');

await db.close();
for (const sentence of wrong.slice(0, 20)) console.log(`  ${sentence}`);
console.log(wrong.length === 0 ? 'reviews: holds' : `reviews: falls short (${wrong.length})`);
process.exit(wrong.length === 0 ? 0 : 1);
