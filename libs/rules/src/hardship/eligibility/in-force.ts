/**
 * Rules and standards are published as rows that nobody ever rewrites: what decided somebody's case must stay readable as it
 * was. So a row does not end when the next is published; what begins later stands before what began earlier, and of two that
 * begin on one day the newer version does.
 */
import { addDays, compareDates, earlierOf, type PlainDate } from '../../shared/plain-date.js';

export interface Dated {
  readonly validFrom: PlainDate;
  /** The last day, included, as it was known when the row was published. */
  readonly validTo: PlainDate | null;
  readonly version: number;
}

export function inForce<Row extends Dated>(rows: readonly Row[], on: PlainDate): Row | undefined {
  let found: Row | undefined;
  for (const row of rows)
    if (row.validFrom <= on && (row.validTo === null || on <= row.validTo) && (!found || stands(row, found))) found = row;
  return found;
}

const stands = (row: Dated, before: Dated): boolean =>
  row.validFrom > before.validFrom || (row.validFrom === before.validFrom && row.version > before.version);

export interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** The days on which a row itself decides; none where a newer version took its place from its first day on. */
export function spanInForce(row: Dated, rows: readonly Dated[]): Span | undefined {
  if (rows.some((other) => other.validFrom === row.validFrom && other.version > row.version)) return undefined;
  return { from: row.validFrom, to: endBefore(row.validTo, rows, row.validFrom) };
}

/** The last day of a row that begins on `from` in the place of one that ends on `end`: at the latest the day before the next begins. */
export function endBefore(end: PlainDate | null, rows: readonly Dated[], from: PlainDate): PlainDate | null {
  const next = rows.map(({ validFrom }) => validFrom).filter((day) => day > from);
  if (next.length === 0) return end;
  const before = addDays(next.sort(compareDates)[0]!, -1);
  return end === null ? before : earlierOf(end, before);
}
