import type { Tables } from '#data/tables';
import { clock } from '#rules/deadlines/clock';
import type { ClockEvent } from '#rules/deadlines/clock-event';
import { lampOf, type Lamp } from '#rules/deadlines/clock-status';
import { traceSentence } from '#rules/deadlines/clock-trace';
import { diffDays, type PlainDate } from '#rules/shared/plain-date';
import { workdaysBetween } from '#rules/shared/working-days';
import type { Clockwork } from './clockwork.js';
import { ruleOf } from './run-clocks.js';

type Row = Pick<Tables['clock'], 'id' | 'code' | 'ruleId' | 'startedOn' | 'state' | 'endedOn' | 'events'>;

/** A clock as a case page shows it: lamp, what remains, and why this date. */
export function viewClock(row: Row, { rules, calendar }: Clockwork, asOf: PlainDate) {
  const rule = ruleOf(rules, row);
  const reading = clock(rule, row.events as unknown as ClockEvent[], calendar, asOf);
  const over = row.state !== 'running' && row.state !== 'suspended';
  return {
    id: row.id,
    code: row.code,
    nameZh: rule.name.zh,
    nameEn: rule.name.en,
    citation: `${rule.citation.instrument}${rule.citation.article ?? ''}`,
    unverified: rule.unverified || !rule.citation.checked,
    startedOn: row.startedOn,
    dueOn: reading.due,
    estimated: reading.estimated,
    state: row.state,
    endedOn: row.endedOn,
    // A party's days that are over are nobody's delay: noted tonight, shown so at once.
    lamp: over || reading.status === 'lapsed' ? ('none' as const) : reading.lamp,
    remainingWorkingDays: over ? null : reading.remainingWorkingDays,
    remainingDays: over ? null : reading.remainingDays,
    trace: reading.trace.map((item) => ({
      date: 'on' in item ? item.on : 'from' in item ? item.from : null,
      zh: traceSentence(item, 'zh'),
      en: traceSentence(item, 'en'),
    })),
  };
}

/** The nearest running clock of a list row, as `nearestClock` reads it. */
export interface NearestClock {
  readonly code: string;
  readonly dueOn: PlainDate;
  readonly ruleId: string;
}

export function lampOfClock(nearest: NearestClock | null, { rules, calendar }: Clockwork, asOf: PlainDate) {
  if (!nearest) return null;
  const { code, dueOn } = nearest;
  const rule = ruleOf(rules, nearest);
  const working = workdaysBetween(calendar, asOf, dueOn);
  const days = diffDays(asOf, dueOn);
  const remaining = rule.unit === 'working' ? working : days;
  const lapsed = asOf > dueOn && rule.holder === 'party';
  const lamp: Lamp | 'none' = lapsed ? 'none' : lampOf(asOf > dueOn ? 'overdue' : 'running', remaining, rule.reminders);
  return { code, dueOn, lamp, remainingWorkingDays: working, remainingDays: days };
}
