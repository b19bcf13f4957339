/** Judges the rows of one sheet, in their order, as a clerk would: pass over, read, refuse, find the double, take in. */
import type { PlainDate } from '../shared/plain-date.js';
import { isBlank, ErrorCell, type SheetRow } from './cell.js';
import type { Columns, RecordOf, Surroundings } from './column.js';
import { found, refuses, type Finding } from './findings.js';
import type { KeyParts, LedgerKind } from './ledger-kind.js';
import { passedOver, type PassedOver } from './not-a-data-row.js';
import type { SheetMapping } from './recognise-sheet.js';

export type LedgerRecord = RecordOf<Columns>;

/** Where a row stands in its file. */
export interface RowPlace {
  readonly sheet: string;
  readonly row: number;
}

/** The keys met so far in one file, by kind: the first row with a key is the row, later ones are its doubles. */
export class KeyBook {
  private readonly places = new Map<string, RowPlace>();

  find(keys: readonly string[]): RowPlace | undefined {
    for (const key of keys) {
      const place = this.places.get(key);
      if (place) return place;
    }
    return undefined;
  }

  add(keys: readonly string[], place: RowPlace): void {
    for (const key of keys) this.places.set(key, place);
  }
}

export type JudgedRow = { readonly row: number } & (
  | { readonly outcome: 'ignored'; readonly why: PassedOver }
  | (Judged & { readonly outcome: 'rejected' })
  | (Judged & { readonly outcome: 'duplicate'; readonly of: RowPlace })
  | (Judged & { readonly outcome: 'accepted'; readonly keys: readonly string[] })
);

interface Judged {
  readonly record: LedgerRecord;
  /** Refusals and warnings; a row is accepted when none of them refuses. */
  readonly findings: readonly Finding[];
}

export interface SheetCircumstances extends Surroundings {
  readonly sheet: string;
  readonly mapping: SheetMapping;
  readonly keyBook: KeyBook;
  /** Whether a household is registered under this head; asked only by ledgers of members. */
  readonly headKnown: (idNumber: string) => boolean;
  /** What else speaks against a row, which the row itself cannot know: that it lies out of one's reach. */
  readonly against?: (record: LedgerRecord) => Finding | undefined;
}

export function judgeRow(kind: LedgerKind, row: SheetRow, about: SheetCircumstances): JudgedRow {
  const why = passedOver(row, about.mapping);
  if (why) return { row: row.number, outcome: 'ignored', why };
  const { record, findings } = readRow(kind, row, about);
  for (const check of kind.checks) {
    const finding = check(record);
    if (finding && !findings.some((other) => other.column === finding.column && refuses(other))) findings.push(finding);
  }
  const head = kind.head?.(record);
  if (head !== undefined && !about.headKnown(head)) findings.push({ column: headColumn(kind), ...found('cell.household-unknown') });
  const against = about.against?.(record);
  if (against) findings.push(against);
  const judged = { row: row.number, record, findings };
  if (findings.some(refuses)) return { ...judged, outcome: 'rejected' };
  const keys = keysOf(kind, record);
  const of = about.keyBook.find(keys);
  if (of) return { ...judged, outcome: 'duplicate', of };
  about.keyBook.add(keys, { sheet: about.sheet, row: row.number });
  return { ...judged, outcome: 'accepted', keys };
}

/** Reads every mapped cell; also for the caller who has to know a row's head before it can be judged. */
export function readRow(
  kind: LedgerKind,
  row: SheetRow,
  about: Pick<SheetCircumstances, 'mapping' | 'today' | 'district'>,
): { record: LedgerRecord; findings: Finding[] } {
  const record: Record<string, unknown> = {};
  const findings: Finding[] = [];
  for (const key in kind.columns) {
    const column = kind.columns[key]!;
    const mapped = about.mapping.columns[key];
    const cell = mapped && row.cells[mapped.index];
    if (cell instanceof ErrorCell) {
      findings.push({ column: key, ...found('cell.excel-error', { error: cell.text }) });
      continue;
    }
    const read = cell === undefined || isBlank(cell) ? undefined : column.read(cell, about, mapped?.inWan === true);
    // A ledger tells of what has happened: a day ahead is a slip of the pen, as it is at the window.
    if (column.form === 'date' && read?.value !== undefined && (read.value as PlainDate) > about.today) {
      findings.push({ column: key, ...found('cell.date-ahead', { date: read.value as PlainDate, today: about.today }) });
      continue;
    }
    if (read?.finding) findings.push({ column: key, ...read.finding });
    if (read?.value !== undefined) record[key] = read.value;
    else if (column.required && !read?.finding) findings.push({ column: key, ...found('cell.required') });
  }
  return { record, findings };
}

/** A key as text; the number of its place in the list keeps a name from meeting an ID. */
function keysOf(kind: LedgerKind, record: LedgerRecord): string[] {
  return kind.keys(record).flatMap((parts: KeyParts, at) => (parts.includes(undefined) ? [] : [`${at}\u001f${parts.join('\u001f')}`]));
}

function headColumn(kind: LedgerKind): string {
  return Object.keys(kind.columns).find((key) => kind.columns[key]!.form === 'id')!;
}

/** The amount of a row for the statement: what of it could be read. */
export function amountOf(kind: LedgerKind, record: LedgerRecord): number {
  return kind.amount.reduce((sum, column) => sum + ((record[column] as number | undefined) ?? 0), 0);
}
