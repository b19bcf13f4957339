import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printForm } from '#casework/hardship/print-form';
import type { Work } from '#casework/work';
import { PrintedForm } from '#contract/printed-forms';
import { MOST_REVEALS_A_MINUTE } from '#rules/people/reveals';
import { newId } from '#runtime/ids';
import { aDraft, anAidOffice, type AidOffice } from '../../support/a-case-of-hardship.js';
import { aFile } from '../../support/a-file.js';
import { aPerson, anIdNumber } from '../../support/a-person.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let office: AidOffice;
let [officer, neighbour, reader]: Work[] = [];
let [fileId, holder, child]: string[] = [];
const CARD = '6222021001116245702';

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = await anAidOffice(db, tree.north);
  officer = office.officer;
  neighbour = await aWorker(db, 'aid-officer', tree.south);
  reader = await aWorker(db, 'archivist', tree.north);
  holder = await aPerson(officer, { name: '单雄信', idNumber: anIdNumber(1), phone: '13400002932' });
  child = await aPerson(officer, { name: '单小小', idNumber: anIdNumber(3) });
  fileId = (await aFile(db.owner, tree.northTown, { holder_name: '单雄信' }, { holderId: holder, members: [child] })).id;
  await db.owner.query(
    `INSERT INTO bank_account (id, person_id, bank, number_cipher, number_index, last4) VALUES ($1, $2, '工商银行', $3, $4, '5702')`,
    [newId(), holder, db.secrets.seal(CARD), db.secrets.index('card', CARD)],
  );
});
afterAll(() => db.close());

const audited = async (type: string): Promise<{ subject_id: string; details: object }[]> =>
  (await db.owner.query('SELECT subject_id, details FROM audit_entry WHERE type = $1 ORDER BY at, id', [type])).rows;

describe('a form to be printed', () => {
  it('is none of a stranger’s business; who only reads the file prints the public notice alone', async () => {
    await expect(printForm(neighbour!, { fileId: fileId!, form: 'register' })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(printForm(reader!, { fileId: fileId!, form: 'register' })).rejects.toMatchObject({ code: 'hardship.print-not-at-work' });
    await expect(printForm(reader!, { fileId: fileId!, form: 'register', purpose: '存档' })).rejects.toMatchObject({
      code: 'access.not-permitted',
    });
    await expect(printForm(reader!, { fileId: fileId!, form: 'notice' })).rejects.toMatchObject({ code: 'hardship.print-no-notice' });
    expect(await audited('hardship.printed')).toEqual([]);
  });

  it('is masked unless a purpose is stated', async () => {
    const printed = await printForm(officer!, { fileId: fileId!, form: 'register' });
    expect(PrintedForm.parse(printed)).toMatchObject({ full: false, organisationName: '北镇总工会', printedOn: '2026-11-20' });
    expect(printed.persons.find(({ personId }) => personId === holder)).toMatchObject({
      name: '单*信',
      idNumber: `320508********${anIdNumber(1).slice(-4)}`,
      phone: '134****2932',
      bankAccounts: [{ bank: '工商银行', number: '**** **** **** 5702' }],
    });
    const text = JSON.stringify(printed);
    for (const hidden of [anIdNumber(1), anIdNumber(3), '13400002932', CARD, '单雄信']) expect(text).not.toContain(hidden);
    expect(await audited('person.revealed')).toEqual([]);
    expect(await audited('hardship.printed')).toEqual([{ subject_id: fileId, details: { form: 'register', full: false } }]);
  });

  it('shows in full what it needs for its purpose, each person on record, and no more', async () => {
    const printed = await printForm(officer!, { fileId: fileId!, form: 'register', purpose: '打印存档' });
    expect(printed.full).toBe(true);
    expect(printed.persons.find(({ personId }) => personId === child)).toMatchObject({
      name: '单小小',
      idNumber: anIdNumber(3),
      phone: null,
    });
    expect(printed.persons.find(({ personId }) => personId === holder)).toMatchObject({
      idNumber: anIdNumber(1),
      phone: '13400002932',
      bankAccounts: [{ number: CARD }],
    });
    expect((await audited('person.revealed')).map(({ subject_id, details }) => [subject_id, details])).toEqual(
      expect.arrayContaining([
        [holder, { field: 'name,idNumber,phone,bankAccount', purpose: '打印存档' }],
        [child, { field: 'name,idNumber,phone,bankAccount', purpose: '打印存档' }],
      ]),
    );
    const draft = await aDraft(office, '秦琼');
    const sheet = await printForm(officer!, { fileId: draft, form: 'register' });
    expect(sheet.persons).toHaveLength(1);
    await db.owner.query(
      `INSERT INTO hardship_certificate (id, file_id, organisation_id, number, status, issued_on, valid_until, token, issued_by, issued_by_name) VALUES ($1, $2, $3, '特1', 'valid', '2026-03-01', '2027-02-28', 'tokentokentokentokentoken', $4, '甲')`,
      [newId(), fileId, tree.northTown, officer!.actor.id],
    );
    const card = await printForm(officer!, { fileId: fileId!, form: 'certificate', purpose: '制证' });
    expect(card.persons).toMatchObject([{ name: '单雄信', idNumber: anIdNumber(1), phone: '134****2932' }]);
  });

  it('cannot be used to look at more people than reveals allow', async () => {
    const tireless = await aWorker(db, 'aid-officer', tree.north);
    const print = (): Promise<unknown> => printForm(tireless, { fileId: fileId!, form: 'register', purpose: '存档' });
    for (let n = 0; n < MOST_REVEALS_A_MINUTE / 2; n += 1) await print();
    await expect(print()).rejects.toMatchObject({ code: 'people.too-many-reveals' });
    expect(await printForm(tireless, { fileId: fileId!, form: 'register' })).toMatchObject({ full: false });
  });
});
