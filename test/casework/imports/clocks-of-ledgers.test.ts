import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reckonClocks } from '#casework/deadlines/reckon-clocks';
import { acceptDispute } from '#casework/disputes/accept-dispute';
import { findDisputes } from '#casework/disputes/find-disputes';
import { getDispute } from '#casework/disputes/get-dispute';
import { extendPetition } from '#casework/petitions/extend-petition';
import { getPetition } from '#casework/petitions/get-petition';
import { handlePetition } from '#casework/petitions/handle-petition';
import type { Work } from '#casework/work';
import { sql } from '#data/sql';
import { addDays, dateInShanghai, type PlainDate } from '#rules/shared/plain-date';
import { aLedger, type CellOfTest } from '../../support/a-workbook.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { refusalOf, reverse, rowsIn, takeIn } from '../../support/ledgers.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let city: Work;
let reviewer: Work;
let officer: Work;
let today: PlainDate;
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  city = await aWorker(db, 'statistician', tree.city);
  reviewer = await aWorker(db, 'reviewer', tree.north);
  officer = await aWorker(db, 'petition-officer', tree.north);
  today = dateInShanghai(city.now.getTime());
}, 120_000);
afterAll(() => db.close());

const DISPUTES = [
  '案件编号',
  '收案日期',
  '申请人姓名',
  '被申请单位',
  '争议类型',
  '所属区(市)',
  '调解请求',
  '受理日期',
  '结案日期',
  '结案方式',
];
type Case = { n: string; on: string; accepted?: string; closed?: string; outcome?: string; request?: string };
const disputes = (...cases: Case[]): Promise<Buffer> =>
  aLedger('调解台账', [
    ['劳动争议调解台账'],
    DISPUTES,
    ...cases.map(({ n, on, accepted, closed, outcome, request = '支付工资' }): CellOfTest[] => [
      n,
      on,
      '钱小满',
      '苏州煜泓纺织有限公司',
      '劳动报酬',
      '姑苏区',
      request,
      accepted,
      closed,
      outcome,
    ]),
  ]);
const PETITIONS = [
  '信访编号',
  '登记日期',
  '信访形式',
  '信访人姓名',
  '内容类别',
  '所属区(市)',
  '办理方式',
  '受理日期',
  '办结日期',
  '办理结果',
];
type Contact = { n: string; on: string; name?: string; handling?: string; accepted?: string; closed?: string; result?: string };
const petitions = (...contacts: Contact[]): Promise<Buffer> =>
  aLedger('信访登记', [
    ['信访登记台账'],
    PETITIONS,
    ...contacts.map(({ n, on, name = '钱小满', handling, accepted, closed, result }): CellOfTest[] => [
      n,
      on,
      '来访',
      name,
      '劳动经济权益',
      '姑苏区',
      handling,
      accepted,
      closed,
      result,
    ]),
  ]);

const idOf = async (table: string, number: string): Promise<string> =>
  (await rowsIn(db, `SELECT id FROM ${table} WHERE number = $1`, number))[0]!['id'] as string;
const clocksOf = async (table: string, number: string): Promise<unknown[]> =>
  (
    await rowsIn(
      db,
      `SELECT code, started_on::text, due_on::text, state, ended_on::text FROM clock WHERE subject_id = $1 ORDER BY code`,
      await idOf(table, number),
    )
  ).map((row) => Object.values(row));
const clocks = async (): Promise<number> => Number((await rowsIn(db, 'SELECT count(*) AS n FROM clock'))[0]!['n']);

describe('a dispute of a ledger', () => {
  test('has the clocks that its dates have started, and none once it has ended or has its outcome', async () => {
    await takeIn(
      city,
      await disputes(
        { n: '调1', on: '2026-02-12' },
        { n: '调2', on: '2026-02-02', accepted: '2026-02-03' },
        { n: '调3', on: '2026-02-02', accepted: '2026-02-03', closed: '2026-02-10', outcome: '调解成功(书面协议)' },
        { n: '调4', on: '2026-02-02', accepted: '2026-02-03', closed: '2026-02-10' },
        { n: '调5', on: '2026-02-02', outcome: '不予受理(不属受理范围)' },
        { n: '调6', on: '2012-02-02', accepted: '2012-02-08' },
      ),
    );
    // Over the Spring Festival: three working days with the make-up Saturday, fifteen days that end on a holiday.
    expect(await clocksOf('dispute', '调1')).toEqual([
      ['M2', '2026-02-12', '2026-02-24', 'running', null],
      ['M4', '2026-02-12', '2026-02-27', 'running', null],
    ]);
    expect(await clocksOf('dispute', '调2')).toEqual([
      ['M2', '2026-02-02', '2026-02-05', 'met', '2026-02-03'],
      ['M4', '2026-02-02', '2026-02-24', 'running', null],
      ['M5', '2026-02-03', '2026-02-24', 'running', null],
    ]);
    for (const number of ['调3', '调4', '调5']) expect(await clocksOf('dispute', number), number).toEqual([]);
    expect((await clocksOf('dispute', '调6'))[2]).toEqual(['M5', '2012-02-08', '2012-02-23', 'running', null]);
  });

  test('waits for its answer on the desk of whoever takes it over, as one entered by hand, and says where its clocks come from', async () => {
    await takeIn(city, await disputes({ n: '调11', on: addDays(today, -1) }, { n: '调12', on: '2012-03-01', accepted: '2012-03-02' }));
    const id = await idOf('dispute', '调11');
    expect(await getDispute(reviewer, id)).toMatchObject({ status: 'applied', imported: true, appliedOn: addDays(today, -1) });
    const overdue = await findDisputes(reviewer, { view: 'overdue', limit: 50 });
    expect(overdue.items.find(({ number }) => number === '调12')?.clock).toMatchObject({ code: 'M5', lamp: 'black' });
    const said = await rowsIn(
      db,
      `SELECT k.events->0->>'document' = d.import_row_id::text AS said FROM clock k JOIN dispute d ON d.id = k.subject_id WHERE d.id = $1`,
      id,
    );
    expect(said).toEqual([{ said: true }, { said: true }]);
    await acceptDispute(reviewer, { disputeId: id, version: 1, inScope: true, applicantConsents: true, respondentConsents: true });
    expect((await clocksOf('dispute', '调11')).map((row) => [(row as string[])[0], (row as string[])[3]])).toEqual([
      ['M2', 'met'],
      ['M4', 'running'],
      ['M5', 'running'],
    ]);
  });

  test('changes nothing the second time; a corrected date begins its clocks anew, also after a night', async () => {
    const first = { n: '调21', on: '2012-05-02', accepted: '2012-05-03' };
    await takeIn(city, await disputes(first));
    const before = await clocksOf('dispute', '调21');
    await takeIn(city, await disputes(first));
    expect(await clocksOf('dispute', '调21')).toEqual(before);
    // The party's days ran out long ago: noted in the night, which is no change by a person.
    await reckonClocks(city);
    const second = await takeIn(city, await disputes({ ...first, accepted: '2012-05-04' }));
    expect(second.total).toMatchObject({ updated: 1 });
    expect((await clocksOf('dispute', '调21')).map((row) => (row as string[]).slice(0, 2))).toEqual([
      ['M2', '2012-05-02'],
      ['M4', '2012-05-02'],
      ['M5', '2012-05-04'],
    ]);
    const third = await takeIn(city, await disputes({ ...first, closed: '2012-05-20', outcome: '调解不成' }));
    expect(await clocksOf('dispute', '调21')).toEqual([]);
    await reverse(city, third.id);
    expect((await clocksOf('dispute', '调21'))[2]).toEqual(['M5', '2012-05-04', '2012-05-21', 'running', null]);
    await reverse(city, second.id);
    expect((await clocksOf('dispute', '调21'))[2]).toEqual(['M5', '2012-05-03', '2012-05-18', 'running', null]);
  });

  test('takes its clocks along when the import is taken back; one that was worked on keeps both', async () => {
    const before = await clocks();
    const { id } = await takeIn(city, await disputes({ n: '调31', on: '2012-06-01' }, { n: '调32', on: addDays(today, -1) }));
    expect(await clocks()).toBe(before + 4);
    await acceptDispute(reviewer, {
      disputeId: await idOf('dispute', '调32'),
      version: 1,
      inScope: true,
      applicantConsents: true,
      respondentConsents: true,
    });
    expect(await refusalOf(reverse(city, id))).toBe('imports.touched-since');
    // Even asked for by name, the database lets go of none that somebody has worked on.
    await db.owner.query(`UPDATE import SET status = 'reversing' WHERE id = $1`, [id]);
    const ids = [await idOf('dispute', '调31'), await idOf('dispute', '调32')];
    await city.data.inTransaction(city.actor, city.now, async (tx) => {
      await tx.rows(sql`SELECT bangfu.unclock_untouched(${id}, ${ids})`);
    });
    expect(await clocksOf('dispute', '调31')).toEqual([]);
    expect((await clocksOf('dispute', '调32')).length).toBe(3);
  });

  test('of which nothing was touched leaves no clock behind', async () => {
    const before = await clocks();
    const { id } = await takeIn(city, await disputes({ n: '调41', on: '2012-06-01', accepted: '2012-06-04' }));
    await reckonClocks(city);
    await reverse(city, id);
    expect(await clocks()).toBe(before);
  });
});

describe('a petition of a ledger', () => {
  test('has X1 to X3 by the rule of its day, without a duty to tell somebody nameless, and none once it was passed on', async () => {
    await takeIn(
      city,
      await petitions(
        { n: '信1', on: '2012-05-08' },
        { n: '信2', on: '2022-05-01', accepted: '2022-05-06', handling: '直接办理' },
        { n: '信3', on: '2012-05-08', name: '匿名' },
        { n: '信4', on: '2012-05-08', handling: '转送' },
        { n: '信5', on: '2012-05-08', handling: '解答' },
        { n: '信6', on: '2012-05-08', accepted: '2012-05-09', closed: '2012-06-01', result: '解释疏导' },
      ),
    );
    expect(await clocksOf('petition', '信1')).toEqual([
      ['X1', '2012-05-08', '2012-05-23', 'running', null],
      ['X2', '2012-05-08', '2012-05-23', 'running', null],
    ]);
    expect(await clocksOf('petition', '信2')).toEqual([
      ['X1', '2022-05-01', '2022-05-16', 'met', '2022-05-06'],
      ['X2', '2022-05-01', '2022-05-16', 'met', '2022-05-06'],
      ['X3', '2022-05-06', '2022-07-05', 'running', null],
    ]);
    expect((await clocksOf('petition', '信3')).map((row) => (row as string[])[0])).toEqual(['X1']);
    for (const number of ['信4', '信5', '信6']) expect(await clocksOf('petition', number), number).toEqual([]);
    expect(
      await rowsIn(
        db,
        `SELECT k.rule_id FROM clock k JOIN petition p ON p.id = k.subject_id WHERE p.number IN ('信1', '信2') AND k.code = 'X2' ORDER BY 1`,
      ),
    ).toEqual([{ rule_id: 'X2.1' }, { rule_id: 'X2.2' }]);
    expect(await getPetition(officer, await idOf('petition', '信5'))).toMatchObject({ status: 'replied' });
  });

  test('can be given more time by the head, like one entered by hand', async () => {
    await takeIn(city, await petitions({ n: '信11', on: addDays(today, -3), accepted: addDays(today, -2) }));
    const id = await idOf('petition', '信11');
    await handlePetition(officer, { petitionId: id, version: 1, noInterest: true });
    const head = await aWorker(db, 'approver', tree.north);
    await extendPetition(head, { petitionId: id, version: 2, days: 30, reason: '情况复杂', petitionerTold: true });
    expect((await getPetition(officer, id)).clocks.find(({ code }) => code === 'X3')?.state).toBe('running');
  });
});
