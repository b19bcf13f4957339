import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptPetition } from '#casework/petitions/accept-petition';
import { closePetition } from '#casework/petitions/close-petition';
import { extendPetition } from '#casework/petitions/extend-petition';
import { findPetitions } from '#casework/petitions/find-petitions';
import { getPetition } from '#casework/petitions/get-petition';
import { handlePetition } from '#casework/petitions/handle-petition';
import { mergePetition } from '#casework/petitions/merge-petition';
import { registerPetition, type NewPetition } from '#casework/petitions/register-petition';
import { replyToPetition } from '#casework/petitions/reply-to-petition';
import type { Work } from '#casework/work';
import { addDays } from '#rules/shared/plain-date';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { at, aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let clerk: Work;
let officer: Work;
let reviewer: Work;
let stranger: Work;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  clerk = await aWorker(db, 'window-clerk', tree.north, new Date('2026-09-01T02:00:00Z'));
  officer = await aWorker(db, 'petition-officer', tree.north, new Date('2026-09-02T02:00:00Z'));
  reviewer = await aWorker(db, 'reviewer', tree.north, new Date('2026-09-02T02:00:00Z'));
  stranger = await aWorker(db, 'petition-officer', tree.south, new Date('2026-09-02T02:00:00Z'));
});
afterAll(() => db.close());

const letter = (over: Partial<NewPetition> = {}): NewPetition => ({
  channel: 'L',
  purpose: 'settlement',
  subject: '20',
  detail: '51',
  petitionerName: '钱小满',
  phone: '138-0000-1234',
  anonymous: false,
  personCount: 1,
  representatives: 0,
  contactKind: 'first',
  employerName: '苏州煜泓纺织有限公司',
  content: '三个月工资没有发',
  ...over,
});
const read = (id: string) => getPetition(officer, id);

describe('a petition', () => {
  it('goes from registration to closing with its clocks', async () => {
    const { id } = await registerPetition(clerk, letter());
    const registered = await read(id);
    expect(registered).toMatchObject({ status: 'registered', number: '北信〔2026〕0001号', phoneMasked: '138****1234', version: 1 });
    // X1 and X2: 15 days from 1 September; the 16th is a Wednesday.
    expect(registered.clocks.map(({ code, dueOn }) => [code, dueOn]).sort()).toEqual([
      ['X1', '2026-09-16'],
      ['X2', '2026-09-16'],
    ]);

    await acceptPetition(officer, { petitionId: id, version: 1 });
    const accepted = await read(id);
    expect(
      accepted.clocks
        .filter(({ state }) => state === 'met')
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['X1', 'X2']);
    // X3: 60 days from 2 September end on Sunday 1 November and roll to Monday.
    expect(accepted.clocks.find(({ code }) => code === 'X3')).toMatchObject({ dueOn: '2026-11-02', state: 'running' });

    await handlePetition(officer, { petitionId: id, version: 2, noInterest: true });
    await expect(
      extendPetition(officer, { petitionId: id, version: 3, days: 30, reason: '情况复杂', petitionerTold: true }),
    ).rejects.toMatchObject({ code: 'access.not-permitted' });
    await expect(
      extendPetition(reviewer, { petitionId: id, version: 3, days: 31, reason: '情况复杂', petitionerTold: true }),
    ).rejects.toMatchObject({ code: 'petitions.extension-too-long' });
    await extendPetition(reviewer, { petitionId: id, version: 3, days: 30, reason: '情况复杂', petitionerTold: true });
    expect((await read(id)).clocks.find(({ code }) => code === 'X3')!.dueOn).toBe('2026-12-01');

    await expect(
      replyToPetition(officer, { petitionId: id, version: 4, result: 'granted', reply: '已督促发放', reviewRightTold: false }),
    ).rejects.toMatchObject({ code: 'petitions.review-right-untold' });
    await replyToPetition(officer, { petitionId: id, version: 4, result: 'granted', reply: '已督促发放', reviewRightTold: true });
    await expect(
      closePetition(officer, { petitionId: id, version: 5, petitionerAccepts: false, reportReceived: false }),
    ).rejects.toMatchObject({ code: 'petitions.reply-still-contestable' });
    // A day on which the petitioner could still ask for a review is none on which it was closed, whenever that is typed in.
    const late = at(officer, '2026-10-20T02:00:00Z');
    const closing = { petitionId: id, version: 5, petitionerAccepts: false, reportReceived: false };
    const { repliedOn } = await read(id);
    await expect(closePetition(late, { ...closing, on: addDays(repliedOn!, 1) })).rejects.toMatchObject({
      code: 'petitions.reply-still-contestable',
    });
    await closePetition(late, {
      petitionId: id,
      version: 5,
      petitionerAccepts: false,
      reportReceived: false,
      satisfaction: 'satisfied',
    });
    expect(await read(id)).toMatchObject({ status: 'closed', closedOn: '2026-10-20', result: 'granted', satisfaction: 'satisfied' });
    const { rows } = await db.owner.query(`SELECT count(*)::int AS versions FROM history.petition WHERE id = $1`, [id]);
    expect(rows[0]).toEqual({ versions: 6 });
  });

  it('is nobody’s business in another district', async () => {
    const { id } = await registerPetition(clerk, letter());
    await expect(getPetition(stranger, id)).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(acceptPetition(stranger, { petitionId: id, version: 1 })).rejects.toMatchObject({ code: 'data.not-found' });
    expect((await findPetitions(stranger, { view: 'all', limit: 20 })).items).toEqual([]);
    await expect(registerPetition(clerk, letter({ organisationId: tree.south }))).rejects.toMatchObject({ code: 'access.not-permitted' });
  });

  it('is recognised as perhaps a repeat, and joins the matter of the first', async () => {
    const first = await registerPetition(clerk, letter({ phone: '13900005678', petitionerName: '孙大力' }));
    const second = await registerPetition(clerk, letter({ phone: '+86 139 0000 5678', petitionerName: '孙先生', channel: 'V' }));
    const seen = await read(second.id);
    expect(seen.possibleRepeats.find(({ id }) => id === first.id)?.because).toContain('phone');
    await mergePetition(officer, { petitionId: second.id, version: 1, intoId: first.id });
    expect(await read(second.id)).toMatchObject({ status: 'merged', matterId: first.id, contactKind: 'repeat' });
    expect((await read(first.id)).sameMatter.map(({ id }) => id)).toEqual([second.id]);
    await expect(mergePetition(officer, { petitionId: first.id, version: 1, intoId: first.id })).rejects.toMatchObject({
      code: 'petitions.merge-with-itself',
    });
  });

  it('is found by a piece of a name, by its number, and in its view', async () => {
    const { id } = await registerPetition(clerk, letter({ petitionerName: '欧阳晓晨', employerName: '苏州澜砚模具有限公司' }));
    const { number } = await read(id);
    for (const q of ['晓晨', '澜砚', number!.replace(/\D/g, '')])
      expect((await findPetitions(officer, { q, view: 'all', limit: 20 })).items.map((item) => item.id)).toContain(id);
    expect(
      (await findPetitions(at(officer, '2026-09-20T02:00:00Z'), { view: 'overdue', limit: 20 })).items.map((item) => item.id),
    ).toContain(id);
    expect((await findPetitions(officer, { view: 'overdue', limit: 20 })).items).toEqual([]);
    const page = await findPetitions(officer, { view: 'all', limit: 2, count: true });
    const next = await findPetitions(officer, { view: 'all', limit: 100, cursor: page.nextCursor! });
    expect(page.items.length + next.items.length).toBe(page.total);
  });

  it('keeps an anonymous one anonymous, and refuses too many representatives', async () => {
    const { id } = await registerPetition(clerk, letter({ anonymous: true }));
    expect(await read(id)).toMatchObject({ petitionerName: null, phoneMasked: null });
    await expect(registerPetition(clerk, letter({ representatives: 6 }))).rejects.toMatchObject({
      code: 'petitions.too-many-representatives',
    });
  });
});
