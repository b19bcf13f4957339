import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dryRunImport } from '#casework/imports/dry-run-import';
import { findImportRows } from '#casework/imports/find-import-rows';
import { getImport } from '#casework/imports/find-imports';
import { runImport, type Running } from '#casework/imports/run-import';
import { startImport } from '#casework/imports/start-import';
import type { Work } from '#casework/work';
import { idCheckCharacter } from '#rules/shared/identifiers/resident-id';
import { aLedger, aWorkbook, rowsXml, type CellOfTest } from '../../support/a-workbook.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';
import { idOf, rowsIn, run, takeIn, undisturbed, upload, visit, visits } from '../../support/ledgers.js';

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

describe('a ledger taken in', () => {
  test('makes records, people and accounts with what was on paper, and says so in its statement', async () => {
    const { id, total } = await takeIn(
      city,
      await visits(
        visit(101, '1.2万'),
        visit(102, 500, { remark: '=1+1' }),
        visit(103, '待核定'),
        visit(101, '1.2万', { name: '张名101' }),
        ['合计', undefined, undefined, undefined, undefined, 12_500],
      ),
    );
    expect(total).toMatchObject({ rowsIn: 4, created: 2, updated: 0, unchanged: 0, duplicate: 1, rejected: 1, ignored: 1 });
    expect(total.amounts).toEqual({
      inFen: 2_450_000,
      createdFen: 1_250_000,
      updatedFen: 0,
      unchangedFen: 0,
      duplicateFen: 1_200_000,
      rejectedFen: 0,
    });
    const [first] = await rows(
      `SELECT d.payee_name, d.cash_fen, d.organisation_id, d.division_code, d.paid_on::text, p.name, p.sex, p.birth_date::text, p.id_masked, p.phone_masked, p.id_cipher, r.sheet, r.row_number, i.file_name
       FROM disbursement d JOIN person p ON p.id = d.person_id JOIN import_row r ON r.id = d.import_row_id JOIN import i ON i.id = r.import_id WHERE r.import_id = $1 ORDER BY r.row_number`,
      id,
    );
    expect(first).toMatchObject({
      payee_name: '张明101',
      cash_fen: '1200000',
      organisation_id: tree.north,
      division_code: '320508',
      paid_on: '2012-01-05',
      sex: 'male',
      birth_date: '1980-01-01',
      phone_masked: '134****2932',
      sheet: '发放表',
      row_number: 3,
      file_name: '走访慰问.xlsx',
    });
    expect(city.secrets.open(first!['id_cipher'] as Buffer)).toBe(idOf(101));
    expect(JSON.stringify(await rows('SELECT * FROM import_row WHERE import_id = $1', id))).not.toContain(idOf(103));
  });

  test('is tried out without writing anything', async () => {
    const id = await upload(city, await visits(visit(111, 1), visit(112, -1)));
    const before = await rows('SELECT count(*) FROM person');
    const { total, dryRun, balanced } = await dryRunImport(city, { importId: id, version: 1 });
    expect({ dryRun, balanced, created: total.created, rejected: total.rejected }).toEqual({
      dryRun: true,
      balanced: true,
      created: 1,
      rejected: 1,
    });
    expect(await rows('SELECT count(*) FROM person')).toEqual(before);
    expect(await getImport(city, { importId: id })).toMatchObject({ status: 'checked', version: 2, statement: { dryRun: true } });
    expect(await run(city, id)).toMatchObject({ created: 1, rejected: 1 });
  });

  test('changes nothing the second time, and only the changed row after a change', async () => {
    const first = [visit(121, 100), visit(122, 200)];
    await takeIn(city, await visits(...first));
    const versions = await rows('SELECT id, version FROM disbursement ORDER BY id');
    expect((await takeIn(city, await visits(...first))).total).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
      amounts: { unchangedFen: 30_000 },
    });
    expect(await rows('SELECT id, version FROM disbursement ORDER BY id')).toEqual(versions);
    const { id, total } = await takeIn(city, await visits(visit(121, 150), visit(122, 200), visit(123, 300)));
    expect(total).toMatchObject({ created: 1, updated: 1, unchanged: 1 });
    const changed = await rows(
      "SELECT d.cash_fen, d.version FROM disbursement d JOIN import_row r ON r.record_id = d.id WHERE r.import_id = $1 AND r.outcome = 'updated'",
      id,
    );
    expect(changed).toEqual([{ cash_fen: '15000', version: 2 }]);
    expect(
      await rows(
        "SELECT count(*)::int AS versions FROM history.disbursement h JOIN import_row r ON r.record_id = h.id WHERE r.import_id = $1 AND r.outcome = 'updated'",
        id,
      ),
    ).toEqual([{ versions: 2 }]);
  });

  test('does not overwrite what was changed by hand since', async () => {
    const { id } = await takeIn(city, await visits(visit(131, 100)));
    await db.owner.query(
      "UPDATE disbursement SET remark = '已核对', version = version + 1 WHERE id = (SELECT record_id FROM import_row WHERE import_id = $1)",
      [id],
    );
    const again = await takeIn(city, await visits(visit(131, 999)));
    expect(again.total).toMatchObject({ updated: 0, rejected: 1 });
    expect((await findImportRows(city, { importId: again.id, limit: 10 })).items[0]!.findings).toMatchObject([
      { column: null, level: 'refusal', zh: expect.stringContaining('已在系统中修改') },
    ]);
  });

  test('meets the one record of a firm, under either code and other spellings', async () => {
    const header = ['案件编号', '收案日期', '申请人姓名', '被申请单位', '组织机构代码/统一社会信用代码', '争议类型', '所属区(市)'];
    const row = (n: number, firm: string, code?: string): CellOfTest[] => [
      `姑劳调字〔2012〕第9${n}号`,
      '2012-03-05',
      `李明${n}`,
      firm,
      code,
      '劳动报酬',
      '姑苏区',
    ];
    const bytes = await aLedger('台账', [
      header,
      row(101, '苏州昊鑫化纤有限公司', '29952031-7'),
      row(102, '苏州昊鑫化纤有限公司', '913205942995203174'),
      row(103, '昊鑫化纤'),
      row(104, '昆山昊鑫化纤有限公司'),
    ]);
    expect((await takeIn(city, bytes)).total).toMatchObject({ created: 4 });
    const firms = await rows(
      "SELECT e.name, e.org_code, e.uscc, count(*)::int AS disputes FROM dispute d JOIN employer e ON e.id = d.employer_id WHERE d.number LIKE '姑劳调字〔2012〕第910%' GROUP BY e.id ORDER BY e.name",
    );
    expect(firms).toEqual([
      { name: '昆山昊鑫化纤有限公司', org_code: null, uscc: null, disputes: 1 },
      { name: '苏州昊鑫化纤有限公司', org_code: '299520317', uscc: '913205942995203174', disputes: 3 },
    ]);
    expect(
      await rows(
        "SELECT role, name FROM dispute_party p JOIN dispute d ON d.id = p.dispute_id WHERE d.number = '姑劳调字〔2012〕第9103号' ORDER BY position",
      ),
    ).toEqual([
      { role: 'applicant', name: '李明103' },
      { role: 'respondent', name: '昊鑫化纤' },
    ]);
  });

  test('members follow their household, wherever their sheet stands', async () => {
    const heads = [
      ['姓名', '身份证号', '困难类别', '建档日期', '所属区(市)', '家庭人口'],
      ['王一', idOf(141), '特困职工', '2012-05-01', '姑苏区', 2],
    ];
    const members = [
      ['户主姓名', '户主身份证号', '成员姓名', '与户主关系', '成员身份证号'],
      ['王一', idOf(141), '王二', '儿子', undefined],
      ['王一', idOf(142), '赵三', '女儿', idOf(143)],
    ];
    const { id, total } = await takeIn(city, await aWorkbook({ sheets: { 家庭成员: rowsXml(members), 户主: rowsXml(heads) } }));
    expect(total).toMatchObject({ created: 2, rejected: 1 });
    const [member] = await rows(
      'SELECT p.name, m.relation, f.holder_name, h.organisation_id FROM household_member m JOIN person p ON p.id = m.person_id JOIN household h ON h.id = m.household_id JOIN hardship_file f ON f.household_id = h.id JOIN import_row r ON r.id = m.import_row_id WHERE r.import_id = $1',
      id,
    );
    expect(member).toEqual({ name: '王二', relation: '儿子', holder_name: '王一', organisation_id: tree.north });
    expect((await findImportRows(city, { importId: id, outcome: 'rejected', limit: 10 })).items).toMatchObject([
      { sheet: '家庭成员', rowNumber: 3, findings: [{ column: '户主身份证号', level: 'refusal' }] },
    ]);
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
  const many = (from: number): Promise<Buffer> =>
    visits(...Array.from({ length: 2_500 }, (_, i) => visit(from + i, i + 1, { id: manyId(from + i) })));
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
    expect(
      await rows('SELECT count(*)::int AS n FROM disbursement d JOIN import_row r ON r.id = d.import_row_id WHERE r.import_id = $1', id),
    ).toEqual([{ n: 2_500 }]);
    expect(await runImport(city, { importId: id }, undisturbed)).toBeUndefined();
  }, 60_000);

  test('two workers at once make one import', async () => {
    const id = await upload(city, await many(20_000));
    await startImport(city, { importId: id, version: 1 });
    const results = await Promise.allSettled([
      runImport(city, { importId: id }, undisturbed),
      runImport(city, { importId: id }, undisturbed),
    ]);
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
    await runImport(city, { importId: id }, undisturbed);
    expect(await getImport(city, { importId: id })).toMatchObject({
      status: 'done',
      statement: { balanced: true, total: { created: 2_500 } },
    });
    expect(
      await rows('SELECT count(*)::int AS n FROM disbursement d JOIN import_row r ON r.id = d.import_row_id WHERE r.import_id = $1', id),
    ).toEqual([{ n: 2_500 }]);
  }, 60_000);
});
