import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getImport } from '#casework/imports/find-imports';
import type { Work } from '#casework/work';
import { aLedger } from '../../support/a-workbook.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';
import { idOf, refusalOf, reverse, rowsIn, takeIn, visit, visits } from '../../support/ledgers.js';

let db: TestDatabase;
let tree: Tree;
let city: Work;
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  city = await aWorker(db, 'statistician', tree.city);
}, 120_000);
afterAll(() => db.close());

const rows = (text: string, ...values: unknown[]): Promise<Record<string, unknown>[]> => rowsIn(db, text, ...values);

describe('taking an import back', () => {
  const counts = async (): Promise<Record<string, number>> => {
    const tables = [
      'person',
      'person_presence',
      'employer',
      'employer_alias',
      'bank_account',
      'household',
      'household_member',
      'hardship_file',
      'dispute',
      'dispute_party',
      'petition',
      'disbursement',
      'import_key',
      'activity',
      'clock',
    ];
    const counted = await Promise.all(
      tables.map(async (table) => [table, Number((await rows(`SELECT count(*) FROM ${table}`))[0]!['count'])] as const),
    );
    return Object.fromEntries(counted);
  };

  test('leaves the tables as they were', async () => {
    await takeIn(city, await visits(visit(401, 100)));
    const before = await counts();
    const header = ['姓名', '身份证号', '困难类别', '建档日期', '所属区(市)', '工作单位', '民族', '联系电话'];
    const { id } = await takeIn(
      city,
      await aLedger('登记表', [
        header,
        ['张明401', idOf(401), '困难职工', '2012-05-01', '昆山市', '昆山某某有限公司', '汉族', '13400002932'],
        ['新人', idOf(402), '特困职工', '2012-05-01', '昆山市', '昆山某某有限公司', '回族', '13400002933'],
      ]),
    );
    expect(await counts()).not.toEqual(before);
    expect(
      await rows(
        'SELECT p.ethnicity FROM person p JOIN hardship_file f ON f.holder_id = p.id JOIN import_row r ON r.record_id = f.id WHERE r.import_id = $1 ORDER BY r.row_number',
        id,
      ),
    ).toEqual([{ ethnicity: '汉族' }, { ethnicity: '回族' }]);
    await reverse(city, id);
    expect(await counts()).toEqual(before);
    expect(await rows('SELECT ethnicity FROM person WHERE name = $1', '张明401')).toEqual([{ ethnicity: null }]);
    expect(await getImport(city, { importId: id })).toMatchObject({ status: 'reversed', statement: { total: { created: 2 } } });
  });

  test('puts back what a change overwrote, and the earlier import can go on from there', async () => {
    const first = await takeIn(city, await visits(visit(411, 100)));
    const second = await takeIn(city, await visits(visit(411, 150)));
    expect(await refusalOf(reverse(city, first.id))).toBe('imports.touched-since');
    await reverse(city, second.id);
    expect(
      await rows('SELECT cash_fen FROM disbursement d JOIN import_row r ON r.record_id = d.id WHERE r.import_id = $1', first.id),
    ).toEqual([{ cash_fen: '10000' }]);
    expect((await takeIn(city, await visits(visit(411, 100)))).total).toMatchObject({ unchanged: 1 });
    expect((await takeIn(city, await visits(visit(411, 170)))).total).toMatchObject({ updated: 1 });
  });

  test('is refused once somebody has built on it', async () => {
    const { id } = await takeIn(city, await visits(visit(421, 100)));
    await db.owner.query(
      'UPDATE disbursement SET version = version + 1 WHERE import_row_id IN (SELECT id FROM import_row WHERE import_id = $1)',
      [id],
    );
    expect(await refusalOf(reverse(city, id))).toBe('imports.touched-since');
    expect(await getImport(city, { importId: id })).toMatchObject({ status: 'done' });
  });

  test('after it, the same ledger can be taken in anew', async () => {
    const bytes = await visits(visit(431, 100));
    const { id } = await takeIn(city, bytes);
    await reverse(city, id);
    expect((await takeIn(city, bytes)).total).toMatchObject({ created: 1 });
  });
});
