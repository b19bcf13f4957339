/**
 * The Chinese working-day calendar: holidays move, and weekends become working days to make up for them (调休), by a
 * notice each year. Beyond the last notice we can only assume Monday to Friday, and every answer says so.
 */
import { dateOfDayNumber, dayNumber, weekdayOfDayNumber, yearOf, type PlainDate } from './plain-date.js';

export type DayKind = '工作日' | '休息日' | '法定节假日' | '调休上班';

export interface CalendarDay {
  readonly day: PlainDate;
  readonly kind: DayKind;
  readonly name: string;
}

/** As it is stored: the years a notice was published for, and only the days that their weekday does not tell. */
export interface CalendarData {
  readonly coveredYears: readonly number[];
  readonly days: readonly CalendarDay[];
}

export interface Calendar {
  readonly years: ReadonlySet<number>;
  /** By day number. */
  readonly exceptions: ReadonlyMap<number, CalendarDay>;
  /** The same days in order, each with how many working days more (or fewer, below 0) there were up to it than Mondays to Fridays. */
  readonly drift: readonly { readonly day: number; readonly more: number }[];
}

/** A date that was reckoned, and whether a year without a published calendar had a say in it. */
export interface Reckoned {
  readonly date: PlainDate;
  readonly estimated: boolean;
}

export function calendarOf(data: CalendarData): Calendar {
  const exceptions = new Map(data.days.map((day) => [dayNumber(day.day), day]));
  let more = 0;
  const drift = [...exceptions]
    .sort(([a], [b]) => a - b)
    .map(([day, { kind }]) => ({ day, more: (more += Number(isWorkingKind(kind)) - Number(!isWeekend(day))) }));
  return { years: new Set(data.coveredYears), exceptions, drift };
}

export function isCovered(calendar: Calendar, date: PlainDate): boolean {
  return calendar.years.has(yearOf(date));
}

export function dayKind(calendar: Calendar, date: PlainDate): DayKind {
  return kindOfDayNumber(calendar, dayNumber(date));
}

export function isWorkday(calendar: Calendar, date: PlainDate): boolean {
  return isWorkingDayNumber(calendar, dayNumber(date));
}

/** The working day that is `count` working days after `from`; the day itself is not counted. */
export function addWorkdays(calendar: Calendar, from: PlainDate, count: number): Reckoned {
  const start = dayNumber(from);
  let day = start;
  for (let left = count; left > 0;) {
    day += 1;
    if (isWorkingDayNumber(calendar, day)) left -= 1;
  }
  return { date: dateOfDayNumber(day), estimated: isEstimated(calendar, start + 1, day) };
}

/** The date itself when it is a working day, or else the next one. */
export function rollForward(calendar: Calendar, date: PlainDate): Reckoned {
  const start = dayNumber(date);
  let day = start;
  while (!isWorkingDayNumber(calendar, day)) day += 1;
  return { date: dateOfDayNumber(day), estimated: isEstimated(calendar, start, day) };
}

export function addCalendarDaysRollForward(calendar: Calendar, from: PlainDate, days: number): Reckoned {
  return rollForward(calendar, dateOfDayNumber(dayNumber(from) + days));
}

/** Working days after `from` up to and including `to`; counted backwards, and negative, when `to` lies before. */
export function workdaysBetween(calendar: Calendar, from: PlainDate, to: PlainDate): number {
  return workdaysUpTo(calendar, dayNumber(to)) - workdaysUpTo(calendar, dayNumber(from));
}

/** From an arbitrary Monday on. Counted in whole weeks and not by the day: a ledger's clocks may have run out ten years ago. */
function workdaysUpTo({ drift }: Calendar, day: number): number {
  const days = day - A_MONDAY + 1;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(5, days - weeks * 7) + (drift[countUpTo(drift, day) - 1]?.more ?? 0);
}
const A_MONDAY = 4;

/** How many of the exceptions lie on or before a day. */
function countUpTo(drift: Calendar['drift'], day: number): number {
  let [low, high] = [0, drift.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (drift[middle]!.day <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Day numbers spare the clock engine from taking a date's text apart for every day that it walks over. */
export function kindOfDayNumber(calendar: Calendar, day: number): DayKind {
  return calendar.exceptions.get(day)?.kind ?? (isWeekend(day) ? '休息日' : '工作日');
}

export function isWorkingDayNumber(calendar: Calendar, day: number): boolean {
  return isWorkingKind(kindOfDayNumber(calendar, day));
}

const isWorkingKind = (kind: DayKind): boolean => kind === '工作日' || kind === '调休上班';
const isWeekend = (day: number): boolean => weekdayOfDayNumber(day) >= 6;

/** Whether any day from `first` to `last` lies in a year without a published calendar. */
export function isEstimated(calendar: Calendar, first: number, last: number): boolean {
  if (last < first) return false;
  for (let year = yearOf(dateOfDayNumber(first)); year <= yearOf(dateOfDayNumber(last)); year += 1) {
    if (!calendar.years.has(year)) return true;
  }
  return false;
}
