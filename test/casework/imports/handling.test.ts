import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { correctMapping } from '#casework/imports/correct-mapping';
import { findImportRows } from '#casework/imports/find-import-rows';
import { findImports, getImport } from '#casework/imports/find-imports';
import { readWorkbook } from '#casework/imports/reading/read-workbook';
import { rejectedWorkbook } from '#casework/imports/rejected-workbook';
import { startImport } from '#casework/imports/start-import';
import { listTemplates, templateWorkbook } from '#casework/imports/template-workbook';
import type { Work } from '#casework/work';
import { recogniseSheet } from '#rules/imports/recognise-sheet';
import { aLedger } from '../../support/a-workbook.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, at, type Tree } from '../../support/people.js';
import { idOf, refusalOf, rowsIn, run, takeIn, upload, visit, visits } from '../../support/ledgers.js';

let db: TestDatabase;
let tree: Tree;
let city: Work;
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  city = await aWorker(db, 'statistician', tree.city);
}, 120_000);
afterAll(() => db.close());

const rows = (text: string, ...values: unknown[]): Promise<Record<string, unknown>[]> => rowsIn(db, text, ...values);

describe('a mapping corrected by hand', () => {
  const strange = () =>
    aLedger('表', [['某表'], ['称呼', '证号', '数额(万元)', '何时', '别的'], ['张明', idOf(201), 0.5, '2012-01-05', 'x']]);

  test('makes a ledger of a sheet that was not recognised', async () => {
    const id = await upload(city, await strange());
    expect((await getImport(city, { importId: id })).sheets).toMatchObject([
      { kind: null, headerRow: 2, headers: [{ header: '称呼' }, { header: '证号' }, { column: 2 }, { column: 3 }, { column: 4 }] },
    ]);
    expect(await refusalOf(startImport(city, { importId: id, version: 1 }))).toBe('imports.nothing-recognised');
    await correctMapping(city, {
      importId: id,
      version: 1,
      sheet: '表',
      kind: 'visit',
      headerRow: 2,
      columns: { name: 0, idNumber: 1, cash: 2 },
    });
    const half = await getImport(city, { importId: id });
    expect(half.sheets[0]!.missing).toEqual(['paidOn']);
    expect(half.actions.find(({ name }) => name === 'runImport')).toMatchObject({
      allowed: false,
      zh: expect.stringContaining('发放日期'),
    });
    expect(await refusalOf(startImport(city, { importId: id, version: 2 }))).toBe('imports.columns-missing');
    await correctMapping(city, {
      importId: id,
      version: 2,
      sheet: '表',
      kind: 'visit',
      headerRow: 2,
      columns: { name: 0, idNumber: 1, cash: 2, paidOn: 3 },
    });
    expect(await run(city, id)).toMatchObject({ created: 1, amounts: { createdFen: 500_000 } });
  });

  test.each<[string, Partial<Parameters<typeof correctMapping>[1]>]>([
    ['imports.no-such-sheet', { sheet: '无' }],
    ['imports.no-such-column', { columns: { nonsense: 1 } }],
    ['imports.column-twice', { columns: { name: 1, idNumber: 1 } }],
    ['data.changed-meanwhile', { version: 7 }],
  ])('refuses %s', async (code, change) => {
    const id = await upload(city, await strange());
    expect(
      await refusalOf(correctMapping(city, { importId: id, version: 1, sheet: '表', kind: 'visit', headerRow: 2, columns: {}, ...change })),
    ).toBe(code);
  });

  test('a sheet can be left out, and a finished import no longer be changed', async () => {
    const { id } = await takeIn(city, await visits(visit(211, 1)));
    expect(
      await refusalOf(correctMapping(city, { importId: id, version: 3, sheet: '发放表', kind: null, headerRow: null, columns: {} })),
    ).toBe('imports.not-now');
    const other = await upload(city, await visits(visit(212, 1)));
    await correctMapping(city, { importId: other, version: 1, sheet: '发放表', kind: null, headerRow: null, columns: {} });
    expect(await refusalOf(startImport(city, { importId: other, version: 2 }))).toBe('imports.nothing-recognised');
  });
});

describe('rejected rows come back', () => {
  test('in the same layout with a reason on each cell; corrected, they are taken in', async () => {
    const { id } = await takeIn(
      city,
      await visits(visit(301, 100), visit(302, '待核定', { remark: '=cmd()' }), visit(303, -5, { district: '东园区' })),
    );
    const { fileName, bytes } = await rejectedWorkbook(city, { importId: id });
    expect(fileName).toBe('走访慰问-退回.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as never);
    const sheet = book.worksheets[0]!;
    expect([
      sheet.name,
      sheet.rowCount,
      sheet.getCell('A1').value,
      sheet.getCell('B2').value,
      sheet.getCell('K2').value,
      sheet.getCell('L2').value,
    ]).toEqual(['发放表', 4, '走访慰问发放表', '姓名', '退回原因', '原行号']);
    expect(sheet.getCell('J3').value).toBe("'=cmd()");
    expect(sheet.getCell('F3').note).toBeTruthy();
    expect(sheet.getCell('K4').value).toMatch(/慰问金\(元\)：金额为负数.*\n所属区\(市\)：没有名为“东园区”/s);
    expect(sheet.getCell('L4').value).toBe(5);

    sheet.getCell('F3').value = 200;
    sheet.getCell('F4').value = 300;
    sheet.getCell('I4').value = '姑苏区';
    const corrected = await takeIn(city, Buffer.from((await book.xlsx.writeBuffer()) as ArrayBuffer));
    expect(corrected.total).toMatchObject({ rowsIn: 2, created: 2, amounts: { createdFen: 50_000 } });
    expect(
      await rows(
        'SELECT remark FROM disbursement d JOIN import_row r ON r.id = d.import_row_id WHERE r.import_id = $1 AND remark IS NOT NULL',
        corrected.id,
      ),
    ).toEqual([{ remark: '=cmd()' }]);
  });

  test('when there are none, that is said', async () => {
    const { id } = await takeIn(city, await visits(visit(311, 100)));
    expect(await refusalOf(rejectedWorkbook(city, { importId: id }))).toBe('imports.nothing-rejected');
  });
});

describe('a template', () => {
  test.each(listTemplates().items.map(({ kind }) => kind))('of %s is recognised again, and holds its rules', async (kind) => {
    const { bytes } = await templateWorkbook(city, { kind });
    const workbook = await readWorkbook('模板.xlsx', bytes);
    const recognised = await Promise.all(workbook.sheets.map(async ({ name }) => recogniseSheet((await workbook.outline(name)).firstRows)));
    expect(recognised.map((sheet) => sheet?.kind)).toEqual([kind, undefined, undefined]);
    expect(recognised[0]).toMatchObject({ missing: [], unmapped: [], confidence: 1 });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as never);
    const rules = Object.values(
      (book.worksheets[0] as unknown as { dataValidations: { model: Record<string, ExcelJS.DataValidation> } }).dataValidations.model,
    );
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.some(({ type }) => type === 'list')).toBe(true);
  });
});

describe('lists', () => {
  test('imports, newest first, and their rows, page by page', async () => {
    const later = at(city, '2026-11-21T02:00:00Z');
    const { id } = await takeIn(later, await visits(visit(501, 1), visit(502, 2), visit(503, 'x'), visit(501, 1)));
    const page = await findImports(city, { limit: 1, count: true });
    expect(page.items).toMatchObject([{ id, kinds: ['visit'], status: 'done', createdByName: city.actor.name, rowsTotal: 4, rowsDone: 4 }]);
    expect(page.total).toBeGreaterThan(10);
    expect((await findImports(city, { limit: 1, cursor: page.nextCursor! })).items[0]!.id).not.toBe(id);
    const first = await findImportRows(city, { importId: id, limit: 3, count: true });
    expect([first.total, ...first.items.map(({ rowNumber, outcome }) => [rowNumber, outcome])]).toEqual([
      4,
      [3, 'created'],
      [4, 'created'],
      [5, 'rejected'],
    ]);
    const second = await findImportRows(city, { importId: id, limit: 3, cursor: first.nextCursor! });
    expect(second.items).toMatchObject([
      { rowNumber: 6, outcome: 'duplicate', findings: [{ level: 'note', zh: '与工作表“发放表”第3行重复。' }] },
    ]);
    expect(second.nextCursor).toBeNull();
  });
});
