import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHouseholdMember } from '#casework/hardship/household/add-household-member';
import { changeHouseholdMember } from '#casework/hardship/household/change-household-member';
import { endHouseholdMember } from '#casework/hardship/household/end-household-member';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import { recordConsent } from '#casework/hardship/household/record-consent';
import { submitFile } from '#casework/hardship/application/submit-file';
import { withdrawConsent } from '#casework/hardship/household/withdraw-consent';
import type { Work } from '#casework/work';
import { plainDate } from '#rules/shared/plain-date';
import { aDraft, anAidOffice, as, sign, type AidOffice } from '../../support/a-case-of-hardship.js';
import { aFile, aKnownPerson } from '../../support/a-file.js';
import { anIdNumber, aPerson } from '../../support/a-person.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let office: AidOffice;
let clerk: Work;
let south: Work;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = await anAidOffice(db, tree.north);
  clerk = office.clerk;
  south = await aWorker(db, 'aid-officer', tree.south);
});
afterAll(() => db.close());

const known = (): Promise<string> => aKnownPerson(db.owner, tree.north);
const read = (fileId: string) => getHardshipFile(clerk, fileId);
const withSpouse = async (): Promise<{ fileId: string; memberId: string; personId: string }> => {
  const [fileId, personId] = [await aDraft(office), await known()];
  await addHouseholdMember(clerk, { ...(await as(office, fileId)), personId, relation: 'spouse', joinedOn: plainDate('2015-05-01') });
  return { fileId, personId, memberId: (await read(fileId)).members.find((member) => member.personId === personId)!.id };
};

describe('a member', () => {
  it('is entered, changed and ended by nobody of another district', async () => {
    const { fileId, memberId } = await withSpouse();
    const where = { ...(await as(office, fileId)), memberId };
    await expect(addHouseholdMember(south, { ...where, personId: await known(), relation: 'child' })).rejects.toMatchObject({
      code: 'data.not-found',
    });
    await expect(changeHouseholdMember(south, { ...where, status: '退休' })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(endHouseholdMember(south, { ...where, leftOn: plainDate('2026-11-01'), leaving: 'moved' })).rejects.toMatchObject({
      code: 'data.not-found',
    });
  });

  it('joins once, and is counted', async () => {
    const { fileId, personId } = await withSpouse();
    const again = addHouseholdMember(clerk, { ...(await as(office, fileId)), personId, relation: 'child' });
    await expect(again).rejects.toMatchObject({ code: 'hardship.member-already' });
    const holder = addHouseholdMember(clerk, { ...(await as(office, fileId)), personId: await known(), relation: 'holder' });
    await expect(holder).rejects.toMatchObject({ code: 'hardship.one-holder' });
    expect(await read(fileId)).toMatchObject({
      householdSize: 2,
      members: [{ isHolder: true }, { personId, relation: 'spouse', joinedOn: '2015-05-01', consentsMissing: ['verification'] }],
    });
  });

  it('is a new person where nobody is known, made once with all that goes with it', async () => {
    const fileId = await aDraft(office);
    const person = { name: '单小小', birthDate: plainDate('2019-09-01'), sex: 'female' as const, notSameAs: [] };
    await addHouseholdMember(clerk, {
      ...(await as(office, fileId)),
      person,
      relation: 'child',
      answers: { enrolledIn: 2025, schoolYears: 6, health: 'good' },
    });
    expect((await read(fileId)).members[1]).toMatchObject({
      name: '单*小',
      birthDate: '2019-09-01',
      relation: 'child',
      answers: { enrolledIn: 2025, schoolYears: 6, health: 'good' },
      consentsNeeded: ['guardian'],
    });
    // Refused by the file, the person is not made either.
    const stale = addHouseholdMember(clerk, { fileId, version: 1, person: { name: '单大大', notSameAs: [] }, relation: 'child' });
    await expect(stale).rejects.toMatchObject({ code: 'data.changed-meanwhile' });
    expect((await db.owner.query(`SELECT FROM person WHERE name = '单大大'`)).rowCount).toBe(0);
  });

  it('does not join from another file, seen or unseen, and not by an ID number that is known', async () => {
    const fileId = await aDraft(office);
    const elsewhere = await known();
    await aFile(db.owner, tree.south, { status: 'under_review' }, { members: [elsewhere] });
    const seated = addHouseholdMember(clerk, { ...(await as(office, fileId)), personId: elsewhere, relation: 'parent' });
    await expect(seated).rejects.toMatchObject({ code: 'hardship.already-on-file' });
    await aPerson(south, { name: '徐世勣', idNumber: anIdNumber(3) });
    const met = addHouseholdMember(clerk, {
      ...(await as(office, fileId)),
      person: { name: '某某', idNumber: anIdNumber(3), notSameAs: [] },
      relation: 'parent',
    });
    await expect(met).rejects.toMatchObject({ code: 'people.already-there' });
  });

  it('is changed without losing what was said before', async () => {
    const { fileId, memberId } = await withSpouse();
    await changeHouseholdMember(clerk, { ...(await as(office, fileId)), memberId, status: '下岗', answers: { health: 'diabetes' } });
    await changeHouseholdMember(clerk, {
      ...(await as(office, fileId)),
      memberId,
      status: '退休',
      schooling: '高中',
      answers: { politics: 'masses' },
    });
    expect((await read(fileId)).members[1]).toMatchObject({
      status: '退休',
      schooling: '高中',
      answers: { health: 'diabetes', politics: 'masses' },
    });
    const versions = await db.owner.query<{ facts_cipher: Buffer }>(
      'SELECT facts_cipher FROM history.hardship_file WHERE id = $1 AND facts_cipher IS NOT NULL ORDER BY version',
      [fileId],
    );
    const said = versions.rows.map(
      (row) => JSON.parse(db.secrets.open(row.facts_cipher)) as { members: Record<string, { status?: string }> },
    );
    expect(said.map(({ members }) => members[memberId]?.status)).toContain('下岗');
    const holder = (await read(fileId)).members[0]!.id;
    await expect(
      changeHouseholdMember(clerk, { ...(await as(office, fileId)), memberId: holder, relation: 'spouse' }),
    ).rejects.toMatchObject({ code: 'hardship.one-holder' });
    await expect(
      changeHouseholdMember(clerk, { ...(await as(office, fileId)), memberId, answers: { health: 'cancer' } }),
    ).rejects.toMatchObject({ code: 'hardship.answer-not-on-form' });
  });

  it('leaves on a day; the row stays closed, and the seat is free', async () => {
    const { fileId, memberId, personId } = await withSpouse();
    const leave = async (day: string, id = memberId) =>
      endHouseholdMember(clerk, { ...(await as(office, fileId)), memberId: id, leftOn: plainDate(day), leaving: 'divorce' });
    await expect(leave('2015-04-30')).rejects.toMatchObject({ code: 'hardship.left-before-joined' });
    await expect(leave('2026-11-21')).rejects.toMatchObject({ code: 'hardship.day-in-future' });
    await expect(leave('2026-11-01', (await read(fileId)).members[0]!.id)).rejects.toMatchObject({ code: 'hardship.holder-stays' });
    await leave('2026-11-01');
    expect(await read(fileId)).toMatchObject({
      householdSize: 1,
      members: [{ isHolder: true }],
      formerMembers: [{ id: memberId, personId, leftOn: '2026-11-01', leaving: 'divorce', consentsNeeded: [] }],
    });
    await expect(leave('2026-11-01')).rejects.toMatchObject({ code: 'data.not-found' });
    const other = await aDraft(office, '雄阔海');
    await expect(addHouseholdMember(clerk, { ...(await as(office, other)), personId, relation: 'spouse' })).resolves.toBeUndefined();
  });
});

describe('a signature', () => {
  const signedOn = plainDate('2026-11-02');
  const signedBy = '单雄信';

  it('is recorded by nobody of another district, for nobody outside the household, and only where it is called for', async () => {
    const { fileId, personId } = await withSpouse();
    const consent = { fileId, personId, kind: 'verification', signedOn, signedBy } as const;
    await expect(recordConsent(south, consent)).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(recordConsent(clerk, { ...consent, personId: await known() })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(recordConsent(clerk, { ...consent, kind: 'application' })).rejects.toMatchObject({
      code: 'hardship.consent-not-called-for',
    });
    await expect(recordConsent(clerk, { ...consent, attachmentId: personId })).rejects.toMatchObject({ code: 'data.not-found' });
    await recordConsent(clerk, consent);
    await expect(recordConsent(clerk, consent)).rejects.toMatchObject({ code: 'hardship.consent-already' });
  });

  it('of everybody is what an application waits for, and can be taken back', async () => {
    const { fileId, personId } = await withSpouse();
    await sign(office, fileId);
    const submit = async (): Promise<void> => submitFile(clerk, await as(office, fileId));
    await expect(submit()).rejects.toMatchObject({ code: 'hardship.consent-missing', details: { count: 1 } });
    await recordConsent(clerk, { fileId, personId, kind: 'verification', signedOn, signedBy });
    const { id: consentId, ...shown } = (await read(fileId)).consents.find((one) => one.personId === personId)!;
    expect(shown.signedBy).toBe('单*信');
    await expect(withdrawConsent(south, { fileId, consentId, version: 1 })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(withdrawConsent(clerk, { fileId, consentId, version: 1, withdrawnOn: plainDate('2026-11-21') })).rejects.toMatchObject({
      code: 'hardship.day-in-future',
    });
    await withdrawConsent(clerk, { fileId, consentId, version: 1 });
    await expect(withdrawConsent(clerk, { fileId, consentId, version: 2 })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(submit()).rejects.toMatchObject({ code: 'hardship.consent-missing' });
    await recordConsent(clerk, { fileId, personId, kind: 'verification', signedOn, signedBy });
    const person = { name: '单小童', birthDate: plainDate('2015-01-01'), notSameAs: [] };
    await addHouseholdMember(clerk, { ...(await as(office, fileId)), person, relation: 'child' });
    await expect(submit()).rejects.toMatchObject({ code: 'hardship.guardian-consent-missing' });
    const child = (await read(fileId)).members.at(-1)!;
    await recordConsent(clerk, { fileId, personId: child.personId, kind: 'guardian', signedOn, signedBy });
    expect((await read(fileId)).members.flatMap(({ consentsMissing }) => consentsMissing)).toEqual([]);
    await submit();
    expect(await read(fileId)).toMatchObject({ status: 'submitted', receivedOn: '2026-11-20' });
  });
});
