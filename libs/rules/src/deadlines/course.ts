/** What the events make of a clock: the period they leave, whether it stands still, and how it ended. */
import { addMonths, dateOfDayNumber, dayNumber, diffDays, type PlainDate } from '../shared/plain-date.js';
import { isWorkingDayNumber, type Calendar } from '../shared/working-days.js';
import type { ClockEvent } from './clock-event.js';
import type { ClockRule } from './clock-rule.js';
import type { ClockTrace, IgnoredBecause } from './clock-trace.js';
import { isSuspendedOn, lastCountedDay, rolledDay, type Period } from './period.js';

export interface Course {
  readonly period: Period;
  /** Set while a suspension has no end yet. */
  readonly suspendedFrom?: PlainDate;
  /** Counted days that extensions have added. */
  readonly extendedBy: number;
  readonly ended?: Extract<ClockEvent, { type: 'met' | 'cancelled' }>;
  readonly trace: readonly ClockTrace[];
}

type Extended = Extract<ClockEvent, { type: 'extended' }>;

/** `events` stand in the order in which they happened; the first one starts the clock. */
export function follow(rule: ClockRule, events: readonly ClockEvent[], calendar: Calendar): Course {
  const [begin, ...rest] = events;
  if (begin?.type !== 'started') throw new RangeError(`The clock ${rule.code} has no first event that starts it`);
  const { name, citation, code, version } = rule;
  let course: Course = {
    period: periodFrom(rule, begin.on, begin.until),
    extendedBy: 0,
    trace: [
      { step: 'rule', code, version, name, instrument: citation.instrument, article: citation.article, checked: citation.checked },
      { step: 'started', on: begin.on, first: dateOfDayNumber(dayNumber(begin.on) + 1) },
      rule.length === null
        ? { step: 'agreed', until: begin.until ?? begin.on }
        : { step: 'length', length: rule.length, unit: rule.unit, rollForward: rule.rollForward },
    ],
  };
  for (const event of rest) {
    const because = ignoredBecause(rule, course, event, calendar);
    course = because
      ? note(course, { step: 'ignored', event: event.type, on: event.on, because })
      : after(rule, course, event, begin.until, calendar);
  }
  return course;
}

/** The last day as the events so far leave it. A suspension without an end is not reckoned with here. */
export function lastDayOf(rule: ClockRule, { period }: Course, calendar: Calendar): { counted: number; due: number } {
  const counted = lastCountedDay(period, calendar);
  return { counted, due: rule.rollForward && !period.working ? rolledDay(period, counted, calendar) : counted };
}

/** Why the clock takes no notice of an event: the law gives it no effect, or the time for it is over. */
export function ignoredBecause(rule: ClockRule, course: Course, event: ClockEvent, calendar: Calendar): IgnoredBecause | undefined {
  const { suspendedFrom } = course;
  // A clock that stands still cannot have run out, so whatever comes then is in time.
  const tooLate = () => suspendedFrom === undefined && dayNumber(event.on) > lastDayOf(rule, course, calendar).due;
  if (course.ended) return 'already-ended';
  switch (event.type) {
    case 'started':
      return 'already-started';
    case 'suspended':
      if (!rule.suspendable) return 'not-allowed';
      if (suspendedFrom !== undefined) return 'already-suspended';
      return tooLate() ? 'too-late' : undefined;
    case 'resumed':
      return suspendedFrom === undefined ? 'not-suspended' : undefined;
    case 'extended':
      if (!rule.extend) return 'not-allowed';
      if (tooLate()) return 'too-late';
      if ('to' in event && suspendedFrom !== undefined) return 'suspended-without-end';
      return daysAsked(course, event, calendar) < 1 ? 'not-later' : undefined;
    case 'restarted':
      if (!rule.restartable) return 'not-allowed';
      return tooLate() ? 'too-late' : undefined;
    case 'met':
    case 'cancelled':
      return undefined;
  }
}

function after(rule: ClockRule, course: Course, event: ClockEvent, until: PlainDate | undefined, calendar: Calendar): Course {
  switch (event.type) {
    case 'suspended':
      return { ...course, suspendedFrom: event.on };
    case 'resumed':
      return resume(course, event.on, event.on);
    case 'extended':
      return extend(rule, course, event, calendar);
    case 'restarted':
      return { period: periodFrom(rule, event.on, until), extendedBy: 0, trace: [...course.trace, { step: 'restarted', on: event.on }] };
    case 'met':
    case 'cancelled':
      return { ...course, ended: event };
    case 'started':
      return course;
  }
}

/** Ends the open suspension before `day`; `resumed` is null where nobody has resumed it yet. */
export function resume(course: Course, day: PlainDate, resumed: PlainDate | null): Course {
  const { suspendedFrom, ...running } = course;
  if (suspendedFrom === undefined) return course;
  const suspensions = [...course.period.suspensions, { from: dayNumber(suspendedFrom), to: dayNumber(day) }];
  return note({ ...running, period: { ...course.period, suspensions } }, { step: 'suspended', from: suspendedFrom, resumed });
}

/** What was asked beyond the most that the rule allows has no effect. */
function extend(rule: ClockRule, course: Course, event: Extended, calendar: Calendar): Course {
  const asked = daysAsked(course, event, calendar);
  const most = (rule.extend?.mostDays ?? Number.POSITIVE_INFINITY) - course.extendedBy;
  const days = Math.min(asked, most);
  const capped = days < asked ? note(course, { step: 'capped', asked, most }) : course;
  const { period } = course;
  const extended = { ...capped, extendedBy: course.extendedBy + days, period: { ...period, length: period.length + days } };
  return note(extended, { step: 'extended', on: event.on, days, unit: period.working ? 'working' : 'natural' });
}

/**
 * The counted days that an extension adds: its number, or what the period to that day would have beyond what it has. A
 * period without days has none before its first day either, so they are reckoned from the start and not from its end.
 */
export function daysAsked({ period }: Course, event: Extended, calendar: Calendar): number {
  if ('days' in event) return event.days;
  const end = dayNumber(event.to);
  if (end <= lastCountedDay(period, calendar)) return 0;
  let days = 0;
  for (let day = period.start + 1; day <= end; day += 1) {
    // A working-day period that is extended to a rest day ends on the working day after it.
    const counts = !period.working || day === end || isWorkingDayNumber(calendar, day);
    if (counts && !isSuspendedOn(period, day)) days += 1;
  }
  return days - period.length;
}

function periodFrom(rule: ClockRule, on: PlainDate, until: PlainDate | undefined): Period {
  return { start: dayNumber(on), length: lengthInDays(rule, on, until), working: rule.unit === 'working', suspensions: [] };
}

function lengthInDays(rule: ClockRule, on: PlainDate, until: PlainDate | undefined): number {
  if (rule.length === null) {
    if (!until) throw new RangeError(`The clock ${rule.code} runs as long as was agreed, and no end was given`);
    return Math.max(0, diffDays(on, until));
  }
  if (rule.unit === 'month') return diffDays(on, addMonths(on, rule.length));
  if (rule.unit === 'year') return diffDays(on, addMonths(on, rule.length * 12));
  return rule.length;
}

function note(course: Course, item: ClockTrace): Course {
  return { ...course, trace: [...course.trace, item] };
}
