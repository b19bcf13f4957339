/**
 * Whether an event may join those that a clock has. The clock itself takes no notice of what the law gives no effect;
 * this gate keeps such an event from being recorded at all.
 */
import { dateOfDayNumber } from '../shared/plain-date.js';
import type { Judgement } from '../shared/refusal.js';
import type { Calendar } from '../shared/working-days.js';
import type { ClockEvent } from './clock-event.js';
import type { ClockRule } from './clock-rule.js';
import { daysAsked, follow, ignoredBecause, lastDayOf } from './course.js';
import { refuseClock } from './refusals.js';

export function mayAddClockEvent(rule: ClockRule, events: readonly ClockEvent[], event: ClockEvent, calendar: Calendar): Judgement {
  const last = events.at(-1);
  if (!last) return mayStart(rule, event);
  if (event.on < last.on) return refuseClock('deadlines.before-last-event', { on: last.on });
  const course = follow(rule, events, calendar);
  const because = ignoredBecause(rule, course, event, calendar);
  if (because) return refuseClock(`deadlines.${because}`, { due: dateOfDayNumber(lastDayOf(rule, course, calendar).due), on: last.on });
  if (event.type !== 'extended') return undefined;
  const most = rule.extend?.mostDays ?? Number.POSITIVE_INFINITY;
  return course.extendedBy + daysAsked(course, event, calendar) > most ? refuseClock('deadlines.extension-too-long', { most }) : undefined;
}

function mayStart(rule: ClockRule, event: ClockEvent): Judgement {
  if (event.type !== 'started') return refuseClock('deadlines.not-started');
  return rule.unit === 'agreed' && !event.until ? refuseClock('deadlines.end-missing') : undefined;
}
