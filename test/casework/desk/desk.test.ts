import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDisputes } from '#casework/disputes/find-disputes';
import { registerDispute } from '#casework/disputes/register-dispute';
import { getWorkbench } from '#casework/desk/workbench';
import { searchAll } from '#casework/desk/search-all';
import { findPetitions } from '#casework/petitions/find-petitions';
import { submitFile } from '#casework/hardship/application/submit-file';
import { registerPetition } from '#casework/petitions/register-petition';
import { createEmployer } from '#casework/organisations/create-employer';
import type { Work } from '#casework/work';
import { plainDate } from '#rules/shared/plain-date';
import { aClaim, anAccepted, anApplied, inMediation, type Office } from '../../support/a-dispute.js';
import { AFTER, aDraft, anActive, anAidOffice, aReviewed, as, onDay, onNotice, sign } from '../../support/a-case-of-hardship.js';
import { aPerson, anIdNumber } from '../../support/a-person.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let office: Office;
let stranger: Work;
let person: string;
let dispute: string;
let petition: string;
let employer: string;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = {
    clerk: await aWorker(db, 'window-clerk', tree.north),
    reviewer: await aWorker(db, 'reviewer', tree.north),
    mediator: await aWorker(db, 'mediator', tree.north),
  };
  stranger = await aWorker(db, 'window-clerk', tree.south);
  employer = (await createEmployer(office.clerk, { name: '昆山恒拓电子有限公司', uscc: '91320594MA0000007P', confirmCode: true })).id;
  person = await aPerson(office.clerk, { name: '单雄信', idNumber: anIdNumber(1), phone: '13800001111' });
  dispute = (await registerDispute(office.clerk, aClaim({ applicantId: person, employerId: employer }))).id;
  petition = (
    await registerPetition(office.clerk, {
      channel: 'V',
      purpose: 'settlement',
      subject: '20',
      petitionerId: person,
      anonymous: false,
      personCount: 1,
      representatives: 0,
      contactKind: 'first',
      employerId: employer,
      content: '欠薪',
      registeredOn: plainDate('2026-10-20'),
    })
  ).id;
});
afterAll(() => db.close());

const hits = async (work: Work, q: string): Promise<Record<string, string[]>> =>
  Object.fromEntries((await searchAll(work, { q, limit: 6 })).groups.map((group) => [group.noun, group.hits.map((hit) => hit.id)]));

describe('the one search box', () => {
  it('tells another district only of the register of firms', async () => {
    for (const q of ['单雄信', 'shanxiong', anIdNumber(1), '13800001111', '北劳调字', '20260001'])
      expect(await hits(stranger, q), q).toEqual({});
    expect(await hits(stranger, '恒拓')).toEqual({ employer: [employer] });
    expect(await hits(await aWorker(db, 'worker', tree.north), '单雄信')).toEqual({});
  });

  it.each<[string, () => Record<string, string[]>]>([
    ['雄信', () => ({ person: [person], dispute: [dispute], petition: [petition] })],
    ['sxx', () => ({ person: [person] })],
    ['hengtuo', () => ({ employer: [employer] })],
    ['恒拓', () => ({ employer: [employer], dispute: [dispute], petition: [petition] })],
    ['91320594MA0000007P', () => ({ employer: [employer], dispute: [dispute], petition: [petition] })],
    [anIdNumber(1), () => ({ person: [person], dispute: [dispute], petition: [petition] })],
    ['13800001111', () => ({ person: [person], dispute: [dispute], petition: [petition] })],
    ['北劳调字〔2026〕', () => ({ dispute: [dispute] })],
    ['北信〔2026〕0001号', () => ({ petition: [petition] })],
    ['2026-1', () => ({ dispute: [dispute], petition: [petition] })],
    ['查无此人', () => ({})],
    ['%', () => ({})],
  ])('finds by %s', async (q, expected) => expect(await hits(office.clerk, q)).toEqual(expected()));

  it('masks people, and not the parties of a case', async () => {
    const { groups } = await searchAll(office.clerk, { q: '雄信', limit: 6 });
    expect(groups.map((group) => group.hits[0]!.title)).toEqual([
      '单*信',
      '单雄信 · 昆山恒拓电子有限公司',
      '单雄信 · 昆山恒拓电子有限公司',
    ]);
  });
});

describe('the workbench', () => {
  it('shows each role its own work, counted as the lists count', async () => {
    await anApplied(office);
    await anAccepted(office);
    await inMediation(office);
    const bench = await getWorkbench(office.reviewer);
    for (const tile of bench.tiles.filter(({ path }) => path.startsWith('/disputes') || path.startsWith('/petitions'))) {
      const url = new URL(tile.path, 'http://x');
      const query = {
        limit: 1,
        count: true,
        view: (url.searchParams.get('view') ?? 'all') as 'all',
        status: url.searchParams.get('status') ?? undefined,
      };
      const { total } =
        url.pathname === '/disputes' ? await findDisputes(office.reviewer, query) : await findPetitions(office.reviewer, query);
      expect(tile.value, tile.key).toBe(total);
    }
    expect(Object.fromEntries(bench.tiles.map((tile) => [tile.key, tile.value]))).toMatchObject({
      'disputes-applied': 1,
      'disputes-accepted': 1,
      'disputes-overdue': 3,
      'petitions-registered': 1,
      'petitions-overdue': 1,
    });
    expect(bench.overdue.map((task) => task.noun)).toContain('petition');
    expect(bench.overdue[0]!.clock?.lamp).toBe('black');
    const dues = bench.overdue.map((task) => task.clock!.dueOn);
    expect(dues).toEqual([...dues].sort());
    expect(bench.months).toHaveLength(12);
    expect(bench.months.at(-1)).toEqual({ month: '2026-11', disputes: 4, petitions: 0 });
    expect(bench.months.at(-2)).toEqual({ month: '2026-10', disputes: 0, petitions: 1 });
  });

  it('gives a mediator the own cases with the next step', async () => {
    const bench = await getWorkbench(office.mediator);
    expect(bench.mine.map((task) => [task.noun, task.status, task.nextZh])).toEqual([['dispute', 'mediating', '调解并登记结果']]);
    expect(bench.tiles.map((tile) => tile.key)).toContain('disputes-mine');
    expect(bench.tiles.map((tile) => tile.key)).not.toContain('disputes-applied');
  });

  it('is empty for another district and for officers without business', async () => {
    const elsewhere = await getWorkbench(stranger);
    expect(elsewhere.tiles.every((tile) => tile.value === 0)).toBe(true);
    expect([...elsewhere.mine, ...elsewhere.due, ...elsewhere.overdue]).toEqual([]);
    expect(elsewhere.months.every((month) => month.disputes + month.petitions === 0)).toBe(true);
    const officer = await getWorkbench(await aWorker(db, 'system-admin', tree.city));
    expect(officer.tiles).toEqual([]);
    expect(officer.months.every((month) => month.disputes + month.petitions === 0)).toBe(true);
  });

  it('hands an application from desk to desk, each seeing it when it is theirs', async () => {
    const south = await anAidOffice(db, tree.south);
    const away = await aWorker(db, 'reviewer', tree.north);
    const waits = async (work: Work) =>
      (await getWorkbench(work)).mine.filter(({ noun }) => noun === 'hardship').map(({ nextZh }) => nextZh);
    const desks = async () => [
      await waits(south.clerk),
      await waits(south.officer),
      await waits(south.reviewer),
      await waits(south.approver),
    ];
    const fileId = await aDraft(south, '程咬金');
    expect(await desks()).toEqual([['补全材料并申报'], [], [], []]);
    await sign(south, fileId);
    await submitFile(south.clerk, await as(south, fileId));
    // A reviewer may check as well where the office has nobody else.
    expect(await desks()).toEqual([[], ['初审'], ['初审'], []]);
    await aReviewed(south);
    expect((await desks()).map((desk) => desk.sort())).toEqual([[], ['初审'], ['公示', '初审'], []]);
    await onNotice(south);
    expect((await desks()).at(-1)).toEqual(['公示期满后批准']);
    expect(await waits(away)).toEqual([]);
    const lamps = async (day: string) => (await getWorkbench(onDay(south, day).approver)).mine.map(({ clock }) => clock?.lamp);
    expect([await lamps('2026-11-20'), await lamps('2026-11-27'), await lamps(AFTER)]).toEqual([['green'], ['red'], ['none']]);
  });

  it('hands a kept file to its handler on the day its review falls due, and not before', async () => {
    const south = await anAidOffice(db, tree.south);
    const fileId = await anActive(south);
    const { clerk } = south;
    await db.owner.query(`UPDATE hardship_file SET handler_id = $2, review_on = '2026-12-15' WHERE id = $1`, [fileId, clerk.actor.id]);
    const waits = async (day: string) =>
      (await getWorkbench(onDay(south, day).clerk)).mine.map(({ id, nextZh, clock }) => [id, nextZh, clock?.dueOn, clock?.lamp]);
    expect(await waits('2026-12-14')).toEqual([]);
    // By the day of the review, not by the yearly clock that is green for months yet.
    expect(await waits('2026-12-15')).toEqual([[fileId, '开始复核', '2026-12-15', 'red']]);
    expect(await waits('2026-12-16')).toEqual([[fileId, '开始复核', '2026-12-15', 'black']]);
  });
});
