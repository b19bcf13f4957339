import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOf } from '#casework/access/actor-of';
import { handOverReviews } from '#casework/handoffs/hand-over-reviews';
import { planReviews } from '#casework/handoffs/plan-reviews';
import { KEEPER } from '#rules/access/system-actors';
import { newId } from '#runtime/ids';
import { aLedger } from '../../support/a-workbook.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { idOf, refusalOf, reverse, takeIn } from '../../support/ledgers.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
});
afterAll(() => db.close());

it('lets an import be taken back after a night, but not once people have built on it', async () => {
  const city = await aWorker(db, 'statistician', tree.city);
  await aWorker(db, 'aid-officer', tree.city);
  const header = ['姓名', '身份证号', '困难类别', '建档日期', '所属区(市)', '工作单位', '民族', '联系电话'];
  const ledger = await aLedger('登记表', [
    header,
    ['新人', idOf(402), '特困职工', '2012-05-01', '昆山市', '昆山某某有限公司', '回族', '13400002933'],
  ]);
  const { id } = await takeIn(city, ledger);
  const actor = await actorOf(db.data, KEEPER.id);
  const keeper = { data: db.data, secrets: db.secrets, clockwork: db.clockwork, actor, now: new Date('2026-11-19T16:35:00Z') };
  await planReviews(keeper, { progress: () => Promise.resolve() });
  await handOverReviews(keeper);
  const fileId = (await db.owner.query(`SELECT record_id AS id FROM import_row WHERE import_id = $1 AND noun = 'hardship'`, [id])).rows[0]!
    .id as string;
  expect((await db.owner.query(`SELECT handler_id FROM hardship_file WHERE id = $1`, [fileId])).rows[0]!.handler_id).not.toBeNull();
  expect((await db.owner.query(`SELECT 1 FROM clock WHERE subject_id = $1`, [fileId])).rowCount).toBe(1);
  const pairing = newId();
  await db.owner.query(
    `INSERT INTO pairing (id, file_id, organisation_id, cadre_name, paired_on, made_by) SELECT $1, id, organisation_id, 'x', '2026-11-01', $1 FROM hardship_file WHERE id = $2`,
    [pairing, fileId],
  );
  expect(await refusalOf(reverse(city, id))).toBe('imports.touched-since');
  await db.owner.query(`DELETE FROM pairing WHERE id = $1`, [pairing]);
  await reverse(city, id);
  expect((await db.owner.query(`SELECT 1 FROM hardship_file WHERE id = $1`, [fileId])).rowCount).toBe(0);
  expect((await db.owner.query(`SELECT 1 FROM clock WHERE subject_id = $1`, [fileId])).rowCount).toBe(0);
});
