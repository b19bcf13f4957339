import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptPetition } from '#casework/petitions/accept-petition';
import { closePetition } from '#casework/petitions/close-petition';
import { declinePetition } from '#casework/petitions/decline-petition';
import { findPetitions } from '#casework/petitions/find-petitions';
import { getPetition } from '#casework/petitions/get-petition';
import { handlePetition } from '#casework/petitions/handle-petition';
import { mergePetition } from '#casework/petitions/merge-petition';
import { referPetition } from '#casework/petitions/refer-petition';
import { registerPetition, type NewPetition } from '#casework/petitions/register-petition';
import { replyToPetition } from '#casework/petitions/reply-to-petition';
import { withdrawPetition } from '#casework/petitions/withdraw-petition';
import type { Work } from '#casework/work';
import { plainDate } from '#rules/shared/plain-date';
import { aPerson, anIdNumber } from '../../support/a-person.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { at, aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let clerk: Work;
let officer: Work;
let stranger: Work;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  clerk = await aWorker(db, 'window-clerk', tree.north);
  officer = await aWorker(db, 'petition-officer', tree.north);
  stranger = await aWorker(db, 'petition-officer', tree.south);
});
afterAll(() => db.close());

const refused = (code: string) => expect.objectContaining({ code });
const contact = (over: Partial<NewPetition> = {}): NewPetition => ({
  channel: 'V',
  purpose: 'settlement',
  subject: '20',
  detail: '51',
  petitionerName: '钱小满',
  anonymous: false,
  personCount: 1,
  representatives: 0,
  contactKind: 'first',
  content: '三个月工资没有发',
  ...over,
});
const register = async (over: Partial<NewPetition> = {}): Promise<string> => (await registerPetition(clerk, contact(over))).id;
const read = (id: string, work = officer) => getPetition(work, id);
const found = async (work: Work, q: string): Promise<string[]> =>
  (await findPetitions(work, { limit: 20, view: 'all', q })).items.map((item) => item.id);

describe('registering', () => {
  it('takes name and telephone of a known person, follows a merge, and finds by ID number, telephone and pinyin', async () => {
    const personId = await aPerson(clerk, { name: '单雄信', idNumber: anIdNumber(1), phone: '13800001111' });
    const id = await register({ petitionerId: personId, petitionerName: '单*信' });
    expect(await read(id)).toMatchObject({ petitionerId: personId, petitionerName: '单雄信', phoneMasked: '138****1111' });
    for (const q of [anIdNumber(1), '13800001111', 'shanxiongxin', '雄信', '北信〔2026〕', '20260001'])
      expect(await found(officer, q), q).toContain(id);
    for (const q of [anIdNumber(1), '13800001111', 'shanxiongxin', '雄信', '北信〔2026〕', '20260001'])
      expect(await found(stranger, q), q).toEqual([]);
  });

  it('of an anonymous letter starts no duty to tell its writer', async () => {
    const id = await register({ anonymous: true, petitionerName: null, channel: 'L' });
    expect((await read(id)).clocks.map((clock) => clock.code)).toEqual(['X1']);
  });

  it('knows a group visit, and keeps the second level for labour rights alone', async () => {
    expect(await read(await register({ personCount: 5, representatives: 2 }))).toMatchObject({ groupVisit: true, detail: '51' });
    expect(await read(await register({ personCount: 5, channel: 'L', subject: '02' }))).toMatchObject({ groupVisit: false, detail: null });
  });
});

describe('sorting', () => {
  it('declines with the route told, refers, or assigns out until a day, and each closes in its own way', async () => {
    const [declined, referred, assigned] = [await register(), await register(), await register()];
    await declinePetition(officer, { petitionId: declined, version: 1, reason: '已进入仲裁', routeTold: '劳动仲裁' });
    await referPetition(officer, { petitionId: referred, version: 1, office: '区人社局' });
    await referPetition(officer, { petitionId: assigned, version: 1, office: '北镇总工会', feedbackBy: plainDate('2026-12-20') });
    expect([(await read(declined)).status, (await read(referred)).status, (await read(assigned)).status]).toEqual([
      'not_accepted',
      'referred',
      'assigned_out',
    ]);
    const close = (id: string, over: object = {}) =>
      closePetition(officer, { petitionId: id, version: 2, petitionerAccepts: false, reportReceived: false, ...over });
    await expect(close(assigned)).rejects.toEqual(refused('petitions.report-missing'));
    await close(assigned, { reportReceived: true, result: 'granted' });
    await close(declined);
    await close(referred);
    expect([(await read(declined)).result, (await read(assigned)).result]).toEqual(['legal_route', 'granted']);
  });

  it('closes what was passed on not before the day on which it was', async () => {
    const id = await register({ registeredOn: plainDate('2026-11-02') });
    await referPetition(officer, { petitionId: id, version: 1, office: '区人社局', on: plainDate('2026-11-10') });
    const close = (on: string) =>
      closePetition(officer, { petitionId: id, version: 2, petitionerAccepts: false, reportReceived: false, on: plainDate(on) });
    await expect(close('2026-11-09')).rejects.toEqual(refused('petitions.day-too-early'));
    await close('2026-11-10');
    expect(await read(id)).toMatchObject({ status: 'closed', closedOn: '2026-11-10' });
  });

  it('accepts only what is within its powers, and names only a handler who may handle', async () => {
    await expect(acceptPetition(officer, { petitionId: await register({ subject: '99' }), version: 1 })).rejects.toEqual(
      refused('petitions.out-of-powers'),
    );
    const id = await register();
    await expect(acceptPetition(officer, { petitionId: id, version: 1, handlerId: clerk.actor.id })).rejects.toEqual(
      refused('petitions.handler-unfit'),
    );
    await acceptPetition(officer, { petitionId: id, version: 1, handlerId: officer.actor.id });
    expect(await read(id)).toMatchObject({ status: 'accepted', handlerName: officer.actor.name });
    const { rows } = await db.owner.query(`SELECT owner_id FROM clock WHERE subject_id = $1 AND state = 'running'`, [id]);
    expect(rows).toEqual([{ owner_id: officer.actor.id }]);
    await expect(handlePetition(officer, { petitionId: id, version: 2, noInterest: false })).rejects.toEqual(
      refused('petitions.handler-conflicted'),
    );
  });

  it('answers on the spot, which the petitioner has nothing to contest in', async () => {
    const id = await register({ purpose: 'enquiry', channel: 'T' });
    await replyToPetition(officer, {
      petitionId: id,
      version: 1,
      result: 'explained',
      reply: '依法应支付加班工资',
      reviewRightTold: false,
    });
    await closePetition(officer, { petitionId: id, version: 2, petitionerAccepts: false, reportReceived: false });
    expect(await read(id)).toMatchObject({ status: 'closed', result: 'explained', handling: 'answer' });
    expect((await read(id)).clocks.map((clock) => clock.state)).toEqual(['met', 'met']);
  });

  it('withdrawn by the petitioner, no clock runs on', async () => {
    const id = await register();
    await withdrawPetition(officer, { petitionId: id, version: 1, reason: '已解决' });
    expect(await read(id)).toMatchObject({ status: 'closed', result: 'withdrawn' });
    expect((await read(id)).clocks.map((clock) => clock.state)).toEqual(['cancelled', 'cancelled']);
  });
});

describe('one matter of several contacts', () => {
  it('takes along the contacts that had joined the one that joins', async () => {
    const [first, second, third] = [await register(), await register(), await register()];
    await mergePetition(officer, { petitionId: third, version: 1, intoId: second });
    await mergePetition(officer, { petitionId: second, version: 1, intoId: first });
    expect((await read(first)).sameMatter.map((one) => one.id).sort()).toEqual([second, third].sort());
    await expect(mergePetition(officer, { petitionId: await register(), version: 1, intoId: second })).rejects.toEqual(
      refused('petitions.merge-target-closed'),
    );
  });

  it('is proposed by person, telephone, or firm and subject within ninety days, but only of what the actor sees', async () => {
    const employerName = '苏州聚访电子有限公司';
    const near = await register({ employerName, petitionerName: '甲一', registeredOn: plainDate('2026-09-01') });
    const far = await register({ employerName, petitionerName: '甲二', registeredOn: plainDate('2026-07-01') });
    const other = await register({ employerName, petitionerName: '甲三', subject: '02' });
    await registerPetition(stranger, contact({ employerName, petitionerName: '外区' }));
    const id = await register({ employerName, petitionerName: '甲四' });
    expect((await read(id)).possibleRepeats).toEqual([expect.objectContaining({ id: near, because: ['employer-subject'] })]);
    expect([far, other]).not.toContain((await read(id)).possibleRepeats[0]!.id);
  });
});

describe('the list', () => {
  it('counts as late only what the office itself has to do', async () => {
    const late = at(officer, '2026-12-20T02:00:00Z');
    const id = await register({ petitionerName: '迟迟' });
    const overdue = async (): Promise<string[]> =>
      (await findPetitions(late, { limit: 100, view: 'overdue' })).items.map((item) => item.id);
    expect(await overdue()).toContain(id);
    expect((await findPetitions(late, { limit: 100, view: 'overdue' })).items.find((item) => item.id === id)?.clock).toMatchObject({
      lamp: 'black',
    });
    await withdrawPetition(officer, { petitionId: id, version: 1, reason: '不再反映' });
    expect(await overdue()).not.toContain(id);
  });

  it('lets one of sixty-four writers win and tells the others', async () => {
    const id = await register();
    const results = await Promise.allSettled(Array.from({ length: 64 }, () => acceptPetition(officer, { petitionId: id, version: 1 })));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(new Set(results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { code: string }).code] : [])))).toEqual(
      new Set(['data.changed-meanwhile']),
    );
  });
});
