/**
 * The statutory clock: a rule, what happened, the calendar and the day we ask → the last day, the state, and why.
 *
 * Days that are suspended do not count, whatever the unit. Months and years are turned into the days they span before
 * anything is suspended. An extension lengthens the period itself, so that its end moves to a working day only once.
 */
import { addDays, dateOfDayNumber, dayNumber, diffDays, laterOf, yearOf, type PlainDate } from '../shared/plain-date.js';
import { isEstimated, workdaysBetween, type Calendar } from '../shared/working-days.js';
import type { ClockEvent } from './clock-event.js';
import type { ClockRule } from './clock-rule.js';
import { lampOf, type ClockStatus, type Lamp } from './clock-status.js';
import type { ClockTrace } from './clock-trace.js';
import { follow, lastDayOf, resume, type Course } from './course.js';
import { countingSpans, isSuspendedOn, skipReason } from './period.js';

export interface ClockReading {
  /** The last day. While the clock is suspended without an end: the earliest that it can be. */
  readonly due: PlainDate;
  /** Whether a year whose holidays are not published had a say: to be reckoned again when they are. */
  readonly estimated: boolean;
  readonly status: ClockStatus;
  readonly lamp: Lamp;
  /** From the day we ask (or the day it ended) to the last day; negative when that has passed. */
  readonly remainingDays: number;
  readonly remainingWorkingDays: number;
  readonly trace: readonly ClockTrace[];
}

/** `events` stand in the order in which they happened; the first one starts the clock. */
export function clock(rule: ClockRule, events: readonly ClockEvent[], calendar: Calendar, asOf: PlainDate): ClockReading {
  const course = untilNow(follow(rule, events, calendar), laterOf(asOf, events.at(-1)?.on ?? asOf));
  const { period, ended } = course;
  const last = lastDayOf(rule, course, calendar);
  const due = dateOfDayNumber(last.due);

  // Where rest days count like any other, only the end depends on the calendar.
  const firstAsked = period.working ? period.start + 1 : last.counted;
  const estimated = (period.working || rule.rollForward) && isEstimated(calendar, firstAsked, last.due);

  const status = statusOf(rule, course, due, asOf);
  const seenFrom = ended && ended.on <= asOf ? ended.on : asOf;
  const remainingDays = diffDays(seenFrom, due);
  const remainingWorkingDays = workdaysBetween(calendar, seenFrom, due);
  return {
    due,
    estimated,
    status,
    lamp: lampOf(status, period.working ? remainingWorkingDays : remainingDays, rule.reminders),
    remainingDays,
    remainingWorkingDays,
    trace: [
      ...course.trace,
      ...countingSpans(period, calendar),
      ...endOf(course, last, calendar),
      ...(estimated ? [{ step: 'estimated', years: uncoveredYears(firstAsked, last.due, calendar) } as const] : []),
      ...(ended ? [closing(ended, due)] : []),
    ],
  };
}

/** Nobody knows when a suspended clock goes on: at the earliest after the last day we know of, or after it ended. */
function untilNow(course: Course, known: PlainDate): Course {
  return resume(course, addDays(course.ended?.on ?? known, 1), null);
}

function statusOf(rule: ClockRule, { period, ended }: Course, due: PlainDate, asOf: PlainDate): ClockStatus {
  if (ended && ended.on <= asOf) return ended.type === 'cancelled' ? 'cancelled' : ended.on <= due ? 'met' : 'late';
  if (asOf > due) return rule.holder === 'office' ? 'overdue' : 'lapsed';
  return isSuspendedOn(period, dayNumber(asOf)) ? 'suspended' : 'running';
}

function endOf({ period }: Course, last: { counted: number; due: number }, calendar: Calendar): ClockTrace[] {
  const on = dateOfDayNumber(last.counted);
  if (last.due === last.counted) return [{ step: 'last-day', on }];
  const reason = skipReason(period, last.counted, calendar);
  return [
    { step: 'last-day', on },
    { step: 'rolled', from: on, to: dateOfDayNumber(last.due), reason },
  ];
}

function closing(ended: NonNullable<Course['ended']>, due: PlainDate): ClockTrace {
  return ended.type === 'met' ? { step: 'met', on: ended.on, inTime: ended.on <= due } : { step: 'cancelled', on: ended.on };
}

function uncoveredYears(first: number, last: number, calendar: Calendar): number[] {
  const [from, to] = [yearOf(dateOfDayNumber(first)), yearOf(dateOfDayNumber(last))];
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset).filter((year) => !calendar.years.has(year));
}
