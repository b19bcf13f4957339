import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReviewEvidence } from '#contract/reviews';
import { reviewEvidence } from '#casework/handoffs/review-evidence';
import { sealSheet } from '#casework/hardship/worksheet/kept-worksheet';
import { sealFacts } from '#casework/hardship/sealed-facts';
import type { Work } from '#casework/work';
import type { WorksheetLine } from '#rules/hardship/worksheet/worksheet';
import { newId } from '#runtime/ids';
import { aFile, aKnownPerson, type PlantedFile } from '../../support/a-file.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let approver: Work;
let officer: Work;
let file: PlantedFile;
let son: string;
let membership: string;

const insert = (table: string, row: Record<string, unknown>) =>
  db.owner.query(
    `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
      .map((_, at) => `$${at + 1}`)
      .join(', ')})`,
    Object.values(row),
  );
const dispute = (organisationId: string, over: object) =>
  insert('dispute', {
    id: newId(),
    organisation_id: organisationId,
    status: 'closed',
    channel: 'V',
    category: '51',
    secondary: [],
    employer_name: 'x',
    applicant_id: son,
    applicant_name: 'x',
    registered_on: '2026-08-01',
    created_by: son,
    ...over,
  });
const petition = (organisationId: string, over: object) =>
  insert('petition', {
    id: newId(),
    matter_id: newId(),
    organisation_id: organisationId,
    status: 'registered',
    channel: 'V',
    purpose: 'settlement',
    subject: '02',
    petitioner_id: son,
    registered_on: '2026-10-10',
    created_by: son,
    ...over,
  });
const wages = (memberId: string, amountFen: number): WorksheetLine => ({
  id: newId(),
  memberId,
  side: 'income',
  kind: 'wages',
  amountFen,
  frequency: 'monthly',
  voucherId: null,
});
const worksheet = (number: number, checkedAt: string, amountFen: number) =>
  insert('hardship_worksheet', {
    id: newId(), file_id: file.id, organisation_id: tree.north, number, status: 'checked', period_from: '2025-09-01', period_to: '2026-08-31', signed_on: '2026-09-01', checked_by: file.id, checked_at: checkedAt,
    created_by: son, created_by_name: 'x', sheet_cipher: sealSheet(db.secrets, { memberIds: [membership], lines: [wages(membership, amountFen)], reckonedBy: [] }),
  }); // prettier-ignore

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  approver = await aWorker(db, 'approver', tree.north);
  officer = await aWorker(db, 'aid-officer', tree.north);
  son = await aKnownPerson(db.owner, tree.north, '沈小舟');
  const [joined, dead] = [await aKnownPerson(db.owner, tree.north, '甲乙丙'), await aKnownPerson(db.owner, tree.north, '丁戊己')];
  file = await aFile(db.owner, tree.north, { reviewed_on: '2026-09-15', review_on: '2027-09-15' }, { members: [son, joined, dead] });
  const rows = (
    await db.owner.query<{ id: string; person: string }>(`SELECT id, person_id AS person FROM household_member WHERE household_id = $1`, [
      file.householdId,
    ])
  ).rows;
  const of = (person: string) => rows.find((row) => row.person === person)!.id;
  membership = of(son);
  await db.owner.query(`UPDATE household_member SET joined_on = '2026-10-01', relation = 'child' WHERE id = $1`, [of(joined)]);
  await db.owner.query(`UPDATE household_member SET left_on = '2026-10-02', relation = 'parent' WHERE id = $1`, [of(dead)]);
  await db.owner.query(`UPDATE hardship_file SET facts_cipher = $2 WHERE id = $1`, [
    file.id,
    sealFacts(db.secrets, { answers: {}, household: {}, ends: [], members: { [of(dead)]: { leaving: 'death' } } }),
  ]);
  await worksheet(1, '2026-09-15T02:00:00Z', 300_000);
  await worksheet(2, '2026-10-05T02:00:00Z', 420_000);
  await insert('disbursement', {
    id: newId(),
    organisation_id: tree.north,
    programme: 'visit',
    person_id: file.holderId,
    payee_name: 'x',
    cash_fen: 100_000,
    paid_on: '2026-10-03',
    campaign: '中秋慰问',
    created_by: son,
  });
  await insert('disbursement', {
    id: newId(),
    organisation_id: tree.north,
    programme: 'visit',
    person_id: file.holderId,
    payee_name: 'x',
    cash_fen: 100_000,
    paid_on: '2026-09-15',
    created_by: son,
  });
  await insert('disbursement', {
    id: newId(),
    organisation_id: tree.south,
    programme: 'visit',
    person_id: son,
    payee_name: 'x',
    cash_fen: 7_777_700,
    paid_on: '2026-10-03',
    created_by: son,
  });
  await dispute(tree.north, { closed_on: '2026-10-04', outcome: '01', agreed_fen: 500_000 });
  await dispute(tree.south, { closed_on: '2026-10-04', outcome: '01', agreed_fen: 8_888_800 });
  await petition(tree.north, {});
  await petition(tree.north, { purpose: 'accusation' });
  await petition(tree.south, { purpose: 'accusation' });
  await aFile(db.owner, tree.south, { status: 'refused', filed_on: null, begun_on: '2026-10-20' }, { holderId: son });
});
afterAll(() => db.close());

const evidence = async (work: Work, id = file.id) => {
  const told = await reviewEvidence(work, id);
  expect(ReviewEvidence.safeParse(told).error).toBeUndefined();
  return told;
};
const lines = async (work: Work) =>
  (await evidence(work)).differences.map(({ kind, on, personName, was, is }) => [kind, on, personName, was?.zh ?? null, is?.zh ?? null]);

describe('what has changed since the last review', () => {
  it('is not told to another district', async () => {
    await expect(evidence(await aWorker(db, 'aid-officer', tree.south))).rejects.toMatchObject({ code: 'data.not-found' });
  });

  it('is told line by line to who may read all of it: what it was, what it is, where it stands', async () => {
    expect(await lines(approver)).toEqual([
      ['petition', '2026-10-10', '沈*舟', null, '已登记'],
      ['dispute', '2026-10-04', '沈*舟', '上次复核时在办', '已结案 · 5,000.00元'],
      ['payment', '2026-10-03', '沈*如', null, '中秋慰问 · 1,000.00元'],
      ['member-left', '2026-10-02', '丁*己', '父母', '死亡'],
      ['member-joined', '2026-10-01', '甲*丙', null, '子女'],
      ['sheet', '2026-08-31', '沈*舟', '全年36,000.00元', '全年50,400.00元'],
    ]);
    const { differences } = await evidence(approver);
    expect(differences.filter(({ source }) => source).map(({ source }) => source!.noun)).toEqual(['petition', 'dispute', 'disbursement']);
  });

  it('leaves out what the reader may not read, and says how many there are', async () => {
    expect((await lines(officer)).map(([kind]) => kind)).toEqual(['payment', 'member-left', 'member-joined', 'sheet']);
    const told = await evidence(officer);
    expect(told.beyond).toEqual([
      { noun: 'disbursement', files: 1 },
      { noun: 'dispute', files: 2 },
      { noun: 'hardship', files: 1 },
      { noun: 'petition', files: 1 },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/77,777|88,888|7777700|8888800/);
    expect((await evidence(approver)).beyond).toEqual([
      { noun: 'disbursement', files: 1 },
      { noun: 'dispute', files: 1 },
      { noun: 'hardship', files: 1 },
    ]);
  });

  it('keeps what is sealed from who only reads: no income, no reason for leaving', async () => {
    const archivist = await aWorker(db, 'archivist', tree.north);
    const told = await lines(archivist);
    expect(told.map(([kind]) => kind)).toEqual(['petition', 'dispute', 'member-left', 'member-joined']);
    expect(told[2]).toEqual(['member-left', '2026-10-02', '丁*己', '父母', '已不在户']);
    expect((await evidence(archivist)).sealedShown).toBe(false);
  });

  it('is nothing for an application, which has had no review', async () => {
    const { id } = await aFile(db.owner, tree.north, { status: 'notice', filed_on: null });
    expect(await evidence(officer, id)).toMatchObject({ reviewedOn: null, differences: [], beyond: [] });
  });
});
