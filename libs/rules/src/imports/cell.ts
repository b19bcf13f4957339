/** A cell as a workbook holds it: text, a number, a day (a number shown as a date), an error, or nothing. */
export class DayCell {
  /** Days of the 1900 date system, in which 1 is 1900-01-01 and a 1900-02-29 is counted that never was. */
  constructor(readonly serial: number) {}
}

export class ErrorCell {
  /** #N/A, #REF! …, or why a formula has no result. */
  constructor(readonly text: string) {}
}

export type FilledCell = string | number | DayCell;
export type Cell = FilledCell | ErrorCell | undefined;

/** One row, under the number that it has in the file. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly Cell[];
  /** Columns whose value comes down from the first cell of a vertical merge. */
  readonly carried?: ReadonlySet<number>;
}

const VISIBLE = /[^\s\u200B-\u200F\u2060\uFEFF]/;

export function isBlank(cell: Cell): cell is undefined {
  return cell === undefined || (typeof cell === 'string' && !VISIBLE.test(cell));
}

/** Excel keeps fifteen digits of a number: a longer one has lost its end. */
export function wholeDigits(value: number): string | undefined {
  return Number.isInteger(value) && value >= 0 && value < 1e15 ? String(value) : undefined;
}

/** What a person sees in the cell. */
export function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return Math.abs(cell) < 1e15 ? String(cell) : cell.toExponential(5).toUpperCase();
  return cell instanceof DayCell ? (dayText(cell.serial) ?? String(cell.serial)) : cell.text;
}

function dayText(serial: number): string | undefined {
  const date = new Date(Math.round((serial - UNIX_EPOCH) * 86_400_000));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}

/** 1970-01-01 in the 1900 date system. */
export const UNIX_EPOCH = 25_569;
