/**
 * A second clock that shares nothing with the first: it knows no arithmetic on dates. It has a list of days, made by
 * turning one leaf after the other, and lives through them one by one, opening the post of each morning.
 */
import calendarFile from '../../prisma/seed/data/calendar.json' with { type: 'json' };
import type { ClockEvent } from '#rules/deadlines/clock-event';
import type { ClockRule } from '#rules/deadlines/clock-rule';
import type { GoldenFacts } from '#rules/deadlines/golden-clocks';

interface Leaf {
  readonly text: string;
  readonly works: boolean;
  readonly known: boolean;
}

const leaves: Leaf[] = [];
const pageOf = new Map<string, number>();

function printAlmanac(): void {
  const special = new Map(calendarFile.days.map(([day, kind]) => [day!, kind!]));
  let weekday = 6; // 2000-01-01 was a Saturday
  for (let year = 2000; year <= 2060; year += 1) {
    const leap = year % 4 === 0; // true of every year from 1901 to 2099
    for (const [index, days] of [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
      for (let day = 1; day <= days; day += 1) {
        const text = `${year}-${index < 9 ? '0' : ''}${index + 1}-${day < 10 ? '0' : ''}${day}`;
        const kind = special.get(text) ?? (weekday > 5 ? '休息日' : '工作日');
        pageOf.set(text, leaves.length);
        leaves.push({ text, works: kind === '工作日' || kind === '调休上班', known: calendarFile.coveredYears.includes(year) });
        weekday = weekday === 7 ? 1 : weekday + 1;
      }
    }
  }
}
printAlmanac();

export const firstPage = (text: string): number => pageOf.get(text)!;
export const textOf = (page: number): string => leaves[page]!.text;

/** The leaf of the same day so many months on, or the nearest one before it in that month. */
function samedayAfter(text: string, months: number): number {
  let year = Number(text.slice(0, 4));
  let month = Number(text.slice(5, 7));
  for (let step = 0; step < months; step += 1) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  for (let day = Number(text.slice(8)); ; day -= 1) {
    const page = pageOf.get(`${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`);
    if (page !== undefined) return page;
  }
}

export function oracle(rule: ClockRule, events: readonly ClockEvent[], asOf: string): GoldenFacts {
  const workdaysOnly = rule.unit === 'working';
  const post = [...events];
  const begin = post.shift() as Extract<ClockEvent, { type: 'started' }>;
  const leavesIn = (from: string): number => {
    if (rule.unit === 'agreed') return Math.max(0, pageOf.get(begin.until!)! - pageOf.get(from)!);
    if (rule.unit === 'month') return samedayAfter(from, rule.length!) - pageOf.get(from)!;
    if (rule.unit === 'year') return samedayAfter(from, rule.length! * 12) - pageOf.get(from)!;
    return rule.length!;
  };

  const today = pageOf.get(asOf)!;
  const ending = post.find((event) => event.type === 'met' || event.type === 'cancelled');
  // Asleep for good, it could go on tomorrow at the earliest: after the last day of which anything is known.
  const lastKnown = ending ? pageOf.get(ending.on)! : Math.max(today, pageOf.get(events[events.length - 1]!.on)!);
  if (ending) post.splice(post.indexOf(ending));

  let begun = pageOf.get(begin.on)!;
  let left = leavesIn(begin.on);
  let asleep = false;
  let allowance = rule.extend ? (rule.extend.mostDays ?? Infinity) : 0;
  let turned: number[] = []; // the leaves that counted, those it moved on over at the end among them
  const slept = new Set<number>();

  let page = begun;
  for (; ; page += 1) {
    while (post[0] && post[0].on <= textOf(page)) {
      const event = post.shift()!;
      if (event.type === 'suspended' && rule.suspendable) asleep = true;
      else if (event.type === 'resumed') asleep = false;
      else if (event.type === 'restarted' && rule.restartable) {
        [begun, left, asleep, turned] = [page, leavesIn(event.on), false, []];
        allowance = rule.extend ? (rule.extend.mostDays ?? Infinity) : 0;
        slept.clear();
      } else if (event.type === 'extended' && rule.extend) {
        let more: number;
        if ('days' in event) more = event.days;
        else if (asleep) continue;
        else {
          const until = pageOf.get(event.to)!;
          // Without a leaf of its own, and asleep since it began, it ends on the morning it wakes: that day is no later.
          if (left + turned.length === 0 && slept.size === page - begun && until <= page) continue;
          let ahead = 0;
          // This morning's own leaf has still to be turned, unless the clock began with it.
          for (let next = Math.max(page, begun + 1); next <= until; next += 1)
            if (!workdaysOnly || leaves[next]!.works || next === until) ahead += 1;
          more = ahead - left;
        }
        if (more < 1) continue;
        more = Math.min(more, allowance);
        allowance -= more;
        left += more;
      }
    }
    if (page > lastKnown) asleep = false;
    if (asleep) slept.add(page);
    else {
      const { works } = leaves[page]!;
      if (page > begun && (!workdaysOnly || works)) {
        turned.push(page);
        left -= 1;
      }
      if (left <= 0 && (workdaysOnly || !rule.rollForward || works)) break;
    }
  }
  const length = turned.length + left;
  const endReached = length === 0 ? begun : turned[length - 1]!;
  return report(rule, { begun, endReached, end: page, slept, today, ending });
}

interface Lived {
  readonly begun: number;
  readonly endReached: number;
  readonly end: number;
  readonly slept: ReadonlySet<number>;
  readonly today: number;
  readonly ending: ClockEvent | undefined;
}

function report(rule: ClockRule, { begun, endReached, end, slept, today, ending }: Lived): GoldenFacts {
  const workdaysOnly = rule.unit === 'working';
  const endedOn = ending && pageOf.get(ending.on)! <= today ? pageOf.get(ending.on)! : undefined;
  let status: GoldenFacts['status'] = slept.has(today) ? 'suspended' : 'running';
  if (today > end) status = rule.holder === 'office' ? 'overdue' : 'lapsed';
  if (endedOn !== undefined) status = ending!.type === 'cancelled' ? 'cancelled' : endedOn > end ? 'late' : 'met';

  const seen = endedOn ?? today;
  let workdays = 0;
  for (let page = seen + 1; page <= end; page += 1) if (leaves[page]!.works) workdays += 1;
  for (let page = end + 1; page <= seen; page += 1) if (leaves[page]!.works) workdays -= 1;

  let estimated = false;
  for (let page = workdaysOnly ? begun + 1 : endReached; page <= end; page += 1) estimated ||= !leaves[page]!.known;

  const remaining = workdaysOnly ? workdays : end - seen;
  const [warn = 0] = rule.reminders;
  const alarm = rule.reminders.length > 1 ? rule.reminders[rule.reminders.length - 1]! : 0;
  let lamp: GoldenFacts['lamp'] = remaining > alarm && remaining > warn ? 'green' : remaining > alarm ? 'yellow' : 'red';
  if (['late', 'overdue', 'lapsed'].includes(status)) lamp = 'black';
  if (['met', 'cancelled'].includes(status)) lamp = 'green';

  return {
    due: textOf(end) as GoldenFacts['due'],
    estimated: estimated && (workdaysOnly || rule.rollForward),
    status,
    lamp,
    remainingDays: end - seen,
    remainingWorkingDays: workdays,
  };
}
