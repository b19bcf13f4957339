/** The spans that a report compares: its own, the one before, the same of last year, and the year to date. */
import { addMonths, dateOf, lastOfMonth, monthOf, plainDate, yearOf, type PlainDate } from '../shared/plain-date.js';

export type ReportKind = 'month' | 'year';

/** Both days are included. The id says the span in itself: 2012, 2012-03, 2012-01~2012-03, or one day for a stock. */
export interface Span {
  readonly id: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface Periods {
  readonly kind: ReportKind;
  readonly now: Span;
  /** The month before; a year has none but last year. */
  readonly before: Span | undefined;
  readonly lastYear: Span;
  readonly toDate: Span;
  readonly lastYearToDate: Span;
  /** The months of the year up to the period's end, and all of last year's. */
  readonly months: readonly Span[];
  readonly lastYearMonths: readonly Span[];
}

export function spanOf(from: PlainDate, to: PlainDate): Span {
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  if (from === to) return { id: from, from, to };
  if (first.endsWith('-01') && last === `${first.slice(0, 4)}-12`) return { id: first.slice(0, 4), from, to };
  return { id: first === last ? first : `${first}~${last}`, from, to };
}

export const dayOf = (span: Span): Span => spanOf(span.to, span.to);

export function monthSpan(year: number, month: number): Span {
  const from = dateOf(year, month, 1);
  return spanOf(from, lastOfMonth(from));
}

export const yearSpan = (year: number): Span => spanOf(dateOf(year, 1, 1), dateOf(year, 12, 31));

const monthsOf = (year: number, upTo = 12): Span[] => Array.from({ length: upTo }, (_, index) => monthSpan(year, index + 1));

export function periodsOf(kind: ReportKind, from: PlainDate): Periods {
  const year = yearOf(from);
  if (kind === 'year') {
    const [now, lastYear] = [yearSpan(year), yearSpan(year - 1)];
    return {
      kind,
      now,
      before: undefined,
      lastYear,
      toDate: now,
      lastYearToDate: lastYear,
      months: monthsOf(year),
      lastYearMonths: monthsOf(year - 1),
    };
  }
  const month = monthOf(from);
  const before = addMonths(from, -1);
  return {
    kind,
    now: monthSpan(year, month),
    before: monthSpan(yearOf(before), monthOf(before)),
    lastYear: monthSpan(year - 1, month),
    toDate: spanOf(dateOf(year, 1, 1), lastOfMonth(from)),
    lastYearToDate: spanOf(dateOf(year - 1, 1, 1), lastOfMonth(dateOf(year - 1, month, 1))),
    months: monthsOf(year, month),
    lastYearMonths: monthsOf(year - 1),
  };
}

/** Before this no ledger reaches back; a wrong year is refused rather than counted as nothing. */
const EARLIEST_YEAR = 1990;

/** '2012' or '2012-03', as a person asks for it. */
export function readPeriod(kind: ReportKind, text: string): Span | undefined {
  const match = (kind === 'year' ? /^(\d{4})$/ : /^(\d{4})-(0[1-9]|1[0-2])$/).exec(text);
  if (!match || Number(match[1]) < EARLIEST_YEAR) return undefined;
  return kind === 'year' ? yearSpan(Number(match[1])) : monthSpan(Number(match[1]), Number(match[2]));
}

/** 2012年3月, 2012年. */
export function periodName(kind: ReportKind, from: PlainDate): { zh: string; en: string } {
  const year = yearOf(from);
  return kind === 'year' ? { zh: `${year}年`, en: String(year) } : { zh: `${year}年${monthOf(from)}月`, en: from.slice(0, 7) };
}

/** The month that ended before a day: what the first of a month reports on. */
export function monthBefore(day: PlainDate): Span {
  const before = addMonths(plainDate(`${day.slice(0, 7)}-01`), -1);
  return monthSpan(yearOf(before), monthOf(before));
}
