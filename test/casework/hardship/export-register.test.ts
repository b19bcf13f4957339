import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportRegister, type ExportFilter } from '#casework/hardship/register/export-register';
import { templateWorkbook } from '#casework/imports/template-workbook';
import type { Work } from '#casework/work';
import { mayExport, MOST_FULL, MOST_MASKED } from '#rules/hardship/export-limits';
import { hardshipHeads } from '#rules/imports/kinds/hardship-heads';
import { aFile } from '../../support/a-file.js';
import { aPerson } from '../../support/a-person.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { idOf, takeIn } from '../../support/ledgers.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let [officer, neighbour, reader, clerk]: Work[] = [];
const NAME = '=HYPERLINK("http://bad")';

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  officer = await aWorker(db, 'aid-officer', tree.north);
  neighbour = await aWorker(db, 'aid-officer', tree.south);
  reader = await aWorker(db, 'archivist', tree.north);
  clerk = await aWorker(db, 'statistician', tree.city);
  const holder = await aPerson(officer!, { name: '单雄信', idNumber: idOf(1), phone: '13400002932' });
  const child = await aPerson(officer!, { name: '单小小', idNumber: idOf(11) });
  await aFile(
    db.owner,
    tree.northTown,
    { holder_name: '单雄信', employer_name: NAME, number: '北困〔2026〕1号', income_cipher: db.secrets.seal('123400') },
    { holderId: holder, members: [child] },
  );
  const severe = await aPerson(officer!, { name: '秦琼', idNumber: idOf(2) });
  await aFile(db.owner, tree.north, { holder_name: '秦琼', hardship_class: 'severe', begun_on: '2026-05-01' }, { holderId: severe });
  const elsewhere = await aPerson(neighbour!, { name: '尉迟恭', idNumber: idOf(3) });
  await aFile(db.owner, tree.south, { holder_name: '尉迟恭' }, { holderId: elsewhere });
});
afterAll(() => db.close());

interface Exported {
  fileName: string;
  note: string;
  rows: Record<string, unknown>[];
  members: Record<string, unknown>[] | undefined;
  bytes: Buffer;
}
async function exported(work: Work, filter: ExportFilter = {}, purpose?: string): Promise<Exported> {
  const { fileName, content } = await exportRegister(work, filter, purpose);
  const bytes = await buffer(content);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  const read = (sheet: ExcelJS.Worksheet): Record<string, unknown>[] => {
    const cells = (row: number): unknown[] => Array.from((sheet.getRow(row).values as unknown[]).slice(1));
    const head = cells(3) as string[];
    return Array.from({ length: sheet.rowCount - 3 }, (_, i) => Object.fromEntries(cells(i + 4).map((value, at) => [head[at], value])));
  };
  const [register, members] = workbook.worksheets;
  return { fileName, note: String(register!.getCell(2, 1).value), rows: read(register!), members: members && read(members), bytes };
}

describe('the register as a workbook', () => {
  it('holds what its reader may see and nothing of others', async () => {
    expect((await exported(neighbour!)).rows.map((row) => row['姓名'])).toEqual(['尉*恭']);
    expect((await exported(officer!)).rows.map((row) => row['姓名'])).toEqual(['秦*', '单*信']);
    const nobody = await aWorker(db, 'cashier', tree.north);
    await expect(exportRegister(nobody, {})).rejects.toMatchObject({ code: 'access.not-permitted' });
    await expect(exportRegister(reader!, {}, '年度审计')).rejects.toMatchObject({ code: 'access.not-permitted' });
  });

  it('is masked without a purpose, and says who took what and when', async () => {
    const { fileName, note, rows, members, bytes } = await exported(officer!, { hardshipClass: 'deep', q: '单雄信' });
    expect(members).toBeUndefined();
    expect(fileName).toBe('困难职工登记表-2026-11-20（脱敏）.xlsx');
    expect(note).toBe(`筛选：深度困难；按关键词　共 1 条　导出时间：2026-11-20 10:00　导出人：${officer!.actor.name}　姓名和号码已脱敏`);
    expect(rows).toEqual([
      expect.objectContaining({
        姓名: '单*信',
        身份证号: `320508********${idOf(1).slice(-4)}`,
        联系电话: '134****2932',
        困难类别: '深度困难',
        档案编号: '北困〔2026〕1号',
        档案状态: '在档',
      }),
    ]);
    for (const hidden of [idOf(1), '13400002932', '单雄信', '1234'])
      expect(bytes.toString('latin1') + JSON.stringify(rows)).not.toContain(hidden);
    const { rows: audited } = await db.owner.query(
      `SELECT details FROM audit_entry WHERE type = 'hardship.exported' AND actor_id = $1 ORDER BY at DESC, id DESC LIMIT 1`,
      [officer!.actor.id],
    );
    expect(audited).toEqual([{ details: { rows: 1, full: false, filters: ['hardshipClass', 'q'] } }]);
  });

  it('neutralises what a spreadsheet would run', async () => {
    const { rows } = await exported(officer!, { hardshipClass: 'deep' });
    expect(rows[0]!['工作单位']).toBe(`'${NAME}`);
  });

  it('holds everything for a purpose, of those whom the right reaches', async () => {
    const { note, rows, members, fileName } = await exported(officer!, { hardshipClass: 'deep' }, '核对纸质档案');
    expect(members).toEqual([
      expect.objectContaining({ 户主身份证号: idOf(1), 成员姓名: '单小小', 与户主关系: '其他', 成员身份证号: idOf(11) }),
    ]);
    expect(fileName).toBe('困难职工登记表-2026-11-20.xlsx');
    expect(note).toContain('用途：核对纸质档案');
    expect(rows).toEqual([expect.objectContaining({ 姓名: '单雄信', 身份证号: idOf(1), 联系电话: '13400002932', '家庭月收入(元)': 1234 })]);
    const { rows: audited } = await db.owner.query(
      `SELECT details FROM audit_entry WHERE type = 'hardship.exported' ORDER BY at DESC, id DESC LIMIT 1`,
    );
    expect(audited[0].details).toMatchObject({ full: true, purpose: '核对纸质档案' });
  });

  it('has a limit, and is not made of nothing', async () => {
    expect([mayExport(MOST_FULL, true), mayExport(MOST_MASKED, false)]).toEqual([undefined, undefined]);
    expect(mayExport(MOST_FULL + 1, true)).toMatchObject({ code: 'hardship.export-too-many' });
    expect(mayExport(MOST_MASKED + 1, false)).toMatchObject({ code: 'hardship.export-too-many' });
    await expect(exportRegister(officer!, { status: 'transferred' })).rejects.toMatchObject({ code: 'hardship.export-none' });
  });

  it('goes on past one page of the list', async () => {
    const many = await aWorker(db, 'aid-officer', tree.south);
    for (let n = 0; n < 510; n += 1) await aFile(db.owner, tree.south, { begun_on: `2025-0${(n % 9) + 1}-01` });
    const { rows } = await exported(many);
    expect(rows.length).toBe(511);
    expect(rows.map((row) => row['申请日期'])).toEqual(
      rows
        .map((row) => row['申请日期'])
        .sort()
        .reverse(),
    );
  });
});

/** An empty ledger as it is handed out, and what somebody types into it. */
async function aTemplate(kind: 'hardship' | 'household-member') {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await templateWorkbook(clerk!, { kind })).bytes as never);
  const sheet = workbook.worksheets[0]!;
  const headers = (sheet.getRow(2).values as string[]).map((header) => String(header ?? '').replace('*', ''));
  return {
    fill(row: number, values: Record<string, string | number>): void {
      for (const [header, value] of Object.entries(values)) sheet.getCell(row, headers.indexOf(header)).value = value;
    },
    bytes: async () => Buffer.from((await workbook.xlsx.writeBuffer()) as ArrayBuffer),
  };
}

describe('there and back', () => {
  it('a template that was filled in is taken, exported in full, and taken again without a row refused or doubled', async () => {
    const heads = await aTemplate('hardship');
    const common = {
      性别: '男',
      民族: '汉族',
      政治面貌: '群众',
      户籍: '苏州',
      联系电话: '13400002932',
      工作单位: '苏州煜泓纺织有限公司',
      就业状况: '下岗',
      健康状况: '良好',
      家庭人口: 3,
      '家庭月收入(元)': 1200,
      '月刚性支出(元)': 300.5,
      致困原因: '本人大病',
      建档日期: '2012-03-05',
      '所属区(市)': '姑苏区',
      '建档单位(镇/街道)': '城东街道',
      备注: '-- 无',
    };
    heads.fill(3, { 姓名: '程咬金', 身份证号: idOf(101), 困难类别: '特困职工', 特困证号: 'T101', ...common });
    heads.fill(4, { 姓名: '罗成', 身份证号: idOf(103), 困难类别: '困难职工', ...common, 备注: '=1+1' });
    const first = await takeIn(clerk!, await heads.bytes());
    expect(first.total).toMatchObject({ created: 2, rejected: 0 });
    const members = await aTemplate('household-member');
    members.fill(3, {
      户主姓名: '程咬金',
      户主身份证号: idOf(101),
      成员姓名: '裴翠云',
      与户主关系: '妻子',
      性别: '女',
      成员身份证号: idOf(102),
      身份状况: '失业',
      '月收入(元)': 0,
      健康状况: '糖尿病',
    });
    members.fill(4, {
      户主姓名: '程咬金',
      户主身份证号: idOf(101),
      成员姓名: '程铁牛',
      与户主关系: '儿子',
      性别: '男',
      成员身份证号: idOf(105),
      身份状况: '学生',
      '文化程度/就读学校': '三香小学',
    });
    expect((await takeIn(clerk!, await members.bytes())).total).toMatchObject({ created: 2, rejected: 0 });

    const keeper = await aWorker(db, 'aid-officer', tree.city);
    const out = await exported(keeper, { to: '2012-12-31' as never }, '台账往返核对');
    expect(out.rows.map((row) => row['姓名']).sort()).toEqual(['程咬金', '罗成']);
    for (const { zh } of Object.values(hardshipHeads.columns)) expect(Object.keys(out.rows[0]!)).toContain(zh);
    const again = await takeIn(clerk!, out.bytes);
    expect(again.total).toMatchObject({ rowsIn: 4, created: 0, rejected: 0, ignored: 0 });
    const masked = await takeIn(clerk!, (await exported(keeper, { to: '2012-12-31' as never })).bytes);
    expect(masked.total).toMatchObject({ rowsIn: 2, created: 0, updated: 0, rejected: 2 });
  });
});
