import { PassThrough, type Readable } from 'node:stream';
import type ExcelJS from 'exceljs';
import { escapeFormula } from '#rules/imports/formula-escape';
import { excel } from './excel.js';

/** A word, money in fen, a number, or nothing. */
export type CellValue = string | number | { readonly fen: number } | null;

export interface StreamedSheet {
  readonly name: string;
  readonly title: string;
  /** who took what and when: one line under the title */
  readonly note: string;
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  readonly rows: AsyncIterable<readonly CellValue[]>;
}

/** A workbook sent as it is made: what is written leaves the memory. It breaks off where its rows do. */
export function streamWorkbook(sheets: readonly StreamedSheet[], author: string): Readable {
  const out = new PassThrough();
  write(sheets, author, out).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

async function write(sheets: readonly StreamedSheet[], author: string, out: PassThrough): Promise<void> {
  const workbook = new (await excel()).stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  workbook.creator = escapeFormula(author);
  for (const sheet of sheets) {
    await writeSheet(workbook, sheet, out);
    if (out.destroyed) return;
  }
  await workbook.commit();
}

async function writeSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  { name, title, note, columns, rows }: StreamedSheet,
  out: PassThrough,
): Promise<void> {
  const worksheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 3 }] });
  worksheet.columns = columns.map(({ width }) => ({ width }));
  for (const [text, size, bold] of [
    [title, 14, true],
    [note, 9, false],
  ] as const) {
    const row = worksheet.addRow([escapeFormula(text)]);
    row.getCell(1).font = { name: '宋体', size, bold };
    row.commit();
  }
  const head = worksheet.addRow(columns.map(({ header }) => header));
  head.font = { name: '宋体', size: 11, bold: true };
  head.commit();
  for await (const values of rows) {
    const row = worksheet.addRow(values.map(plain));
    values.forEach((value, at) => {
      if (typeof value === 'object' && value !== null) row.getCell(at + 1).numFmt = '#,##0.00';
      // As text, so that a long number keeps its end.
      else if (typeof value === 'string') row.getCell(at + 1).numFmt = '@';
    });
    row.commit();
    // The reader may be slower than we are.
    if (out.writableNeedDrain) await new Promise((drained) => out.once('drain', drained).once('close', drained));
    if (out.destroyed) return;
  }
  worksheet.commit();
}

function plain(value: CellValue): string | number | null {
  if (typeof value === 'string') return escapeFormula(value);
  return typeof value === 'object' && value !== null ? value.fen / 100 : value;
}
