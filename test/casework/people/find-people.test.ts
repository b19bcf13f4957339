import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getDispute } from '#casework/disputes/get-dispute';
import { registerDispute } from '#casework/disputes/register-dispute';
import { findPeople } from '#casework/people/find-people';
import { getPerson } from '#casework/people/get-person';
import { personTimeline } from '#casework/people/person-timeline';
import { revealPerson } from '#casework/people/reveal-person';
import type { Work } from '#casework/work';
import { newId } from '#runtime/ids';
import { aClaim } from '../../support/a-dispute.js';
import { aPerson, anIdNumber } from '../../support/a-person.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { addOrganisation, at, aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let clerk: Work;
let city: Work;
let stranger: Work;
let shan: string;
let wei: string;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  clerk = await aWorker(db, 'window-clerk', tree.north);
  city = await aWorker(db, 'window-clerk', tree.city);
  stranger = await aWorker(db, 'window-clerk', tree.south);
  shan = await aPerson(clerk, { name: '单雄信', idNumber: anIdNumber(1), phone: '13800001111' });
  wei = await aPerson(clerk, { name: '张伟明' });
  await aPerson(stranger, { name: '张伟明' });
});
afterAll(() => db.close());
const refused = (code: string) => expect.objectContaining({ code });
const ids = async (work: Work, q: string): Promise<string[]> => (await findPeople(work, { limit: 20, q })).items.map((item) => item.id);

describe('finding people', () => {
  it('shows another district none of ours, by any way of asking', async () => {
    for (const q of ['单雄信', 'shanxiong', 'sxx', anIdNumber(1), '13800001111']) expect(await ids(stranger, q), q).toEqual([]);
    expect(await ids(stranger, '张伟')).toHaveLength(1);
    expect(await ids(city, '张伟')).toHaveLength(2);
  });

  it.each(['单', '雄信', 'shan', 'danxiongxin', 'SXX', anIdNumber(1), anIdNumber(1).toLowerCase(), '138 0000 1111'])(
    'finds one by %s',
    async (q) => expect(await ids(clerk, q)).toEqual([shan]),
  );
  it.each(['雄单', 'xiongxin', '13800001112', '2026001', '？'])('finds nobody by %s', async (q) => expect(await ids(clerk, q)).toEqual([]));
  it('lists all without a word, by the page, masked', async () => {
    const first = await findPeople(clerk, { limit: 1, count: true });
    expect(first).toMatchObject({ total: 2, items: [{ id: wei, name: '张*明' }] });
    expect((await findPeople(clerk, { limit: 1, cursor: first.nextCursor! })).items.map((item) => item.id)).toEqual([shan]);
  });
  it('fills a page past records that were merged into others, and names somebody of two places once', async () => {
    const [west, westTown] = [newId(), newId()];
    await addOrganisation(db.owner, west, '西区总工会', 'district', tree.city, '西', '320507');
    await addOrganisation(db.owner, westTown, '西镇总工会', 'town', west, '西镇', '320507');
    const district = await aWorker(db, 'window-clerk', west);
    const kept = [await aPerson(district, { name: '甲某' }), await aPerson(await aWorker(db, 'window-clerk', westTown), { name: '乙某' })];
    await db.owner.query(`INSERT INTO person_presence (person_id, organisation_id) VALUES ($1, $2)`, [kept[0], westTown]);
    for (const name of ['丙某', '丁某', '戊某']) {
      const merged = await aPerson(district, { name });
      await db.owner.query('UPDATE person SET merged_into = $2 WHERE id = $1', [merged, kept[0]]);
    }
    expect((await findPeople(district, { limit: 1 })).items.map((item) => item.id)).toEqual([kept[1]]);
    expect((await findPeople(district, { limit: 2 })).items.map((item) => item.id)).toEqual([kept[1], kept[0]]);
    expect((await findPeople(district, { limit: 20 })).items).toHaveLength(2);
  });
});

describe('the one-person page', () => {
  it('shows the cases that the actor may read, and no others', async () => {
    const { id } = await registerDispute(clerk, aClaim({ applicantId: wei }));
    expect((await getPerson(clerk, wei)).cases).toEqual([
      expect.objectContaining({ noun: 'dispute', id, status: 'registered', number: (await getDispute(clerk, id)).number }),
    ]);
    expect((await getPerson(await aWorker(db, 'cashier', tree.north), wei)).cases).toEqual([]);
    expect((await personTimeline(await aWorker(db, 'cashier', tree.north), wei, { limit: 20 })).items.map((line) => line.noun)).toEqual([
      'person',
    ]);
    await expect(getPerson(stranger, wei)).rejects.toEqual(refused('data.not-found'));
    await expect(personTimeline(stranger, wei, { limit: 20 })).rejects.toEqual(refused('data.not-found'));
  });

  it('pages through ten thousand lines as through ten', async () => {
    const { rows } = await db.owner.query<{ id: string }>('SELECT id FROM dispute WHERE applicant_id = $1', [wei]);
    await db.owner.query(
      `INSERT INTO activity (id, noun, subject_id, organisation_id, person_id, kind, happened_on, recorded_at, actor_id, actor_name)
       SELECT gen_random_uuid(), 'dispute', $1, $2, $3, 'dispute.note', '2020-01-01', timestamptz '2020-01-01' + (g / 3) * interval '1 minute', $4, '甲' FROM generate_series(1, 10000) g`,
      [rows[0]!.id, tree.north, wei, clerk.actor.id],
    );
    const seen = new Set<string>();
    let cursor: string | undefined;
    let pages = 0;
    const started = performance.now();
    do {
      const page = await personTimeline(clerk, wei, { limit: 100, cursor });
      for (const line of page.items) seen.add(line.id);
      cursor = page.nextCursor ?? undefined;
      pages += 1;
    } while (cursor);
    expect(seen.size).toBe(10_002);
    expect((performance.now() - started) / pages, 'milliseconds a page').toBeLessThan(250);
    expect((await personTimeline(clerk, wei, { limit: 1, count: true })).total).toBe(10_002);
  });
});

describe('revealing', () => {
  it('gives the value, and the purpose goes to the trail', async () => {
    const reveal = (field: 'name' | 'idNumber' | 'phone' | 'health') => revealPerson(clerk, { personId: shan, field, purpose: '核对身份' });
    expect([(await reveal('name')).value, (await reveal('idNumber')).value, (await reveal('phone')).value]).toEqual([
      '单雄信',
      anIdNumber(1),
      '13800001111',
    ]);
    await expect(reveal('health')).rejects.toEqual(refused('people.nothing-to-reveal'));
    const { rows } = await db.owner.query<{ details: object }>(
      `SELECT details FROM audit_entry WHERE subject_id = $1 AND type = 'person.revealed' ORDER BY id`,
      [shan],
    );
    expect(rows.map((row) => row.details)).toEqual(['name', 'idNumber', 'phone'].map((field) => ({ field, purpose: '核对身份' })));
  });

  it('of a bank account is of the person’s own', async () => {
    const account = newId();
    await db.owner.query(
      `INSERT INTO bank_account (id, person_id, number_cipher, number_index, last4) VALUES ($1, $2, $3, '\\x01', '0004')`,
      [account, shan, db.secrets.seal('6217000000000000004')],
    );
    expect((await getPerson(clerk, shan)).bankAccounts).toEqual([{ id: account, bank: null, last4: '0004' }]);
    expect((await revealPerson(clerk, { personId: shan, field: 'bankAccount', purpose: '核对', bankAccountId: account })).value).toBe(
      '6217000000000000004',
    );
    await expect(revealPerson(clerk, { personId: wei, field: 'bankAccount', purpose: '核对', bankAccountId: account })).rejects.toEqual(
      refused('data.not-found'),
    );
    await expect(revealPerson(clerk, { personId: shan, field: 'bankAccount', purpose: '核对' })).rejects.toEqual(refused('data.not-found'));
  });

  it('is refused elsewhere and to who may not', async () => {
    await expect(revealPerson(stranger, { personId: shan, field: 'name', purpose: 'x' })).rejects.toEqual(refused('data.not-found'));
    await expect(revealPerson(await aWorker(db, 'cashier', tree.north), { personId: shan, field: 'name', purpose: 'x' })).rejects.toEqual(
      refused('access.not-permitted'),
    );
  });

  it('stops at thirty a minute, also when all come at once, and goes on a minute later', async () => {
    const curious = await aWorker(db, 'window-clerk', tree.north);
    const results = await Promise.allSettled(
      Array.from({ length: 40 }, () => revealPerson(curious, { personId: shan, field: 'name', purpose: '批量' })),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(30);
    expect(new Set(results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { code: string }).code] : [])))).toEqual(
      new Set(['people.too-many-reveals']),
    );
    await expect(revealPerson(at(curious, '2026-11-20T02:01:01Z'), { personId: shan, field: 'name', purpose: '稍后' })).resolves.toEqual({
      value: '单雄信',
    });
  });
});
