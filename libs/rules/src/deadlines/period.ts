/** A period as the clock walks it: from the day it starts, so many days that count, some that do not. In day numbers. */
import { dateOfDayNumber } from '../shared/plain-date.js';
import { isWorkingDayNumber, kindOfDayNumber, type Calendar } from '../shared/working-days.js';
import type { ClockTrace, SkipReason } from './clock-trace.js';

export interface Period {
  /** The day of the event, which is not counted. */
  readonly start: number;
  /** How many counted days it has. */
  readonly length: number;
  readonly working: boolean;
  /** From the first day that does not count to the first that counts again. */
  readonly suspensions: readonly { readonly from: number; readonly to: number }[];
}

export function isSuspendedOn(period: Period, day: number): boolean {
  return period.suspensions.some(({ from, to }) => from <= day && day < to);
}

/** A clock cannot end on a day on which it stands still, not even one whose period has no days at all. */
export function lastCountedDay(period: Period, calendar: Calendar): number {
  let day = period.start;
  for (let left = period.length; left > 0 || isSuspendedOn(period, day);) {
    day += 1;
    if (counts(period, day, calendar)) left -= 1;
  }
  return day;
}

/** The day itself, or the next working day on which the clock is not suspended. */
export function rolledDay(period: Period, day: number, calendar: Calendar): number {
  let rolled = day;
  while (!isWorkingDayNumber(calendar, rolled) || isSuspendedOn(period, rolled)) rolled += 1;
  return rolled;
}

export function skipReason(period: Period, day: number, calendar: Calendar): SkipReason {
  if (isSuspendedOn(period, day)) return { kind: '中止', name: '' };
  const name = calendar.exceptions.get(day)?.name ?? '';
  return { kind: kindOfDayNumber(calendar, day) === '法定节假日' ? '法定节假日' : '休息日', name };
}

/** The walk again, as runs of days that count and of days that do not, each run with its one reason. */
export function countingSpans(period: Period, calendar: Calendar): ClockTrace[] {
  const spans: ClockTrace[] = [];
  const last = lastCountedDay(period, calendar);
  let first = period.start + 1;
  for (let day = first; day <= last; day += 1) {
    if (day < last && runKey(period, day, calendar) === runKey(period, day + 1, calendar)) continue;
    const run = { from: dateOfDayNumber(first), to: dateOfDayNumber(day), days: day - first + 1 };
    if (counts(period, day, calendar)) spans.push({ step: 'counted', ...run, makeUp: isMakeUp(period, day, calendar) });
    else spans.push({ step: 'skipped', ...run, reason: skipReason(period, day, calendar) });
    first = day + 1;
  }
  return spans;
}

function counts(period: Period, day: number, calendar: Calendar): boolean {
  return (!period.working || isWorkingDayNumber(calendar, day)) && !isSuspendedOn(period, day);
}

/** Worth saying only where it counts because it is one: a natural-day period counts every day anyhow. */
function isMakeUp(period: Period, day: number, calendar: Calendar): boolean {
  return period.working && kindOfDayNumber(calendar, day) === '调休上班';
}

function runKey(period: Period, day: number, calendar: Calendar): string {
  if (counts(period, day, calendar)) return isMakeUp(period, day, calendar) ? 'make-up' : 'counted';
  const { kind, name } = skipReason(period, day, calendar);
  return `${kind} ${name}`;
}
