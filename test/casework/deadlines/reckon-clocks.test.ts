import { afterAll, beforeAll, expect, it } from 'vitest';
import { Clockwork } from '#casework/deadlines/clockwork';
import { reckonClocks } from '#casework/deadlines/reckon-clocks';
import type { Work } from '#casework/work';
import { anApplied } from '../../support/a-dispute.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, at } from '../../support/people.js';

let db: TestDatabase;
let clerk: Work;
let keeper: Work;
beforeAll(async () => {
  db = await aDatabase();
  const tree = await aTree(db);
  clerk = at(await aWorker(db, 'window-clerk', tree.north), '2026-11-02T02:00:00Z');
  keeper = at(await aWorker(db, 'window-clerk', tree.north), '2026-11-03T16:20:00Z');
  // Published before anything began.
  await db.owner.query(`UPDATE calendar_day SET loaded_at = '2026-01-01'`);
});
afterAll(() => db.close());

const dueOf = async (id: string): Promise<unknown[]> =>
  (await db.owner.query(`SELECT code, due_on::text FROM clock WHERE subject_id = $1 ORDER BY code`, [id])).rows.map(Object.values);

it('moves a clock on whose days a holiday was proclaimed after it had begun, and no other', async () => {
  const id = await anApplied({ clerk, reviewer: clerk, mediator: clerk });
  const before = [
    ['M2', '2026-11-05'],
    ['M4', '2026-11-17'],
  ];
  expect(await dueOf(id)).toEqual(before);
  expect(await reckonClocks(keeper)).toBe(0);
  await db.owner.query(
    `INSERT INTO calendar_day (day, kind, name, source, loaded_at) VALUES ('2026-11-05', '法定节假日', '临时放假', '通知', '2026-11-03T08:00:00Z')`,
  );
  const anew = { ...keeper, clockwork: await Clockwork.read(db.data) };
  expect(await reckonClocks(anew)).toBe(1);
  expect(await dueOf(id)).toEqual([
    ['M2', '2026-11-06'],
    ['M4', '2026-11-17'],
  ]);
  expect(await reckonClocks(anew)).toBe(0);
});
