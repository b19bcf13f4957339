import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDisbursements } from '#casework/aid/find-disbursements';
import { findHardshipFiles } from '#casework/hardship/find-hardship-files';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import { findLegalAid } from '#casework/legal-aid/find-legal-aid';
import type { Work } from '#casework/work';
import { newId } from '#runtime/ids';
import { aPerson, anIdNumber } from '../../support/a-person.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let officer: Work;
let stranger: Work;
let lawyer: Work;
const [file, gift, matter] = [newId(), newId(), newId()];

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  officer = await aWorker(db, 'aid-officer', tree.north);
  stranger = await aWorker(db, 'aid-officer', tree.south);
  lawyer = await aWorker(db, 'aid-lawyer', tree.city);
  const [holder, child, household] = [
    await aPerson(officer, { name: '单雄信', idNumber: anIdNumber(1) }),
    await aPerson(officer, { name: '单小小' }),
    newId(),
  ];
  const by = officer.actor.id;
  await db.owner.query(`INSERT INTO household (id, organisation_id) VALUES ($1, $2)`, [household, tree.northTown]);
  await db.owner.query(
    `INSERT INTO household_member (id, household_id, person_id, relation, income_cipher) VALUES ($1, $2, $3, 'child', $4)`,
    [newId(), household, child, db.secrets.seal('0')],
  );
  await db.owner.query(
    `INSERT INTO hardship_file (id, number, organisation_id, household_id, holder_id, holder_name, status, era, hardship_class, main_cause, other_causes, household_size, filed_on, created_by, income_cipher, certificate_no)
     VALUES ($1, '北困〔2026〕1号', $2, $3, $4, '单雄信', 'active', 'R1', 'severe', 'own-illness', '{}', 2, '2026-03-01', $5, $6, 'T001')`,
    [file, tree.northTown, household, holder, by, db.secrets.seal('123400')],
  );
  await db.owner.query(
    `INSERT INTO disbursement (id, programme, organisation_id, person_id, payee_name, cash_fen, goods_fen, paid_on, created_by) VALUES ($1, 'visit', $2, $3, '单雄信', 100000, 5000, '2026-01-20', $4)`,
    [gift, tree.north, holder, by],
  );
  await db.owner.query(
    `INSERT INTO legal_aid_matter (id, kind, organisation_id, status, form, person_name, employer_name, started_on, created_by, lawyer_id) VALUES ($1, 'case', $2, 'open', 'arbitration', '钱小满', '昆山恒拓电子有限公司', '2026-02-01', $3, $4)`,
    [matter, tree.north, by, lawyer.actor.id],
  );
});
afterAll(() => db.close());

const ids = (page: { items: { id: string }[] }): string[] => page.items.map((item) => item.id);

describe('the registers', () => {
  it('are empty for another district and closed to who may not read them', async () => {
    for (const q of [undefined, '单雄信', 'T001', anIdNumber(1)]) {
      expect(ids(await findHardshipFiles(stranger, { q, limit: 20 }))).toEqual([]);
      expect(ids(await findDisbursements(stranger, { q, limit: 20 }))).toEqual([]);
    }
    await expect(getHardshipFile(stranger, file)).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(getHardshipFile(await aWorker(db, 'cashier', tree.city), file)).rejects.toMatchObject({ code: 'data.not-found' });
    expect(ids(await findLegalAid(officer, { limit: 20 }))).toEqual([]);
  });

  it.each(['雄信', 'shanxiong', anIdNumber(1)])('find a person in need by %s and show the name masked', async (q) => {
    expect(await findHardshipFiles(officer, { q, limit: 20, count: true })).toMatchObject({
      total: 1,
      items: [{ id: file, holderName: '单*信' }],
    });
    expect(await findDisbursements(officer, { q, limit: 20 })).toMatchObject({
      items: [{ id: gift, payeeName: '单*信', cashFen: 100_000, goodsFen: 5_000 }],
    });
  });

  it('find a file by its number or certificate and nobody by another', async () => {
    expect(ids(await findHardshipFiles(officer, { q: 'T001', limit: 20 }))).toEqual([file]);
    expect(ids(await findHardshipFiles(officer, { q: 'T002', limit: 20 }))).toEqual([]);
    expect(ids(await findHardshipFiles(officer, { organisationId: tree.north, limit: 20 }))).toEqual([file]);
    expect(ids(await findDisbursements(officer, { programme: 'model-worker', limit: 20 }))).toEqual([]);
  });

  it('show a file without income and with masked members', async () => {
    const shown = await getHardshipFile(officer, file);
    expect(shown).toMatchObject({
      holderName: '单*信',
      members: [{ name: '单*小', relation: 'child' }],
      aid: [{ id: gift, amountFen: 105_000 }],
    });
    expect(JSON.stringify(shown)).not.toMatch(/income|1234/i);
  });

  it('show a lawyer the own cases', async () => {
    expect(ids(await findLegalAid(lawyer, { limit: 20 }))).toEqual([matter]);
    expect(ids(await findLegalAid(lawyer, { q: '恒拓', limit: 20 }))).toEqual([matter]);
    expect(ids(await findLegalAid(lawyer, { q: '别家', limit: 20 }))).toEqual([]);
    expect(ids(await findLegalAid(await aWorker(db, 'aid-lawyer', tree.city), { limit: 20 }))).toEqual([]);
  });
});
