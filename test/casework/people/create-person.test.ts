import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changePerson } from '#casework/people/change-person';
import { createPerson } from '#casework/people/create-person';
import { getPerson } from '#casework/people/get-person';
import { lookUpPerson } from '#casework/people/look-up-person';
import type { Work } from '#casework/work';
import { plainDate } from '#rules/shared/plain-date';
import { aPerson, anIdNumber } from '../../support/a-person.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let clerk: Work;
let stranger: Work;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  clerk = await aWorker(db, 'window-clerk', tree.north);
  stranger = await aWorker(db, 'window-clerk', tree.south);
});
afterAll(() => db.close());
const refused = (code: string) => expect.objectContaining({ code });

describe('a new person', () => {
  it('has sex and birth from the ID number, and nothing of it lies open in the table', async () => {
    const id = await aPerson(clerk, { name: '沈 清如', idNumber: anIdNumber(1), phone: '138-1234-1234' });
    expect(await getPerson(clerk, id)).toMatchObject({
      name: '沈*如',
      sex: 'male',
      birthDate: '1880-01-01',
      idMasked: `320508********${anIdNumber(1).slice(-4)}`,
      phoneMasked: '138****1234',
      version: 1,
    });
    const row = (await db.owner.query<{ p: string }>('SELECT p::text FROM person p WHERE id = $1', [id])).rows[0]!.p;
    expect(row).not.toContain(anIdNumber(1));
    expect(row).not.toContain(Buffer.from(anIdNumber(1)).toString('hex'));
    expect(row).not.toContain(Buffer.from('13812341234').toString('hex'));
  });

  it('with a 15-digit number is the same person as with eighteen', async () => {
    const id = await aPerson(clerk, { name: '老陈', idNumber: '110105491231002' });
    expect((await lookUpPerson(clerk, { idNumber: '11010519491231002X' })).exact?.id).toBe(id);
  });

  it.each([
    [{ idNumber: '320508188001010018' }, 'identifiers.id-check'],
    [{ idNumber: anIdNumber(2), sex: 'male' as const }, 'people.sex-mismatch'],
    [{ idNumber: anIdNumber(2), birthDate: plainDate('1990-01-01') }, 'people.birth-date-mismatch'],
    [{ birthDate: plainDate('2026-11-21') }, 'people.birth-date-in-future'],
    [{ name: '沈*如' }, 'people.name-masked'],
    [{ phone: '12' }, 'identifiers.phone-form'],
    [{ employerId: '00000000-0000-7000-8000-0000000000ff' }, 'data.not-found'],
  ])('is refused with %j: %s', async (over, code) => {
    await expect(createPerson(clerk, { name: '不应存在', notSameAs: [], ...over })).rejects.toEqual(refused(code));
  });

  it('who is there already is not made twice, but met: from then on the organisation sees the person', async () => {
    const id = await aPerson(clerk, { name: '已在册', idNumber: anIdNumber(11) });
    await expect(getPerson(stranger, id)).rejects.toEqual(refused('data.not-found'));
    expect((await lookUpPerson(stranger, { idNumber: anIdNumber(11) })).exact).toBeNull();
    await expect(createPerson(stranger, { name: '另写的名字', idNumber: anIdNumber(11), notSameAs: [] })).rejects.toEqual(
      refused('people.already-there'),
    );
    expect((await lookUpPerson(stranger, { idNumber: anIdNumber(11) })).exact?.id).toBe(id);
    const { rows } = await db.owner.query(`SELECT type FROM audit_entry WHERE subject_id = $1 AND actor_id = $2`, [id, stranger.actor.id]);
    expect(rows).toEqual([{ type: 'person.met' }]);
  });

  it('one ID number makes one person, however many clerks type it at once', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 16 }, () => createPerson(clerk, { name: '同时来', idNumber: anIdNumber(21), notSameAs: [] })),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const codes = new Set(results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { code: string }).code] : [])));
    expect(
      [...codes].filter((code) => !['people.already-there', 'data.already-there', 'people.similar-unacknowledged'].includes(code)),
    ).toEqual([]);
  });

  it('who looks like another is made only after that one was looked at', async () => {
    const first = await aPerson(clerk, { name: '章建国', phone: '13911112222' });
    const second = { name: '章建国', notSameAs: [] };
    await expect(createPerson(clerk, second)).rejects.toMatchObject({ code: 'people.similar-unacknowledged', details: { count: 1 } });
    await expect(createPerson(clerk, { name: '章小妹', phone: '13911112222', notSameAs: [] })).rejects.toEqual(
      refused('people.similar-unacknowledged'),
    );
    const { similar } = await lookUpPerson(clerk, { name: '章建国', phone: '139 1111 2222' });
    expect(similar).toEqual([expect.objectContaining({ id: first, because: ['phone', 'name'], name: '章*国' })]);
    await createPerson(clerk, { ...second, notSameAs: [first] });
    expect((await lookUpPerson(clerk, { name: '张建国' })).similar.map((one) => one.because)).toEqual([['pinyin'], ['pinyin']]);
    await expect(
      createPerson(clerk, { name: '张建国', notSameAs: [] }),
      'heard alike is shown, but need not be answered',
    ).resolves.toBeDefined();
  });

  it('two with different ID numbers may share a name without more', async () => {
    await aPerson(clerk, { name: '王同名', idNumber: anIdNumber(31) });
    await expect(createPerson(clerk, { name: '王同名', idNumber: anIdNumber(33), notSameAs: [] })).resolves.toBeDefined();
    await expect(createPerson(stranger, { name: '王同名', notSameAs: [] }), 'people elsewhere are not told of').resolves.toBeDefined();
  });

  it('says what an ID number says, or why it is none', async () => {
    expect((await lookUpPerson(clerk, { idNumber: anIdNumber(2) })).idNumber).toEqual({
      valid: true,
      zh: null,
      en: null,
      sex: 'female',
      birthDate: '1880-01-01',
    });
    expect((await lookUpPerson(clerk, { idNumber: '123' })).idNumber).toMatchObject({
      valid: false,
      zh: expect.stringContaining('18位'),
      en: expect.stringContaining('18'),
    });
  });

  it('is made only by who may', async () => {
    await expect(createPerson(await aWorker(db, 'archivist', tree.north), { name: '甲乙', notSameAs: [] })).rejects.toEqual(
      refused('access.not-permitted'),
    );
  });
});

describe('changing a person', () => {
  it('leaves what was not sent, empties what is null, and finds the person by the new name', async () => {
    const id = await aPerson(clerk, { name: '钮改名', idNumber: anIdNumber(41), phone: '13700001111', address: '旧址' });
    await changePerson(clerk, { personId: id, version: 1, name: '钮新名', address: null });
    expect(await getPerson(clerk, id)).toMatchObject({
      name: '钮*名',
      idMasked: expect.stringMatching(/^320508/),
      phoneMasked: '137****1111',
      address: null,
      version: 2,
    });
    await changePerson(clerk, { personId: id, version: 2, phone: null, idNumber: null });
    expect(await getPerson(clerk, id)).toMatchObject({ idMasked: null, phoneMasked: null, sex: 'male' });
    expect((await lookUpPerson(clerk, { name: '钮新名' })).similar).toHaveLength(1);
    const { rows } = await db.owner.query<{ details: { fields: string[] } }>(
      `SELECT details FROM audit_entry WHERE subject_id = $1 AND type = 'person.changed' ORDER BY id`,
      [id],
    );
    expect(rows[0]!.details.fields).toEqual(['name', 'address']);
  });

  it('refuses another’s number, a mismatch with the number on record, an old version and another district', async () => {
    const [id] = [
      await aPerson(clerk, { name: '郁甲', idNumber: anIdNumber(51) }),
      await aPerson(clerk, { name: '郁乙', idNumber: anIdNumber(53) }),
    ];
    await expect(changePerson(clerk, { personId: id, version: 1, idNumber: anIdNumber(53) })).rejects.toEqual(refused('people.id-taken'));
    await expect(changePerson(clerk, { personId: id, version: 1, sex: 'female' })).rejects.toEqual(refused('people.sex-mismatch'));
    await expect(changePerson(clerk, { personId: id, version: 9, address: 'x' })).rejects.toEqual(refused('data.changed-meanwhile'));
    await expect(changePerson(stranger, { personId: id, version: 1, address: 'x' })).rejects.toEqual(refused('data.not-found'));
  });

  it('lets one of many writers win', async () => {
    const id = await aPerson(clerk, { name: '抢改人' });
    const results = await Promise.allSettled(
      Array.from({ length: 64 }, (_, i) => changePerson(clerk, { personId: id, version: 1, address: `${i}号` })),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(new Set(results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { code: string }).code] : [])))).toEqual(
      new Set(['data.changed-meanwhile']),
    );
  });
});
