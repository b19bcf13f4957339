import { buffer } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import type ExcelJS from 'exceljs';
import { excel } from '../../documents/excel.js';

/** A cell: words, a number with the form in which it is shown, or nothing. */
export type Value = string | { readonly number: number; readonly form: string } | null;

export interface Sheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly lines: Iterable<Line>;
  /** The line under which the rest scrolls, where the sheet is one table. */
  readonly frozen?: number;
}
export interface Line {
  readonly values: readonly Value[];
  readonly look?: 'title' | 'head' | 'strong' | 'note';
}

export const COUNT = '#,##0';
export const MONEY = '#,##0.00';
export const PERCENT = '0.0%';

/** Written row by row: what is done leaves the memory. */
export async function writeWorkbook(sheets: readonly Sheet[], author: string): Promise<Buffer> {
  const out = new PassThrough();
  const whole = buffer(out);
  const workbook = new (await excel()).stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  workbook.creator = plain(author);
  const names = new Set<string>();
  for (const sheet of sheets) {
    const worksheet = workbook.addWorksheet(sheetName(sheet.name, names), {
      views: [sheet.frozen ? { state: 'frozen', ySplit: sheet.frozen } : {}],
    });
    worksheet.columns = sheet.widths.map((width) => ({ width }));
    for (const line of sheet.lines) addLine(worksheet, line);
    worksheet.commit();
  }
  await workbook.commit();
  return whole;
}

function addLine(worksheet: ExcelJS.Worksheet, { values, look }: Line): void {
  const row = worksheet.addRow(values.map((value) => (value === null ? null : typeof value === 'string' ? plain(value) : value.number)));
  values.forEach((value, at) => {
    const cell = row.getCell(at + 1);
    if (look) cell.font = { name: '宋体', size: look === 'title' ? 14 : look === 'note' ? 9 : 11, bold: look !== 'note' };
    if (look === 'head') cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } };
    if (look !== 'title' && look !== 'note')
      cell.border = { top: { style: 'thin' }, left: { style: 'thin' }, bottom: { style: 'thin' }, right: { style: 'thin' } };
    if (value !== null && typeof value !== 'string') cell.numFmt = value.form;
    cell.alignment = { vertical: 'middle', wrapText: look === 'head' };
  });
  row.commit();
}

/** A word that a spreadsheet would take for a formula, here or after it was saved as text, is shown as the word it is. */
export const plain = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Sheets have short names, each once, without the signs that addresses are made of. */
function sheetName(name: string, taken: Set<string>): string {
  const base = name.replace(/[\\/?*[\]:']/g, ' ').slice(0, 28) || '表';
  let free = base;
  for (let n = 2; taken.has(free); n++) free = `${base}${n}`;
  taken.add(free);
  return free;
}
