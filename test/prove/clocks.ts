/**
 * Proves the statutory clock: the golden table, every make-up day of 2024–2026, and a million random cases against an
 * oracle that lives through the days one by one. `node dist/test/prove/clocks.js [seed]`
 */
import calendarFile from '../../prisma/seed/data/calendar.json' with { type: 'json' };
import ruleRows from '../../prisma/seed/data/clock-rules.json' with { type: 'json' };
import goldenRows from '../../libs/rules/src/deadlines/golden-clocks.json' with { type: 'json' };
import { calendarOf, isWorkday } from '#rules/shared/working-days';
import { plainDate, type PlainDate } from '#rules/shared/plain-date';
import type { ClockEvent } from '#rules/deadlines/clock-event';
import { clock } from '#rules/deadlines/clock';
import type { ClockRule } from '#rules/deadlines/clock-rule';
import { goldenFacts, goldenRule, type GoldenClock, type GoldenFacts } from '#rules/deadlines/golden-clocks';
import { readCalendar, readClockRules } from '#rules/deadlines/read-rows';
import { dice, seedOfRun, type Dice } from '../support/dice.js';
import { firstPage, oracle, textOf } from './clocks-oracle.js';

const CASES = 1_000_000;
/** Typed from the notices, not read from the file that is being proved. */
const MAKE_UP_DAYS = [
  '2024-02-04',
  '2024-02-18',
  '2024-04-07',
  '2024-04-28',
  '2024-05-11',
  '2024-09-14',
  '2024-09-29',
  '2024-10-12',
  '2025-01-26',
  '2025-02-08',
  '2025-04-27',
  '2025-09-28',
  '2025-10-11',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
];

const calendar = calendarOf(readCalendar(calendarFile));
const rules = readClockRules(ruleRows);
const seed = seedOfRun();
const shown: string[] = [];

function agrees(what: string, rule: ClockRule, events: readonly ClockEvent[], asOf: PlainDate, expected: GoldenFacts): boolean {
  const found = goldenFacts(clock(rule, events, calendar, asOf));
  const same = Object.entries(expected).every(([fact, value]) => found[fact as keyof GoldenFacts] === value);
  if (!same && shown.length < 5)
    shown.push(`${what}: ${JSON.stringify({ rule: rule.code, unit: rule.unit, length: rule.length, events, asOf, found, expected })}`);
  return same;
}

function goldenTable(): number {
  const rows = goldenRows as unknown as GoldenClock[];
  const wrong = rows.filter((row) => !agrees('golden', goldenRule(rules, row), row.events, row.asOf, goldenFacts(row))).length;
  console.log(`golden table: ${rows.length} cases, ${rows.filter((row) => row.byHand).length} by hand, ${wrong} wrong`);
  return wrong + (rows.length < 200 ? 1 : 0);
}

function makeUpDays(): number {
  let cases = 0;
  let wrong = MAKE_UP_DAYS.filter((day) => !isWorkday(calendar, plainDate(day))).length;
  for (const day of MAKE_UP_DAYS) {
    for (const rule of rules.filter(({ length }) => length !== null)) {
      for (let before = 0; before <= 90; before += 1) {
        const on = plainDate(textOf(firstPage(day) - before));
        const events: ClockEvent[] = [{ type: 'started', on }];
        cases += 1;
        if (!agrees(`make-up day ${day}`, rule, events, plainDate(day), oracle(rule, events, day))) wrong += 1;
      }
    }
  }
  console.log(`make-up days of 2024–2026: ${MAKE_UP_DAYS.length} days, ${cases} cases, ${wrong} wrong`);
  return wrong;
}

function randomCases(): number {
  const random = dice(seed);
  const met = new Map<string, number>();
  let wrong = 0;
  for (let index = 0; index < CASES; index += 1) {
    const { rule, events, asOf } = randomCase(random);
    const expected = oracle(rule, events, asOf);
    if (!agrees('random', rule, events, asOf, expected)) wrong += 1;
    for (const type of new Set(events.map((event) => event.type))) met.set(type, (met.get(type) ?? 0) + 1);
    met.set(expected.status, (met.get(expected.status) ?? 0) + 1);
    if (expected.estimated) met.set('estimated', (met.get('estimated') ?? 0) + 1);
  }
  console.log(`random cases: ${CASES}, seed ${seed}, ${wrong} wrong`);
  console.log(`of these: ${[...met].map(([what, count]) => `${what} ${count}`).join(', ')}`);
  return wrong;
}

/**
 * Half the cases take a rule as it stands; the others bend it, so that every unit meets every event. Short periods and
 * things that happen within a day or two are drawn more often than their share: that is where a reckoning errs.
 */
function randomCase(random: Dice): { rule: ClockRule; events: ClockEvent[]; asOf: PlainDate } {
  const written = rules[random(rules.length)]!;
  const rule = random(2) === 0 ? written : bent(written, random);
  const [from, to] = random(5) < 3 ? ['2024-01-01', '2026-12-31'] : ['2004-01-01', '2029-12-31'];
  const start = firstPage(from!) + random(firstPage(to!) - firstPage(from!));
  const at = (page: number): PlainDate => textOf(page) as PlainDate;
  const events: ClockEvent[] = [{ type: 'started', on: at(start), until: at(start + random(120)) }];
  let page = start;
  for (let more = random(7); more > 0; more -= 1) {
    page += random(random(4) === 0 ? 3 : rule.unit === 'year' ? 150 : 25);
    events.push(randomEvent(random, page, at));
  }
  return { rule, events, asOf: at(Math.max(start, page - 20) + random(120)) };
}

function bent(rule: ClockRule, random: Dice): ClockRule {
  const unit = (['natural', 'natural', 'working', 'working', 'month', 'year', 'agreed'] as const)[random(7)]!;
  const longest = { natural: 90, working: 30, month: 7, year: 2, agreed: 1 }[unit];
  return {
    ...rule,
    unit,
    length: unit === 'agreed' ? null : random(8) === 0 ? random(2) : random(longest + 1),
    rollForward: random(4) > 0,
    suspendable: random(4) > 0,
    restartable: random(4) === 0,
    extend: random(3) === 0 ? null : { mostDays: random(3) === 0 ? null : random(40), needs: 'head', notify: true },
    holder: random(2) === 0 ? 'office' : 'party',
  };
}

function randomEvent(random: Dice, page: number, at: (page: number) => PlainDate): ClockEvent {
  const on = at(page);
  const chance = random(20);
  if (chance < 6) return { type: 'suspended', on };
  if (chance < 12) return { type: 'resumed', on };
  if (chance < 15) return { type: 'extended', on, days: random(40) };
  if (chance < 17) return { type: 'extended', on, to: at(page + random(random(4) === 0 ? 3 : 60)) };
  if (chance < 18) return { type: 'restarted', on };
  return { type: chance < 19 ? 'met' : 'cancelled', on };
}

const begun = performance.now();
const wrong = goldenTable() + makeUpDays() + randomCases();
for (const line of shown) console.log(line);
console.log(`time: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
console.log(wrong === 0 ? 'clocks: holds' : `clocks: falls short (${wrong} wrong)`);
process.exitCode = wrong === 0 ? 0 : 1;
