/** Reads a ledger row by row, so that memory does not grow with its length. */
import type { SheetRow } from '#rules/imports/cell';
import { HEADER_WITHIN } from '#rules/imports/recognise-sheet';
import { refuseImport } from '#rules/imports/refusals';
import { Archive, inOurWords } from './archive.js';
import { csvRows } from './csv-rows.js';
import { damaged, LIMITS, tooBig } from './limits.js';
import { readDownMerges } from './merges.js';
import { readDateStyles, readSharedTexts, readWorkbookParts } from './workbook-parts.js';
import { xlsxRows, type SheetNotes, type SheetTexts } from './xlsx-rows.js';

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
}

/** The top of a sheet, by which it is recognised. */
export interface SheetOutline {
  readonly firstRows: readonly SheetRow[];
  readonly hiddenColumns: readonly number[];
  /** As the sheet itself says; a file need not say it. */
  readonly lastRow?: number;
}

export interface Workbook {
  readonly format: 'xlsx' | 'csv';
  readonly sheets: readonly WorkbookSheet[];
  /** Can be asked for again: every reading starts from the top. */
  rows(sheet: string): AsyncGenerator<SheetRow>;
  outline(sheet: string): Promise<SheetOutline>;
}

export async function readWorkbook(fileName: string, bytes: Buffer): Promise<Workbook> {
  if (bytes.length === 0) throw refuseImport('imports.empty-file');
  if (bytes.length > LIMITS.fileBytes) tooBig('文件大小（字节）', LIMITS.fileBytes);
  // What the file is, is said by its first bytes; its name may say anything.
  if (bytes.subarray(0, 4).equals(ZIP)) return readXlsx(bytes);
  if (bytes.subarray(0, 8).equals(COMPOUND_FILE)) throw refuseImport('imports.old-workbook');
  if (!/\.(csv|txt)$/i.test(fileName) || looksBinary(bytes)) throw refuseImport('imports.not-a-workbook');
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
  return {
    format: 'csv',
    sheets: [{ name, hidden: false }],
    rows: () => csvRows(bytes),
    outline: async () => ({ firstRows: await top(csvRows(bytes)), hiddenColumns: [], lastRow: linesOf(bytes) }),
  };
}

async function top(rows: AsyncIterable<SheetRow>): Promise<SheetRow[]> {
  const first: SheetRow[] = [];
  for await (const row of rows) {
    if (row.number > HEADER_WITHIN) break;
    first.push(row);
    if (row.number === HEADER_WITHIN) break;
  }
  return first;
}

/** At least as many as there are rows: a quoted cell may hold line breaks. */
function linesOf(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

function looksBinary(bytes: Buffer): boolean {
  const unicode = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return (
    (!unicode && bytes.subarray(0, 4_096).includes(0)) || /^\s*<(?:!doctype|html|\?xml)/i.test(bytes.subarray(0, 100).toString('latin1'))
  );
}

async function readXlsx(bytes: Buffer): Promise<Workbook> {
  const archive = await Archive.open(bytes);
  if (!archive.has('[Content_Types].xml')) throw refuseImport('imports.not-a-workbook');
  const parts = await readWorkbookParts(archive);
  let texts: Promise<SheetTexts> | undefined;
  return {
    format: 'xlsx',
    sheets: parts.sheets.map(({ name, hidden }) => ({ name, hidden })),
    rows: (sheet) => rowsOf(sheet),
    async outline(sheet) {
      const notes: SheetNotes = { hiddenColumns: [] };
      return { firstRows: await top(rowsOf(sheet, notes)), ...notes };
    },
  };

  async function* rowsOf(sheet: string, notes?: SheetNotes): AsyncGenerator<SheetRow> {
    const part = parts.sheets.find(({ name }) => name === sheet)?.part ?? damaged(`没有工作表 ${sheet}`);
    const known = await (texts ??= readTexts());
    // Merges further down than a header can stand do not matter to an outline.
    const merges = notes ? [] : await inOurWords(async () => readDownMerges(await archive.read(part)));
    yield* xlsxRows(await archive.read(part), known, merges, notes);
  }

  async function readTexts(): Promise<SheetTexts> {
    return {
      shared: parts.sharedTexts === undefined ? [] : await readSharedTexts(archive, parts.sharedTexts),
      dateStyles: parts.styles === undefined ? new Set() : await readDateStyles(archive, parts.styles),
      from1904: parts.from1904,
    };
  }
}
