import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeFileForm } from '#casework/hardship/change-file-form';
import { draftHardshipFile, type NewFile } from '#casework/hardship/draft-hardship-file';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import type { Work } from '#casework/work';
import { fen } from '#rules/shared/money';
import { plainDate } from '#rules/shared/plain-date';
import { aFile, aKnownPerson } from '../../support/a-file.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let clerk: Work;
let south: Work;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  clerk = await aWorker(db, 'window-clerk', tree.north);
  south = await aWorker(db, 'aid-officer', tree.south);
});
afterAll(() => db.close());

const known = (organisationId = tree.north): Promise<string> => aKnownPerson(db.owner, organisationId);
const asked = (holderId: string, over: Partial<NewFile> = {}): NewFile => ({
  holderId,
  mainCause: 'major-illness',
  otherCauses: ['schooling'],
  ...over,
});
const draft = async (work: Work, over: Partial<NewFile> = {}, holderId?: string): Promise<string> =>
  (await draftHardshipFile(work, asked(holderId ?? (await known()), over))).id;
const count = async (table: string): Promise<number> =>
  Number((await db.owner.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]!.n);

describe('an application is not begun', () => {
  it('by who may not record files, or not there', async () => {
    const holder = await known();
    for (const role of ['cashier', 'mediator', 'approver', 'archivist', 'reviewer'] as const)
      await expect(draft(await aWorker(db, role, tree.north), {}, holder), role).rejects.toMatchObject({ code: 'access.not-permitted' });
    await expect(draft(clerk, { organisationId: tree.south }, holder)).rejects.toMatchObject({ code: 'access.not-permitted' });
    // Nobody of the south deals with the person.
    await expect(draft(south, {}, holder)).rejects.toMatchObject({ code: 'data.not-found' });
    expect(await count('hardship_file')).toBe(0);
  });

  it.each([
    [{ otherCauses: ['major-illness'] }, 'hardship.cause-twice'],
    [{ mainCause: 'own-illness' }, 'hardship.cause-of-another-era'],
    [{ otherCauses: ['schooling', 'uninsured', 'laid-off', 'other'] }, 'hardship.too-many-causes'],
    [{ begunOn: plainDate('2026-11-21') }, 'hardship.day-in-future'],
    [{ begunOn: plainDate('2011-12-31') }, 'hardship.no-rule-in-force'],
  ] as [Partial<NewFile>, string][])('with %o', async (over, code) => {
    await expect(draft(clerk, over)).rejects.toMatchObject({ code });
    expect(await count('household')).toBe(0);
  });

  it('for who has one, lives with who has one, or does so where nobody here can see it', async () => {
    const holder = await known();
    await draft(clerk, {}, holder);
    await expect(draft(clerk, {}, holder)).rejects.toMatchObject({ code: 'hardship.already-on-file' });

    const spouse = await known();
    await aFile(db.owner, tree.south, {}, { members: [spouse] });
    await expect(draft(clerk, {}, spouse)).rejects.toMatchObject({ code: 'hardship.already-on-file' });

    const lifted = await known();
    await aFile(db.owner, tree.south, { status: 'lifted', ended_on: '2026-06-01' }, { members: [lifted] });
    await expect(draft(clerk, {}, lifted)).resolves.toBeTypeOf('string');
  });

  it('twice at once', async () => {
    const holder = await known();
    const tries = await Promise.allSettled([draft(clerk, {}, holder), draft(clerk, {}, holder), draft(clerk, {}, holder)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'hardship.already-on-file' });
  });
});

describe('an application is begun', () => {
  it('for a known person, who heads a household from now on, on the list of who began it', async () => {
    const holder = await known();
    const id = await draft(clerk, { employerName: '苏州煜泓纺织有限公司', employment: 'employed' }, holder);
    expect(await getHardshipFile(clerk, id)).toMatchObject({
      status: 'draft',
      number: null,
      hardshipClass: null,
      filedOn: null,
      receivedOn: null,
      begunOn: '2026-11-20',
      era: 'R3',
      formEra: 'R3',
      holderId: holder,
      holderName: '沈*如',
      mainCause: 'major-illness',
      otherCauses: ['schooling'],
      employment: 'employed',
      employerName: '苏州煜泓纺织有限公司',
      householdSize: 1,
      handlerId: clerk.actor.id,
      members: [{ personId: holder, isHolder: true, relation: 'holder', consentsMissing: ['application', 'verification'] }],
      timeline: [{ kind: 'hardship.draft', toStatus: 'draft' }],
    });
  });

  it('where the person works, unless another firm is said', async () => {
    const holder = await known();
    const firm = await draft(clerk, { employerName: '昆山恒拓电子有限公司' }).then((id) => getHardshipFile(clerk, id));
    await db.owner.query('UPDATE person SET employer_id = $2 WHERE id = $1', [holder, firm.employerId]);
    expect(await getHardshipFile(clerk, await draft(clerk, {}, holder))).toMatchObject({
      employerId: firm.employerId,
      employerName: '昆山恒拓电子有限公司',
    });
  });

  it('for the household the person lives in already; who headed it before is what the person was', async () => {
    const [husband, wife, child] = [await known(), await known(), await known()];
    const earlier = await aFile(
      db.owner,
      tree.north,
      { status: 'lifted', ended_on: '2026-06-01' },
      { holderId: husband, members: [wife, child] },
    );
    await db.owner.query(`UPDATE household_member SET relation = 'spouse' WHERE person_id = $1`, [wife]);
    const file = await getHardshipFile(clerk, await draft(clerk, {}, wife));
    expect(file.householdId).toBe(earlier.householdId);
    const relation = Object.fromEntries(file.members.map((member) => [member.personId, member.relation]));
    expect(relation).toEqual({ [wife]: 'holder', [husband]: 'spouse', [child]: 'other' });
    // Nothing was overwritten: the two rows of before are closed.
    expect(file.formerMembers.map(({ personId, relation: was, leftOn }) => [personId, was, leftOn]).sort()).toEqual(
      [
        [husband, 'holder', '2026-11-20'],
        [wife, 'spouse', '2026-11-20'],
      ].sort(),
    );
  });

  it('for the household of a file that a ledger brought, of which the holder was never listed as a member', async () => {
    const holder = await known();
    const earlier = await aFile(
      db.owner,
      tree.northTown,
      { status: 'lifted', ended_on: '2026-06-01' },
      { holderId: holder, members: [await known()] },
    );
    await db.owner.query(`DELETE FROM household_member WHERE person_id = $1`, [holder]);
    const file = await getHardshipFile(clerk, await draft(clerk, {}, holder));
    expect(file).toMatchObject({ householdId: earlier.householdId, householdSize: 2, organisationId: tree.north });
    // The household is kept where its file is, so that who works on the one sees the other.
    expect((await db.owner.query('SELECT organisation_id FROM household WHERE id = $1', [earlier.householdId])).rows).toEqual([
      { organisation_id: tree.north },
    ]);
  });
});

describe('the form', () => {
  const version = async (id: string): Promise<number> => (await getHardshipFile(clerk, id)).version;

  it('is not changed by a stranger, nor by who may only read, nor from an old version', async () => {
    const id = await draft(clerk);
    await expect(changeFileForm(south, { fileId: id, version: 1, remark: '无' })).rejects.toMatchObject({ code: 'data.not-found' });
    const archivist = await aWorker(db, 'archivist', tree.north);
    // Who may only read cannot even hold the row.
    await expect(changeFileForm(archivist, { fileId: id, version: 1, remark: '无' })).rejects.toMatchObject({ code: 'data.not-found' });
    const reviewer = await aWorker(db, 'reviewer', tree.north);
    await expect(changeFileForm(reviewer, { fileId: id, version: 1, remark: '无' })).rejects.toMatchObject({
      code: 'access.not-permitted',
    });
    await expect(changeFileForm(clerk, { fileId: id, version: 2, remark: '无' })).rejects.toMatchObject({ code: 'data.changed-meanwhile' });
  });

  it('keeps what is left out, empties by null, and seals what is sensitive', async () => {
    const id = await draft(clerk);
    const plain = { marriage: 'married', postalCode: '215000', workingSince: plainDate('1999-07-01'), singleParent: false };
    const sealed = { health: 'malignant-tumour', housing: 'bought', causeNote: '甲状腺恶性肿瘤术后' };
    const household = { dwellings: 1, savings: fen(1_234_500), carNotForWork: false };
    const ends = [{ reason: 'schooling-ends' as const, on: plainDate('2027-06-30') }];
    await changeFileForm(clerk, { fileId: id, version: 1, plain, sealed, household, ends, employment: 'sick-leave' });
    await changeFileForm(clerk, {
      fileId: id,
      version: 2,
      plain: { marriage: 'divorced', postalCode: null },
      household: { savings: null },
    });
    expect(await getHardshipFile(clerk, id)).toMatchObject({
      employment: 'sick-leave',
      form: {
        plain: { marriage: 'divorced', workingSince: '1999-07-01', singleParent: false },
        sealed,
        household: { dwellings: 1, carNotForWork: false },
        ends,
      },
    });
    const row = JSON.stringify(
      (await db.owner.query('SELECT f.*, f.facts_cipher::text AS x FROM hardship_file f WHERE id = $1', [id])).rows,
    );
    expect(row).not.toMatch(/malignant|bought|甲状腺|1234500/);
    const trail = JSON.stringify((await db.owner.query(`SELECT * FROM audit_entry WHERE subject_id = $1`, [id])).rows);
    expect(trail).toMatch(/"fields":\["ends","employment","marriage","postalCode"/);
    expect(trail).not.toMatch(/malignant|甲状腺|1234500|divorced/);
  });

  it('takes no answer of another year’s form and no cause of one', async () => {
    const id = await draft(clerk);
    await expect(changeFileForm(clerk, { fileId: id, version: 1, sealed: { health: 'cancer' } })).rejects.toMatchObject({
      code: 'hardship.answer-not-on-form',
    });
    await expect(changeFileForm(clerk, { fileId: id, version: 1, mainCause: 'accident' })).rejects.toMatchObject({
      code: 'hardship.cause-of-another-era',
    });
    await expect(changeFileForm(clerk, { fileId: id, version: 1, otherCauses: ['major-illness'] })).rejects.toMatchObject({
      code: 'hardship.cause-twice',
    });
    expect(await version(id)).toBe(1);
  });

  it('is closed while a decision rests on it', async () => {
    const { id } = await aFile(db.owner, tree.north, { status: 'notice', filed_on: null });
    await expect(changeFileForm(clerk, { fileId: id, version: 1, remark: '无' })).rejects.toMatchObject({ code: 'hardship.part-closed' });
  });
});
