import { afterAll, beforeAll, expect, test } from 'vitest';
import { correctMapping } from '#casework/imports/correct-mapping';
import { dryRunImport } from '#casework/imports/dry-run-import';
import { findImportRows } from '#casework/imports/find-import-rows';
import { findImports, getImport } from '#casework/imports/find-imports';
import { rejectedWorkbook } from '#casework/imports/rejected-workbook';
import { reverseImport } from '#casework/imports/reverse-import';
import { runImport } from '#casework/imports/run-import';
import { startImport } from '#casework/imports/start-import';
import { takeBackImport } from '#casework/imports/take-back-import';
import { uploadImport } from '#casework/imports/upload-import';
import type { Work } from '#casework/work';
import { aLedger } from '../../support/a-workbook.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { refusalOf, undisturbed as running } from '../../support/ledgers.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
}, 120_000);
afterAll(() => db.close());

const ledger = () =>
  aLedger('发放表', [
    ['姓名', '身份证号', '联系电话', '慰问金(元)', '发放日期', '所属区(市)'],
    ['张明', '320508188001010017', '13400002932', 100, '2012-01-05', '姑苏区'],
    ['李明', '440524188001010014', '13400002933', 200, '2012-01-05', '昆山市'],
  ]);
const upload = async (work: Work): Promise<string> => (await uploadImport(work, { fileName: '表.xlsx', bytes: await ledger() })).id;

test('an import of another organisation is not there', async () => {
  const north = await aWorker(db, 'aid-officer', tree.north);
  const south = await aWorker(db, 'aid-officer', tree.south);
  const id = await upload(north);
  const attempts = [
    () => getImport(south, { importId: id }),
    () => findImportRows(south, { importId: id, limit: 5 }),
    () => rejectedWorkbook(south, { importId: id }),
    () => correctMapping(south, { importId: id, version: 1, sheet: '发放表', kind: null, headerRow: null, columns: {} }),
    () => dryRunImport(south, { importId: id, version: 1 }),
    () => startImport(south, { importId: id, version: 1 }),
    () => reverseImport(south, { importId: id, version: 1 }),
    () => runImport(south, { importId: id }, running),
    () => takeBackImport(south, { importId: id }, running),
  ];
  for (const attempt of attempts) expect(await refusalOf(attempt()), String(attempt)).toBe('data.not-found');
  expect((await findImports(south, { limit: 10 })).items).toEqual([]);
  expect((await findImports(north, { limit: 10 })).items).toMatchObject([{ id }]);
});

test('who may not import cannot upload, and who may only read cannot run', async () => {
  const window = await aWorker(db, 'window-clerk', tree.north);
  expect(await refusalOf(upload(window))).toBe('access.not-permitted');
  const north = await aWorker(db, 'aid-officer', tree.north);
  const auditor = await aWorker(db, 'funds-auditor', tree.north);
  const id = await upload(north);
  expect((await getImport(auditor, { importId: id })).actions.filter(({ allowed }) => allowed)).toEqual([]);
  const attempts = [
    () => correctMapping(auditor, { importId: id, version: 1, sheet: '发放表', kind: null, headerRow: null, columns: {} }),
    () => dryRunImport(auditor, { importId: id, version: 1 }),
    () => startImport(auditor, { importId: id, version: 1 }),
    () => reverseImport(auditor, { importId: id, version: 1 }),
    () => runImport(auditor, { importId: id }, running),
    () => takeBackImport(auditor, { importId: id }, running),
  ];
  for (const attempt of attempts) expect(await refusalOf(attempt()), String(attempt)).toBe('access.not-permitted');
});

test('a ledger of another trade is refused before anything happens', async () => {
  const petitions = await aWorker(db, 'petition-officer', tree.city);
  const id = await upload(petitions);
  expect(await refusalOf(dryRunImport(petitions, { importId: id, version: 1 }))).toBe('access.not-permitted');
  expect(await refusalOf(startImport(petitions, { importId: id, version: 1 }))).toBe('access.not-permitted');
});

test('rows of a district out of reach are rejected, the others taken in', async () => {
  const north = await aWorker(db, 'aid-officer', tree.north);
  const id = await upload(north);
  await startImport(north, { importId: id, version: 1 });
  const statement = await runImport(north, { importId: id }, running);
  expect(statement!.total).toMatchObject({ created: 1, rejected: 1 });
  expect((await findImportRows(north, { importId: id, outcome: 'rejected', limit: 5 })).items).toMatchObject([
    { rowNumber: 3, findings: [{ column: '所属区(市)', level: 'refusal', zh: expect.stringContaining('录入发放记录') }] },
  ]);
  expect((await db.owner.query('SELECT count(*)::int AS n FROM disbursement WHERE organisation_id = $1', [tree.south])).rows).toEqual([
    { n: 0 },
  ]);
});

test('two districts that know the same person make one record of the person', async () => {
  const south = await aWorker(db, 'aid-officer', tree.south);
  const id = await upload(south);
  await startImport(south, { importId: id, version: 1 });
  expect((await runImport(south, { importId: id }, running))!.total).toMatchObject({ created: 1, rejected: 1 });
  const north = await aWorker(db, 'aid-officer', tree.north);
  const again = await uploadImport(north, {
    fileName: '表.xlsx',
    bytes: await aLedger('发放表', [
      ['姓名', '身份证号', '慰问金(元)', '发放日期', '所属区(市)'],
      ['李明', '440524188001010014', 300, '2012-09-05', '姑苏区'],
    ]),
  });
  await startImport(north, { importId: again.id, version: 1 });
  expect((await runImport(north, { importId: again.id }, running))!.total).toMatchObject({ created: 1 });
  const people = await db.owner.query(
    "SELECT p.id, count(pp.*)::int AS presences FROM person p JOIN person_presence pp ON pp.person_id = p.id WHERE p.name = '李明' GROUP BY p.id",
  );
  expect(people.rows).toMatchObject([{ presences: 2 }]);
});
