/** Which ledger a sheet is, where its header stands and which column is which. The answer is a proposal: people correct it. */
import { halfWidth, withoutBlanks } from '../shared/identifiers/plain-text.js';
import { isBlank, type Cell, type SheetRow } from './cell.js';
import type { Columns } from './column.js';
import type { LedgerKind, LedgerKindCode } from './ledger-kind.js';
import { ledgerKinds } from './ledger-kinds.js';

export interface MappedColumn {
  /** From 0. */
  readonly index: number;
  readonly header: string;
  /** Amounts of this column are in 万元. */
  readonly inWan?: true;
}

/** Column of the ledger → column of the sheet. */
export interface SheetMapping {
  readonly kind: LedgerKindCode;
  readonly headerRow: number;
  readonly columns: Readonly<Record<string, MappedColumn>>;
  /** 序号, which is no data. */
  readonly ordinal?: number;
}

export interface RecognisedSheet extends SheetMapping {
  readonly unmapped: readonly MappedColumn[];
  /** Required columns that no header fits: nothing can be taken in before they are pointed out. */
  readonly missing: readonly string[];
  /** From 0 to 1: how many of the sheet's columns are known, and how many of the required ones are there. */
  readonly confidence: number;
}

/** A header further down than this is not looked for. */
export const HEADER_WITHIN = 20;
const LEAST_COLUMNS = 4;
const LEAST_CONFIDENCE = 0.5;
const ORDINAL = new Set(['序号', '顺序号', '行号', 'no', 'no.', '#']);

/** `rows` are the first of the sheet. Nothing is returned for a sheet that holds no table we know. */
export function recogniseSheet(rows: readonly SheetRow[]): RecognisedSheet | undefined {
  let best: RecognisedSheet | undefined;
  let bestCover = 0;
  for (const row of rows) {
    if (row.number > HEADER_WITHIN) break;
    const headers = row.cells.flatMap((cell, index) => (typeof cell === 'string' && !isBlank(cell) ? [{ index, header: cell }] : []));
    if (headers.length < LEAST_COLUMNS) continue;
    for (const kind of ledgerKinds) {
      const seen = mapHeaders(kind, row.number, headers);
      const mapped = Object.keys(seen.columns).length;
      if (mapped < LEAST_COLUMNS || seen.confidence < LEAST_CONFIDENCE) continue;
      // Ledgers share columns: of two that explain a sheet alike it is the one that has more of its own there.
      const cover = mapped / Object.keys(kind.columns).length;
      if (!best || seen.confidence > best.confidence || (seen.confidence === best.confidence && cover > bestCover))
        [best, bestCover] = [seen, cover];
    }
  }
  return best;
}

/** The mapping of one row of headers onto one kind: also what a person starts from who knows the kind better. */
export function mapHeaders(kind: LedgerKind, headerRow: number, headers: readonly MappedColumn[]): RecognisedSheet {
  const columns: Record<string, MappedColumn> = {};
  let ordinal: number | undefined;
  const unmapped: MappedColumn[] = [];
  for (const header of headers) {
    if (ordinal === undefined && isOrdinal(header.header)) ordinal = header.index;
    else unmapped.push(header);
  }
  // A column's own name goes before the names it borrows: 姓名 is the member's only where 成员姓名 is not to be seen.
  const names = headerNames(kind.columns);
  for (const own of [true, false]) {
    for (const header of unmapped.slice()) {
      const key = keyFor(names, header.header, own, columns);
      if (key === undefined) continue;
      columns[key] = {
        index: header.index,
        header: header.header,
        ...(kind.columns[key]!.form === 'money' && showsWan(header.header) && { inWan: true as const }),
      };
      unmapped.splice(unmapped.indexOf(header), 1);
    }
  }
  const mapped = Object.keys(columns).length;
  const required = Object.keys(kind.columns).filter((key) => kind.columns[key]!.required);
  const missing = required.filter((key) => !columns[key]);
  const confidence = (mapped / Math.max(1, mapped + unmapped.length)) * (1 - missing.length / required.length);
  return { kind: kind.code, headerRow, columns, ...(ordinal !== undefined && { ordinal }), unmapped, missing, confidence };
}

type HeaderNames = ReadonlyMap<string, readonly { key: string; own: boolean }[]>;
const known = new WeakMap<Columns, HeaderNames>();

function headerNames(columns: Columns): HeaderNames {
  const before = known.get(columns);
  if (before) return before;
  const names = new Map<string, { key: string; own: boolean }[]>();
  const add = (header: string, key: string, own: boolean): void => {
    for (const form of [plainHeader(header), bareHeader(header)]) {
      const under = names.get(form) ?? [];
      if (!under.some((entry) => entry.key === key)) under.push({ key, own });
      names.set(form, under);
    }
  };
  for (const [key, column] of Object.entries(columns)) {
    add(column.zh, key, true);
    for (const header of [...column.also, column.en]) add(header, key, false);
  }
  known.set(columns, names);
  return names;
}

function keyFor(names: HeaderNames, header: string, own: boolean, taken: Readonly<Record<string, unknown>>): string | undefined {
  for (const form of [plainHeader(header), bareHeader(header)]) {
    const entry = names.get(form)?.find((candidate) => candidate.own === own && !taken[candidate.key]);
    if (entry) return entry.key;
  }
  return undefined;
}

/** 序号 and its kin. */
export function isOrdinal(header: string): boolean {
  return ORDINAL.has(plainHeader(header));
}

export function showsWan(header: string): boolean {
  return /万元/.test(header);
}

/** Blanks, line breaks, width and the star of required columns do not matter. */
export function plainHeader(header: string): string {
  return withoutBlanks(halfWidth(header))
    .replace(/^\*+|[*:]+$/g, '')
    .toLowerCase();
}

/** Without units and remarks in brackets: 家庭月收入(元), 发放日期(年月日). */
function bareHeader(header: string): string {
  return plainHeader(header).replace(/\([^)]*\)$/, '');
}

/** A sheet may repeat its header on every printed page. */
export function repeatsHeader(mapping: SheetMapping, cells: readonly Cell[]): boolean {
  let filled = 0;
  let same = 0;
  for (const { index, plain } of plainHeadersOf(mapping)) {
    const cell = cells[index];
    if (isBlank(cell)) continue;
    filled += 1;
    if (typeof cell === 'string' && saysHeader(cell, plain)) same += 1;
    // No need to look at every cell of every row of data.
    else if (filled >= 3 && same === 0) return false;
  }
  return same >= 3 && same * 2 > filled;
}

const plainHeaders = new WeakMap<SheetMapping, readonly { index: number; plain: string }[]>();

function plainHeadersOf(mapping: SheetMapping): readonly { index: number; plain: string }[] {
  const before = plainHeaders.get(mapping);
  if (before) return before;
  const headers = Object.values(mapping.columns).map(({ index, header }) => ({ index, plain: plainHeader(header) }));
  plainHeaders.set(mapping, headers);
  return headers;
}

/** Most cells lack the header's last character, which spares making them plain. */
function saysHeader(cell: string, plain: string): boolean {
  const last = plain.at(-1) ?? '';
  return (!/[\u4E00-\u9FFF]/.test(last) || cell.includes(last)) && plainHeader(cell) === plain;
}
