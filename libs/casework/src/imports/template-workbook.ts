import type ExcelJS from 'exceljs';
import { sql } from '#data/sql';
import type { Column, ColumnForm } from '#rules/imports/column';
import type { LedgerKindCode } from '#rules/imports/ledger-kind';
import { ledgerKindOf, ledgerKinds } from '#rules/imports/ledger-kinds';
import { excel } from '../documents/excel.js';
import type { Work } from '../work.js';
import type { LedgerFile } from './rejected-workbook.js';

/** Rows that are made ready for typing. */
const LAST_ROW = 5_000;
const FIRST_ROW = 3;

export function listTemplates(): { items: { kind: LedgerKindCode; nameZh: string; nameEn: string }[] } {
  return { items: ledgerKinds.map(({ code, zh, en }) => ({ kind: code, nameZh: zh, nameEn: en })) };
}

const forms: Readonly<Record<ColumnForm, { numFmt: string; width: number; hint: string }>> = {
  text: { numFmt: '@', width: 16, hint: '文字，最多200字' },
  'long-text': { numFmt: '@', width: 30, hint: '文字，长度不限' },
  name: { numFmt: '@', width: 12, hint: '姓名，不要留空格' },
  number: { numFmt: '@', width: 24, hint: '编号，每行一个，不能重复' },
  id: { numFmt: '@', width: 22, hint: '18位身份证号（文本格式）' },
  phone: { numFmt: '@', width: 15, hint: '11位手机号，或固定电话' },
  date: { numFmt: 'yyyy-mm-dd', width: 13, hint: '日期，如2012-03-05' },
  money: { numFmt: '#,##0.00', width: 14, hint: '金额，单位元，不小于0' },
  count: { numFmt: '0', width: 10, hint: '整数' },
  year: { numFmt: '0', width: 10, hint: '四位年份' },
  district: { numFmt: '@', width: 14, hint: '从下拉列表中选择' },
  card: { numFmt: '@', width: 24, hint: '银行卡号（文本格式）' },
  code: { numFmt: '@', width: 22, hint: '统一社会信用代码或组织机构代码' },
  choice: { numFmt: '@', width: 16, hint: '从下拉列表中选择' },
};

/** An empty ledger of a kind to be filled in: headers that are recognised again, lists to choose from, cells that refuse what cannot be. */
export async function templateWorkbook(work: Work, { kind: code }: { kind: LedgerKindCode }): Promise<LedgerFile> {
  const kind = ledgerKindOf(code);
  const districts = await work.data.read<{ name: string }>(work.actor, sql`SELECT name FROM division WHERE valid_to IS NULL ORDER BY code`);
  const workbook = new (await excel()).Workbook();
  const sheet = workbook.addWorksheet(kind.zh.slice(0, 31), { views: [{ state: 'frozen', ySplit: 2 }] });
  const lists = workbook.addWorksheet('可选值', { state: 'hidden' });
  const columns = Object.values(kind.columns);
  sheet.getCell(1, 1).value = kind.zh;
  sheet.getCell(1, 1).font = { bold: true, size: 14 };
  sheet.mergeCells(1, 1, 1, columns.length + 1);
  sheet.getCell(2, 1).value = '序号';
  sheet.getColumn(1).width = 7;
  columns.forEach((column, i) => {
    const at = i + 2;
    const header = sheet.getCell(2, at);
    header.value = column.required ? `*${column.zh}` : column.zh;
    header.note = column.required ? `必填。${forms[column.form].hint}` : forms[column.form].hint;
    sheet.getColumn(at).width = forms[column.form].width;
    sheet.getColumn(at).numFmt = forms[column.form].numFmt;
    const words = column.words ?? (column.form === 'district' ? districts.map(({ name }) => name) : undefined);
    const validation = words ? listValidation(lists, words) : ruleFor(column);
    if (validation) validate(sheet, at, validation);
  });
  sheet.getRow(2).font = { bold: true };
  explain(workbook.addWorksheet('填表说明'), columns);
  const bytes = await workbook.xlsx.writeBuffer();
  return { fileName: `${kind.zh}-模板.xlsx`, bytes: Buffer.from(bytes as ArrayBuffer) };
}

/** The words stand on a sheet of their own: a list within the cell's rule may have 255 characters. */
function listValidation(lists: ExcelJS.Worksheet, words: readonly string[]): ExcelJS.DataValidation {
  const at = lists.columnCount + 1;
  words.forEach((word, i) => (lists.getCell(i + 1, at).value = word));
  const letter = lists.getColumn(at).letter;
  return {
    type: 'list',
    allowBlank: true,
    formulae: [`可选值!$${letter}$1:$${letter}$${words.length}`],
    showErrorMessage: true,
    errorTitle: '请选择',
    error: '请从下拉列表中选择。',
  };
}

function ruleFor({ form, zh }: Column<unknown>): ExcelJS.DataValidation | undefined {
  const told = { allowBlank: true, showErrorMessage: true, errorTitle: zh.slice(0, 30), error: `${forms[form].hint}。` };
  switch (form) {
    case 'date':
      return { ...told, type: 'date', operator: 'between', formulae: [new Date('1900-03-01T00:00:00Z'), new Date('2099-12-31T00:00:00Z')] };
    case 'money':
      return { ...told, type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0] };
    case 'count':
      return { ...told, type: 'whole', operator: 'greaterThanOrEqual', formulae: [0] };
    case 'year':
      return { ...told, type: 'whole', operator: 'between', formulae: [1900, 2100] };
    case 'id':
      return { ...told, type: 'textLength', operator: 'equal', formulae: [18] };
    case 'card':
      return { ...told, type: 'textLength', operator: 'between', formulae: [13, 19] };
    case 'text':
    case 'name':
    case 'number':
      return { ...told, type: 'textLength', operator: 'lessThanOrEqual', formulae: [200] };
    default:
      return undefined;
  }
}

/** One rule for the whole column; the published types know only cells. */
function validate(sheet: ExcelJS.Worksheet, column: number, validation: ExcelJS.DataValidation): void {
  const letter = sheet.getColumn(column).letter;
  const rules = (sheet as unknown as { dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void } }).dataValidations;
  rules.add(`${letter}${FIRST_ROW}:${letter}${LAST_ROW}`, validation);
}

function explain(sheet: ExcelJS.Worksheet, columns: readonly Column<unknown>[]): void {
  sheet.addRow(['列名', '说明']);
  for (const { zh, required, form } of columns) sheet.addRow([zh, `${required ? '必填。' : ''}${forms[form].hint}。`]);
  sheet.getColumn(1).width = 26;
  sheet.getColumn(2).width = 46;
}
