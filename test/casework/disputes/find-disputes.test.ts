import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDisputes, type DisputeQuery } from '#casework/disputes/find-disputes';
import { findMassIncidents } from '#casework/disputes/find-mass-incidents';
import { registerDispute } from '#casework/disputes/register-dispute';
import { personSearchKeys } from '#casework/people/search-keys';
import type { Work } from '#casework/work';
import { plainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { aClaim, anAccepted, anApplied, inMediation, type Office } from '../../support/a-dispute.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { at, aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let office: Office;
let city: Work;
let stranger: Work;
const ids: Record<'town' | 'applied' | 'accepted' | 'mediating' | 'south' | 'known', string> = {
  town: '',
  applied: '',
  accepted: '',
  mediating: '',
  south: '',
  known: '',
};

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = {
    clerk: await aWorker(db, 'window-clerk', tree.north),
    reviewer: await aWorker(db, 'reviewer', tree.north),
    mediator: await aWorker(db, 'mediator', tree.north),
  };
  city = await aWorker(db, 'reviewer', tree.city);
  stranger = await aWorker(db, 'window-clerk', tree.south);
  ids.town = (
    await registerDispute(
      office.clerk,
      aClaim({ organisationId: tree.northTown, applicantName: '欧阳晓', registeredOn: plainDate('2026-10-08'), category: '43' }),
    )
  ).id;
  ids.applied = await anApplied(office, { applicantName: '孙立人' });
  ids.accepted = await anAccepted(office, { applicantName: '孙立春', employerName: '昆山恒拓电子有限公司' });
  ids.mediating = await inMediation(office);
  ids.south = (await registerDispute(stranger, aClaim({ applicantName: '孙立人' }))).id;
  const personId = newId();
  await db.owner.query(
    `INSERT INTO person (id, name, search_keys, created_by, id_cipher, id_index) VALUES ($1, '曾乐', $2, $3, '\\x00', $4)`,
    [personId, personSearchKeys('曾乐'), office.clerk.actor.id, db.secrets.index('id', '11010519491231002X')],
  );
  await db.owner.query('INSERT INTO person_presence (person_id, organisation_id) VALUES ($1, $2)', [personId, tree.north]);
  ids.known = (await registerDispute(office.clerk, aClaim({ applicantId: personId, applicantName: '曾*' }))).id;
});
afterAll(() => db.close());

const found = async (work: Work, over: Partial<DisputeQuery> = {}): Promise<string[]> =>
  (await findDisputes(work, { limit: 50, view: 'all', ...over })).items.map((item) => item.id);
const names = (listed: string[]): string[] => listed.map((id) => Object.entries(ids).find(([, known]) => known === id)?.[0] ?? id).sort();

describe('the list of disputes', () => {
  it('shows another district nothing of ours, by any way of asking', async () => {
    expect(names(await found(stranger))).toEqual(['south']);
    expect(names(await found(stranger, { q: '孙立人' }))).toEqual(['south']);
    expect(names(await found(stranger, { q: '北劳调字' }))).toEqual([]);
    expect(names(await found(stranger, { q: '20260001' }))).toEqual(['south']);
    expect(names(await found(stranger, { q: '11010519491231002X' }))).toEqual([]);
    expect(names(await found(stranger, { organisationId: tree.north }))).toEqual([]);
    expect(names(await found(await aWorker(db, 'cashier', tree.city)))).toEqual([]);
  });

  it('shows a district its own and what is below, newest first, and the city all', async () => {
    const mine = await findDisputes(office.clerk, { limit: 50, view: 'all' });
    const days = mine.items.map((item) => item.registeredOn);
    expect(days).toEqual(days.toSorted().reverse());
    expect(names(mine.items.map((item) => item.id))).toEqual(['accepted', 'applied', 'known', 'mediating', 'town']);
    expect(names(await found(city))).toEqual(['accepted', 'applied', 'known', 'mediating', 'south', 'town']);
    expect(names(await found(city, { organisationId: tree.northTown }))).toEqual(['town']);
  });

  it.each<[string, Partial<DisputeQuery>, string[]]>([
    ['part of the applicant’s name', { q: '立人' }, ['applied', 'south']],
    ['one character', { q: '春' }, ['accepted']],
    ['part of the firm', { q: '恒拓' }, ['accepted']],
    ['the firm in pinyin', { q: 'hengtuo' }, ['accepted']],
    ['the applicant in one of the readings', { q: 'zengyue' }, ['known']],
    ['a whole ID number', { q: '11010519491231002x' }, ['known']],
    ['the beginning of a number', { q: '南劳调字' }, ['south']],
    ['year and number', { q: '2026-2' }, ['accepted']],
    ['nobody', { q: '查无此人' }, []],
    ['a telephone that nobody has', { q: '13800000000' }, []],
    ['a category', { category: '43' }, ['town']],
    ['a status', { status: 'mediating' }, ['mediating']],
    ['a name within a status', { q: '钱小满', status: 'mediating' }, ['mediating']],
    ['days', { to: plainDate('2026-10-31') }, ['town']],
    ['what is late', { view: 'overdue' }, ['accepted', 'applied', 'mediating']],
    ['all that is open', { view: 'open' }, ['accepted', 'applied', 'known', 'mediating', 'south', 'town']],
  ])('finds by %s', async (_, query, expected) => expect(names(await found(city, query))).toEqual(expected));

  it('knows what is due within three days, and what is mine', async () => {
    expect(names(await found(at(office.reviewer, '2026-11-17T02:00:00Z'), { view: 'due' }))).toEqual(['accepted', 'mediating']);
    expect(names(await found(at(office.reviewer, '2026-11-03T02:00:00Z'), { view: 'due' }))).toEqual(['applied']);
    expect(names(await found(office.mediator, { view: 'mine' }))).toEqual(['mediating']);
    const [mine] = (await findDisputes(office.mediator, { limit: 5, view: 'mine' })).items;
    expect(mine?.clock).toMatchObject({ code: 'M5', dueOn: '2026-11-19', lamp: 'black' });
  });

  it.each<[string, Partial<DisputeQuery>]>([
    ['all', {}],
    ['a name', { q: '有限公司' }],
    ['a name with a filter', { q: '有限公司', view: 'open' }],
  ])('pages through %s without loss or double', async (_, query) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await findDisputes(city, { limit: 2, view: 'all', count: true, cursor, ...query });
      expect(page.total).toBe(6);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(names(seen)).toEqual(['accepted', 'applied', 'known', 'mediating', 'south', 'town']);
  });

  it('refuses a place in the list that is none', () =>
    expect(found(city, { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'paging.cursor' }));
});

describe('mass incidents', () => {
  it('are found by firm within the actor’s reach', async () => {
    await db.owner.query(
      `INSERT INTO mass_incident (id, number, organisation_id, occurred_on, employer_name, worker_count, created_by) VALUES ($1, '苏工群〔2026〕001号', $2, '2026-03-01', '昆山恒拓电子有限公司', 120, $3)`,
      [newId(), tree.north, city.actor.id],
    );
    const numbers = async (work: Work, q: string) => (await findMassIncidents(work, { limit: 20, q })).items.map((item) => item.number);
    expect(await numbers(await aWorker(db, 'reviewer', tree.south), '')).toEqual([]);
    expect(await numbers(city, '恒拓')).toEqual(['苏工群〔2026〕001号']);
    expect(await numbers(city, '别家')).toEqual([]);
  });
});
