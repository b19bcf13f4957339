import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOf } from '#casework/access/actor-of';
import { schedules } from '#jobs/schedules';
import { KEEPER } from '#rules/access/system-actors';
import { newId } from '#runtime/ids';
import { candidateOf, look, unpaid } from '../support/a-candidate.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { aTree, aWorker, type Tree } from '../support/people.js';
import { forgetAnswersHandler } from '../../apps/worker/src/access/forget-answers.processor.js';

let db: TestDatabase;
let tree: Tree;
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
});
afterAll(() => db.close());

it('a function with the owner’s rights looks last of all where the program may put tables, or names the schema of what it touches', async () => {
  const { rows: functions } = await db.owner.query<{ name: string; path: string | null; body: string }>(
    `SELECT p.oid::regprocedure::text AS name, (SELECT c FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%') AS path, p.prosrc AS body
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prosecdef AND n.nspname IN ('bangfu', 'public', 'history')`,
  );
  const { rows: tables } = await db.owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace IN ('public'::regnamespace, 'history'::regnamespace) AND relkind IN ('r', 'v', 'p')`,
  );
  expect([functions.length > 50, tables.length > 40]).toEqual([true, true]);
  const named = new Set(tables.map(({ name }) => name));
  for (const { name, path, body } of functions) {
    if (path) expect([name, path]).toEqual([name, 'search_path=public, pg_temp']);
    else {
      const touched = [...body.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE|TABLE|DECLARE|ROWTYPE)\s+(?:ONLY\s+)?"?([a-z_]+)"?(?![\w.("])/gi)];
      expect([name, touched.map(([, table]) => table!).filter((table) => named.has(table))]).toEqual([name, []]);
    }
  }
});

it('a table of the program’s own stands in for none of ours', async () => {
  const { personId } = await unpaid(await aWorker(db, 'mediator', tree.south), '单小小');
  await look(db);
  const candidate = await candidateOf(db, personId);
  // Somebody who takes in ledgers of the north, and knows the south's candidate.
  const stranger = await aWorker(db, 'statistician', tree.north);
  const taken = newId();
  const client = await db.owner.connect();
  try {
    const { rows } = await client.query<{ record: string }>(
      `SELECT reasons -> 0 ->> 'subjectId' AS record FROM hardship_candidate WHERE id = $1`,
      [candidate],
    );
    await client.query(`BEGIN; SET LOCAL ROLE bangfu_app; SELECT set_config('bangfu.actor', '${stranger.actor.id}', true);
      CREATE TEMP TABLE import (id uuid, status text, organisation_id uuid); CREATE TEMP TABLE import_row (import_id uuid, record_id uuid, outcome text);
      INSERT INTO pg_temp.import VALUES ('${taken}', 'reversing', '${tree.north}'); INSERT INTO pg_temp.import_row VALUES ('${taken}', '${rows[0]!.record}', 'created');
      GRANT ALL ON pg_temp.import, pg_temp.import_row TO PUBLIC`);
    await client.query(`SELECT bangfu.unfind_candidates('${taken}')`);
    await client.query('RESET ROLE');
    expect((await client.query('SELECT FROM hardship_candidate WHERE id = $1', [candidate])).rowCount).toBe(1);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});

it('answers are forgotten after a week, by the keeper alone', async () => {
  const clerk = await aWorker(db, 'window-clerk', tree.north);
  const keep = (days: number) =>
    db.owner.query(
      `INSERT INTO idempotent_answer (user_id, key, request_hash, status, body, created_at) VALUES ($1, $2, '\\x00', 201, '', now() - make_interval(days => $3))`,
      [clerk.actor.id, newId(), days],
    );
  for (const days of [0, 6, 8, 400]) await keep(days);
  const forgetAs = async (actor: string): Promise<number> => {
    const client = await db.owner.connect();
    try {
      await client.query(`BEGIN; SET LOCAL ROLE bangfu_app; SELECT set_config('bangfu.actor', '${actor}', true)`);
      return (await client.query<{ n: number }>('SELECT bangfu.forget_answers() AS n')).rows[0]!.n;
    } finally {
      await client.query('COMMIT');
      client.release();
    }
  };
  const left = async () => (await db.owner.query('SELECT FROM idempotent_answer')).rowCount;
  expect([await forgetAs(clerk.actor.id), await left()]).toEqual([0, 4]);
  expect([await forgetAs(KEEPER.id), await left()]).toEqual([2, 2]);
  // So it goes every night.
  await keep(9);
  const { data, secrets, clockwork } = db;
  const night = { data, secrets, clockwork, now: clerk.now, actor: await actorOf(data, KEEPER.id) };
  const { job } = schedules.find((schedule) => schedule.job === forgetAnswersHandler.job)!;
  await forgetAnswersHandler.run(night, job.payload.parse({ day: '2026-11-21' }), {
    progress: () => Promise.resolve(),
    signal: new AbortController().signal,
  });
  expect(await left()).toBe(2);
});
