import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { correctMapping } from '#casework/imports/correct-mapping';
import { dryRunImport } from '#casework/imports/dry-run-import';
import { findImportRows } from '#casework/imports/find-import-rows';
import { findImports, getImport } from '#casework/imports/find-imports';
import { readWorkbook } from '#casework/imports/reading/read-workbook';
import { rejectedWorkbook } from '#casework/imports/rejected-workbook';
import { reverseImport } from '#casework/imports/reverse-import';
import { runImport, type Running } from '#casework/imports/run-import';
import { startImport } from '#casework/imports/start-import';
import { takeBackImport } from '#casework/imports/take-back-import';
import { listTemplates, templateWorkbook } from '#casework/imports/template-workbook';
import { uploadImport } from '#casework/imports/upload-import';
import type { Work } from '#casework/work';
import { recogniseSheet } from '#rules/imports/recognise-sheet';
import type { StatementLine } from '#rules/imports/statement';
import { idCheckCharacter } from '#rules/shared/identifiers/resident-id';
import { Refusal } from '#rules/shared/refusal';
import { aLedger, type CellOfTest } from '../support/a-workbook.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { aTree, aWorker, at, type Tree } from '../support/people.js';

let db: TestDatabase;
let tree: Tree;
let city: Work;
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  city = await aWorker(db, 'statistician', tree.city);
}, 120_000);
afterAll(() => db.close());

const undisturbed: Running = { progress: async () => undefined, signal: new AbortController().signal };
const idOf = (n: number): string => {
  const first17 = `32050819800101${String(n).padStart(3, '0')}`;
  return first17 + idCheckCharacter(first17);
};
const sexOf = (n: number): string => (n % 2 === 1 ? '男' : '女');

const VISITS = ['序号', '姓名', '性别', '身份证号', '联系电话', '慰问金(元)', '发放日期', '慰问活动', '所属区(市)', '备注'];
const visit = (n: number, money: CellOfTest, more: Partial<Record<'name' | 'district' | 'remark' | 'id', CellOfTest>> = {}): CellOfTest[] =>
  [n, more.name ?? `张明${n}`, sexOf(n), more.id ?? idOf(n), '13400002932', money, '2012-01-05', '送温暖', more.district ?? '姑苏区', more.remark];
const visits = (...rows: CellOfTest[][]): Promise<Buffer> => aLedger('发放表', [['走访慰问发放表'], VISITS, ...rows]);

async function upload(work: Work, bytes: Buffer, fileName = '走访慰问.xlsx'): Promise<string> {
  return (await uploadImport(work, { fileName, bytes })).id;
}
async function run(work: Work, importId: string): Promise<StatementLine> {
  await startImport(work, { importId, version: (await getImport(work, { importId })).version });
  return (await runImport(work, { importId }, undisturbed))!.total;
}
async function takeIn(work: Work, bytes: Buffer): Promise<{ id: string; total: StatementLine }> {
  const id = await upload(work, bytes);
  return { id, total: await run(work, id) };
}
async function reverse(work: Work, importId: string): Promise<void> {
  await reverseImport(work, { importId, version: (await getImport(work, { importId })).version });
  await takeBackImport(work, { importId }, undisturbed);
}
const one = async <Row>(text: string, ...values: unknown[]): Promise<Row> => (await db.owner.query(text, values)).rows[0] as Row;
const rows = async (text: string, ...values: unknown[]): Promise<Record<string, unknown>[]> => (await db.owner.query(text, values)).rows as Record<string, unknown>[];
const refusalOf = async (doing: Promise<unknown>): Promise<string> => doing.then(() => 'none', (error: unknown) => (error instanceof Refusal ? error.code : String(error)));

describe('a ledger taken in', () => {
  test('makes records, people and accounts with what was on paper, and says so in its statement', async () => {
    const { id, total } = await takeIn(city, await visits(visit(101, '1.2万'), visit(102, 500, { remark: '=1+1' }), visit(103, '待核定'), visit(101, '1.2万', { name: '张名101' }), ['合计', undefined, undefined, undefined, undefined, 12_500]));
    expect(total).toMatchObject({ rowsIn: 4, created: 2, updated: 0, unchanged: 0, duplicate: 1, rejected: 1, ignored: 1 });
    expect(total.amounts).toEqual({ inFen: 2_450_000, createdFen: 1_250_000, updatedFen: 0, unchangedFen: 0, duplicateFen: 1_200_000, rejectedFen: 0 });
    const [first] = await rows(
      `SELECT d.payee_name, d.cash_fen, d.organisation_id, d.division_code, d.paid_on::text, p.name, p.sex, p.birth_date::text, p.id_masked, p.phone_masked, p.id_cipher, r.sheet, r.row_number, i.file_name
       FROM disbursement d JOIN person p ON p.id = d.person_id JOIN import_row r ON r.id = d.import_row_id JOIN import i ON i.id = r.import_id WHERE r.import_id = $1 ORDER BY r.row_number`, id);
    expect(first).toMatchObject({
      payee_name: '张明101', cash_fen: '1200000', organisation_id: tree.north, division_code: '320508', paid_on: '2012-01-05', sex: 'male', birth_date: '1980-01-01',
      phone_masked: '134****2932', sheet: '发放表', row_number: 3, file_name: '走访慰问.xlsx',
    });
    expect(city.secrets.open(first!['id_cipher'] as Buffer)).toBe(idOf(101));
    expect(JSON.stringify(await rows('SELECT * FROM import_row WHERE import_id = $1', id))).not.toContain(idOf(103));
  });

  test('is tried out without writing anything', async () => {
    const id = await upload(city, await visits(visit(111, 1), visit(112, -1)));
    const before = await one<{ count: string }>('SELECT count(*) FROM person');
    const { total, dryRun, balanced } = await dryRunImport(city, { importId: id, version: 1 });
    expect({ dryRun, balanced, created: total.created, rejected: total.rejected }).toEqual({ dryRun: true, balanced: true, created: 1, rejected: 1 });
    expect(await one('SELECT count(*) FROM person')).toEqual(before);
    expect(await getImport(city, { importId: id })).toMatchObject({ status: 'checked', version: 2, statement: { dryRun: true } });
    expect(await run(city, id)).toMatchObject({ created: 1, rejected: 1 });
  });

  test('changes nothing the second time, and only the changed row after a change', async () => {
    const first = [visit(121, 100), visit(122, 200)];
    await takeIn(city, await visits(...first));
    const versions = await rows('SELECT id, version FROM disbursement ORDER BY id');
    expect((await takeIn(city, await visits(...first))).total).toMatchObject({ created: 0, updated: 0, unchanged: 2, amounts: { unchangedFen: 30_000 } });
    expect(await rows('SELECT id, version FROM disbursement ORDER BY id')).toEqual(versions);
    const { id, total } = await takeIn(city, await visits(visit(121, 150), visit(122, 200), visit(123, 300)));
    expect(total).toMatchObject({ created: 1, updated: 1, unchanged: 1 });
    const changed = await one<{ cash_fen: string; version: number }>("SELECT d.cash_fen, d.version FROM disbursement d JOIN import_row r ON r.record_id = d.id WHERE r.import_id = $1 AND r.outcome = 'updated'", id);
    expect(changed).toEqual({ cash_fen: '15000', version: 2 });
    expect(await rows("SELECT count(*)::int AS versions FROM history.disbursement h JOIN import_row r ON r.record_id = h.id WHERE r.import_id = $1 AND r.outcome = 'updated'", id)).toEqual([{ versions: 2 }]);
  });

  test('does not overwrite what was changed by hand since', async () => {
    const { id } = await takeIn(city, await visits(visit(131, 100)));
    await db.owner.query("UPDATE disbursement SET remark = '已核对', version = version + 1 WHERE id = (SELECT record_id FROM import_row WHERE import_id = $1)", [id]);
    const again = await takeIn(city, await visits(visit(131, 999)));
    expect(again.total).toMatchObject({ updated: 0, rejected: 1 });
    expect((await findImportRows(city, { importId: again.id, limit: 10 })).items[0]!.findings).toMatchObject([{ column: null, level: 'refusal', zh: expect.stringContaining('已在系统中修改') }]);
  });

  test('meets the one record of a firm, under either code and other spellings', async () => {
    const header = ['案件编号', '收案日期', '申请人姓名', '被申请单位', '组织机构代码/统一社会信用代码', '争议类型', '所属区(市)'];
    const row = (n: number, firm: string, code?: string): CellOfTest[] => [`姑劳调字〔2012〕第9${n}号`, '2012-03-05', `李明${n}`, firm, code, '劳动报酬', '姑苏区'];
    const bytes = await aLedger('台账', [header, row(101, '苏州昊鑫化纤有限公司', '29952031-7'), row(102, '苏州昊鑫化纤有限公司', '913205942995203174'), row(103, '昊鑫化纤'), row(104, '昆山昊鑫化纤有限公司')]);
    expect((await takeIn(city, bytes)).total).toMatchObject({ created: 4 });
    const firms = await rows("SELECT e.name, e.org_code, e.uscc, count(*)::int AS disputes FROM dispute d JOIN employer e ON e.id = d.employer_id WHERE d.number LIKE '姑劳调字〔2012〕第910%' GROUP BY e.id ORDER BY e.name");
    expect(firms).toEqual([
      { name: '昆山昊鑫化纤有限公司', org_code: null, uscc: null, disputes: 1 },
      { name: '苏州昊鑫化纤有限公司', org_code: '299520317', uscc: '913205942995203174', disputes: 3 },
    ]);
    expect(await rows("SELECT role, name FROM dispute_party p JOIN dispute d ON d.id = p.dispute_id WHERE d.number = '姑劳调字〔2012〕第9103号' ORDER BY position")).toEqual([
      { role: 'applicant', name: '李明103' },
      { role: 'respondent', name: '昊鑫化纤' },
    ]);
  });

  test('members follow their household, wherever their sheet stands', async () => {
    const heads = [['姓名', '身份证号', '困难类别', '建档日期', '所属区(市)', '家庭人口'], ['王一', idOf(141), '特困职工', '2012-05-01', '姑苏区', 2]];
    const members = [['户主姓名', '户主身份证号', '成员姓名', '与户主关系', '成员身份证号'], ['王一', idOf(141), '王二', '儿子', undefined], ['王一', idOf(142), '赵三', '女儿', idOf(143)]];
    const { aWorkbook, rowsXml } = await import('../support/a-workbook.js');
    const { id, total } = await takeIn(city, await aWorkbook({ sheets: { 家庭成员: rowsXml(members), 户主: rowsXml(heads) } }));
    expect(total).toMatchObject({ created: 2, rejected: 1 });
    const [member] = await rows('SELECT p.name, m.relation, f.holder_name, h.organisation_id FROM household_member m JOIN person p ON p.id = m.person_id JOIN household h ON h.id = m.household_id JOIN hardship_file f ON f.household_id = h.id JOIN import_row r ON r.id = m.import_row_id WHERE r.import_id = $1', id);
    expect(member).toEqual({ name: '王二', relation: '儿子', holder_name: '王一', organisation_id: tree.north });
    expect((await findImportRows(city, { importId: id, outcome: 'rejected', limit: 10 })).items).toMatchObject([{ sheet: '家庭成员', rowNumber: 3, findings: [{ column: '户主身份证号', level: 'refusal' }] }]);
  });

  test('a record that did not come from a ledger is left as it is', async () => {
    const header = ['案件编号', '收案日期', '申请人姓名', '联系电话', '被申请单位', '争议类型'];
    const ledger = await aLedger('台账', [header, ['手工〔2012〕1号', '2012-03-05', '李明', '13400002932', '某公司', '工伤待遇']]);
    await db.owner.query(
      `INSERT INTO dispute (id, number, organisation_id, status, channel, category, employer_name, applicant_name, registered_on, created_by, secondary) VALUES (gen_random_uuid(), '手工〔2012〕1号', $1, 'registered', 'V', '51', '某公司', '李明', '2012-03-05', $2, '{}')`,
      [tree.city, city.actor.id],
    );
    const { id, total } = await takeIn(city, ledger);
    expect(total).toMatchObject({ created: 0, duplicate: 1 });
    expect((await findImportRows(city, { importId: id, limit: 10 })).items[0]!.findings).toMatchObject([{ level: 'note' }]);
    expect(await rows("SELECT category FROM dispute WHERE number = '手工〔2012〕1号'")).toEqual([{ category: '51' }]);
  });
});

describe('a job that stops on the way', () => {
  const many = (from: number): Promise<Buffer> => visits(...Array.from({ length: 2_500 }, (_, i) => visit(from + i, i + 1, { id: manyId(from + i) })));
  const manyId = (n: number): string => {
    const first17 = `3205061970${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (Math.floor(n / 12) % 28)).padStart(2, '0')}${String(Math.floor(n / 336) % 1000).padStart(3, '0')}`;
    return first17 + idCheckCharacter(first17);
  };

  test('goes on where it stood, and nothing is there twice', async () => {
    const id = await upload(city, await many(10_000));
    await startImport(city, { importId: id, version: 1 });
    const stop = new AbortController();
    const stopping: Running = { signal: stop.signal, progress: async () => stop.abort(new Error('killed')) };
    await expect(runImport(city, { importId: id }, stopping)).rejects.toThrow('killed');
    expect(await getImport(city, { importId: id })).toMatchObject({ status: 'failed', rowsDone: 1_000 });
    expect(await rows('SELECT count(*)::int AS n FROM import_row WHERE import_id = $1', id)).toEqual([{ n: 1_000 }]);
    const statement = await runImport(city, { importId: id }, undisturbed);
    expect(statement!.total).toMatchObject({ rowsIn: 2_500, created: 2_500 });
    expect(await rows('SELECT count(*)::int AS n FROM disbursement d JOIN import_row r ON r.id = d.import_row_id WHERE r.import_id = $1', id)).toEqual([{ n: 2_500 }]);
    expect(await runImport(city, { importId: id }, undisturbed)).toBeUndefined();
  }, 60_000);

  test('two workers at once make one import', async () => {
    const id = await upload(city, await many(20_000));
    await startImport(city, { importId: id, version: 1 });
    const results = await Promise.allSettled([runImport(city, { importId: id }, undisturbed), runImport(city, { importId: id }, undisturbed)]);
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
    await runImport(city, { importId: id }, undisturbed);
    expect(await getImport(city, { importId: id })).toMatchObject({ status: 'done', statement: { balanced: true, total: { created: 2_500 } } });
    expect(await rows('SELECT count(*)::int AS n FROM disbursement d JOIN import_row r ON r.id = d.import_row_id WHERE r.import_id = $1', id)).toEqual([{ n: 2_500 }]);
  }, 60_000);
});

describe('a mapping corrected by hand', () => {
  const strange = () => aLedger('表', [['某表'], ['称呼', '证号', '数额(万元)', '何时', '别的'], ['张明', idOf(201), 0.5, '2012-01-05', 'x']]);

  test('makes a ledger of a sheet that was not recognised', async () => {
    const id = await upload(city, await strange());
    expect((await getImport(city, { importId: id })).sheets).toMatchObject([{ kind: null, headerRow: 2, headers: [{ header: '称呼' }, { header: '证号' }, { column: 2 }, { column: 3 }, { column: 4 }] }]);
    expect(await refusalOf(startImport(city, { importId: id, version: 1 }))).toBe('imports.nothing-recognised');
    await correctMapping(city, { importId: id, version: 1, sheet: '表', kind: 'visit', headerRow: 2, columns: { name: 0, idNumber: 1, cash: 2 } });
    const half = await getImport(city, { importId: id });
    expect(half.sheets[0]!.missing).toEqual(['paidOn']);
    expect(half.actions.find(({ name }) => name === 'runImport')).toMatchObject({ allowed: false, zh: expect.stringContaining('发放日期') });
    expect(await refusalOf(startImport(city, { importId: id, version: 2 }))).toBe('imports.columns-missing');
    await correctMapping(city, { importId: id, version: 2, sheet: '表', kind: 'visit', headerRow: 2, columns: { name: 0, idNumber: 1, cash: 2, paidOn: 3 } });
    expect(await run(city, id)).toMatchObject({ created: 1, amounts: { createdFen: 500_000 } });
  });

  test.each<[string, Partial<Parameters<typeof correctMapping>[1]>]>([
    ['imports.no-such-sheet', { sheet: '无' }],
    ['imports.no-such-column', { columns: { nonsense: 1 } }],
    ['imports.column-twice', { columns: { name: 1, idNumber: 1 } }],
    ['data.changed-meanwhile', { version: 7 }],
  ])('refuses %s', async (code, change) => {
    const id = await upload(city, await strange());
    expect(await refusalOf(correctMapping(city, { importId: id, version: 1, sheet: '表', kind: 'visit', headerRow: 2, columns: {}, ...change }))).toBe(code);
  });

  test('a sheet can be left out, and a finished import no longer be changed', async () => {
    const { id } = await takeIn(city, await visits(visit(211, 1)));
    expect(await refusalOf(correctMapping(city, { importId: id, version: 3, sheet: '发放表', kind: null, headerRow: null, columns: {} }))).toBe('imports.not-now');
    const other = await upload(city, await visits(visit(212, 1)));
    await correctMapping(city, { importId: other, version: 1, sheet: '发放表', kind: null, headerRow: null, columns: {} });
    expect(await refusalOf(startImport(city, { importId: other, version: 2 }))).toBe('imports.nothing-recognised');
  });
});

describe('rejected rows come back', () => {
  test('in the same layout with a reason on each cell; corrected, they are taken in', async () => {
    const { id } = await takeIn(city, await visits(visit(301, 100), visit(302, '待核定', { remark: '=cmd()' }), visit(303, -5, { district: '东园区' })));
    const { fileName, bytes } = await rejectedWorkbook(city, { importId: id });
    expect(fileName).toBe('走访慰问-退回.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as never);
    const sheet = book.worksheets[0]!;
    expect([sheet.name, sheet.rowCount, sheet.getCell('A1').value, sheet.getCell('B2').value, sheet.getCell('K2').value, sheet.getCell('L2').value]).toEqual(['发放表', 4, '走访慰问发放表', '姓名', '退回原因', '原行号']);
    expect(sheet.getCell('J3').value).toBe("'=cmd()");
    expect(sheet.getCell('F3').note).toBeTruthy();
    expect(sheet.getCell('K4').value).toMatch(/慰问金\(元\)：金额为负数.*\n所属区\(市\)：没有名为“东园区”/s);
    expect(sheet.getCell('L4').value).toBe(5);

    sheet.getCell('F3').value = 200;
    sheet.getCell('F4').value = 300;
    sheet.getCell('I4').value = '姑苏区';
    const corrected = await takeIn(city, Buffer.from((await book.xlsx.writeBuffer()) as ArrayBuffer));
    expect(corrected.total).toMatchObject({ rowsIn: 2, created: 2, amounts: { createdFen: 50_000 } });
    expect(await rows("SELECT remark FROM disbursement d JOIN import_row r ON r.id = d.import_row_id WHERE r.import_id = $1 AND remark IS NOT NULL", corrected.id)).toEqual([{ remark: '=cmd()' }]);
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
    const rules = Object.values((book.worksheets[0] as unknown as { dataValidations: { model: Record<string, ExcelJS.DataValidation> } }).dataValidations.model);
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.some(({ type }) => type === 'list')).toBe(true);
  });
});

describe('taking an import back', () => {
  const counts = async (): Promise<Record<string, number>> => {
    const tables = ['person', 'person_presence', 'employer', 'employer_alias', 'bank_account', 'household', 'household_member', 'hardship_file', 'dispute', 'dispute_party', 'petition', 'disbursement', 'import_key', 'activity'];
    const counted = await Promise.all(tables.map(async (table) => [table, Number((await one<{ count: string }>(`SELECT count(*) FROM ${table}`)).count)] as const));
    return Object.fromEntries(counted);
  };

  test('leaves the tables as they were', async () => {
    await takeIn(city, await visits(visit(401, 100)));
    const before = await counts();
    const header = ['姓名', '身份证号', '困难类别', '建档日期', '所属区(市)', '工作单位', '民族', '联系电话'];
    const { id } = await takeIn(city, await aLedger('登记表', [header, ['张明401', idOf(401), '困难职工', '2012-05-01', '昆山市', '昆山某某有限公司', '汉族', '13400002932'], ['新人', idOf(402), '特困职工', '2012-05-01', '昆山市', '昆山某某有限公司', '回族', '13400002933']]));
    expect(await counts()).not.toEqual(before);
    expect(await rows("SELECT p.ethnicity FROM person p JOIN hardship_file f ON f.holder_id = p.id JOIN import_row r ON r.record_id = f.id WHERE r.import_id = $1 ORDER BY r.row_number", id)).toEqual([{ ethnicity: '汉族' }, { ethnicity: '回族' }]);
    await reverse(city, id);
    expect(await counts()).toEqual(before);
    expect(await rows('SELECT ethnicity FROM person WHERE name = $1', '张明401')).toEqual([{ ethnicity: null }]);
    expect(await getImport(city, { importId: id })).toMatchObject({ status: 'reversed', statement: { total: { created: 2 } } });
  });

  test('puts back what a change overwrote, and the earlier import can go on from there', async () => {
    const first = await takeIn(city, await visits(visit(411, 100)));
    const second = await takeIn(city, await visits(visit(411, 150)));
    expect(await refusalOf(reverse(city, first.id))).toBe('imports.touched-since');
    await reverse(city, second.id);
    expect(await rows('SELECT cash_fen FROM disbursement d JOIN import_row r ON r.record_id = d.id WHERE r.import_id = $1', first.id)).toEqual([{ cash_fen: '10000' }]);
    expect((await takeIn(city, await visits(visit(411, 100)))).total).toMatchObject({ unchanged: 1 });
    expect((await takeIn(city, await visits(visit(411, 170)))).total).toMatchObject({ updated: 1 });
  });

  test('is refused once somebody has built on it', async () => {
    const { id } = await takeIn(city, await visits(visit(421, 100)));
    await db.owner.query("UPDATE disbursement SET version = version + 1 WHERE import_row_id IN (SELECT id FROM import_row WHERE import_id = $1)", [id]);
    expect(await refusalOf(reverse(city, id))).toBe('imports.touched-since');
    expect(await getImport(city, { importId: id })).toMatchObject({ status: 'done' });
  });

  test('after it, the same ledger can be taken in anew', async () => {
    const bytes = await visits(visit(431, 100));
    const { id } = await takeIn(city, bytes);
    await reverse(city, id);
    expect((await takeIn(city, bytes)).total).toMatchObject({ created: 1 });
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
    expect([first.total, ...first.items.map(({ rowNumber, outcome }) => [rowNumber, outcome])]).toEqual([4, [3, 'created'], [4, 'created'], [5, 'rejected']]);
    const second = await findImportRows(city, { importId: id, limit: 3, cursor: first.nextCursor! });
    expect(second.items).toMatchObject([{ rowNumber: 6, outcome: 'duplicate', findings: [{ level: 'note', zh: '与工作表“发放表”第3行重复。' }] }]);
    expect(second.nextCursor).toBeNull();
  });
});
