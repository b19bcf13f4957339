import { buffer } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import type ExcelJS from 'exceljs';
import { sql } from '#data/sql';
import { cellText, DayCell, type Cell, type SheetRow } from '#rules/imports/cell';
import { refuses, sentenceOf, type Finding } from '#rules/imports/findings';
import { escapeFormula } from '#rules/imports/formula-escape';
import { ledgerKindOf } from '#rules/imports/ledger-kinds';
import type { SheetMapping } from '#rules/imports/recognise-sheet';
import { refuseImport } from '#rules/imports/refusals';
import { excel } from '../documents/excel.js';
import { inTransaction, type Work } from '../work.js';
import { mappingOf, readImport, workbookOf, type ImportRecord } from './import-record.js';

export interface LedgerFile {
  fileName: string;
  bytes: Buffer;
}

const REASONS = '退回原因';
const ROW = '原行号';
const FAULTY: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFDE2E0' } };

/**
 * The rejected rows in the layout of the ledger they came from, the reasons beside each row and on each faulty cell: to be
 * corrected there and handed in again.
 */
export async function rejectedWorkbook(work: Work, { importId }: { importId: string }): Promise<LedgerFile> {
  const record = await readImport(work, importId);
  const rows = await work.data.readSlowly<{ sheet: string; rowNumber: number; findings: Finding[] }>(
    work.actor,
    sql`SELECT sheet, row_number, findings FROM import_row WHERE import_id = ${importId} AND outcome = 'rejected' ORDER BY sheet, row_number`,
  );
  if (rows.length === 0) throw refuseImport('imports.nothing-rejected');
  const bytes = await write(
    work,
    record,
    Map.groupBy(rows, ({ sheet }) => sheet),
  );
  await inTransaction(work, async (tx) => {
    tx.audit({
      type: 'import.rejects-downloaded',
      subject: { noun: 'import', id: importId },
      organisationId: record.organisationId,
      details: { rows: rows.length },
    });
  });
  return { fileName: `${record.fileName.replace(/\.\w+$/, '')}-退回.xlsx`, bytes };
}

async function write(
  work: Work,
  record: ImportRecord,
  rejected: ReadonlyMap<string, readonly { rowNumber: number; findings: Finding[] }[]>,
): Promise<Buffer> {
  const workbook = await workbookOf(work, record);
  const out = new PassThrough();
  const bytes = buffer(out);
  const writer = new (await excel()).stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  for (const kept of record.sheets) {
    const rows = rejected.get(kept.sheet);
    const mapping = mappingOf(kept);
    if (!rows || !mapping) continue;
    const findings = new Map(rows.map((row) => [row.rowNumber, row.findings]));
    const sheet = writer.addWorksheet(sheetName(kept.sheet), { views: [{ state: 'frozen', ySplit: mapping.headerRow }] });
    const width = Math.max(...kept.headers.map(({ column }) => column)) + 1;
    for await (const row of workbook.rows(kept.sheet)) {
      if (row.number < mapping.headerRow) copyRow(sheet, row);
      else if (row.number === mapping.headerRow) copyHeader(sheet, row, width);
      else if (findings.has(row.number)) writeRejected(sheet, row, width, mapping, findings.get(row.number)!);
    }
    sheet.commit();
  }
  await writer.commit();
  return bytes;
}

/** Excel forbids some characters in names of sheets, and allows thirty-one. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

function copyRow(sheet: ExcelJS.Worksheet, { number, cells }: SheetRow): void {
  const row = sheet.getRow(number);
  cells.forEach((cell, index) => put(row.getCell(index + 1), cell));
  row.commit();
}

function copyHeader(sheet: ExcelJS.Worksheet, header: SheetRow, width: number): void {
  const row = sheet.getRow(header.number);
  header.cells.forEach((cell, index) => put(row.getCell(index + 1), cell));
  row.getCell(width + 1).value = REASONS;
  row.getCell(width + 2).value = ROW;
  row.font = { bold: true };
  row.commit();
}

function writeRejected(
  sheet: ExcelJS.Worksheet,
  source: SheetRow,
  width: number,
  mapping: SheetMapping,
  findings: readonly Finding[],
): void {
  const row = sheet.addRow([]);
  const { columns } = ledgerKindOf(mapping.kind);
  source.cells.forEach((cell, index) => put(row.getCell(index + 1), cell));
  const faults = findings.filter(refuses);
  for (const [column, here] of Map.groupBy(faults, (finding) => finding.column)) {
    const index = mapping.columns[column]?.index;
    if (index === undefined) continue;
    const cell = row.getCell(index + 1);
    cell.fill = FAULTY;
    cell.note = here.map((finding) => sentenceOf(finding, 'zh')).join('\n');
  }
  row.getCell(width + 1).value = faults
    .map((finding) => [columns[finding.column]?.zh, sentenceOf(finding, 'zh')].filter(Boolean).join('：'))
    .join('\n');
  row.getCell(width + 2).value = source.number;
  row.commit();
}

/** Numbers stay numbers and days days; all else is text, and text that looks like a formula is made harmless. */
function put(target: ExcelJS.Cell, cell: Cell): void {
  if (cell === undefined) return;
  if (typeof cell === 'number' && Math.abs(cell) < 1e15) target.value = cell;
  else if (cell instanceof DayCell) {
    target.value = new Date(Math.round((cell.serial - 25_569) * 86_400_000));
    target.numFmt = 'yyyy-mm-dd';
  } else {
    target.value = escapeFormula(cellText(cell));
    target.numFmt = '@';
  }
}
