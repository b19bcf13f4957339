import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import calendarFile from '../../../../prisma/seed/data/calendar.json' with { type: 'json' };
import ruleRows from '../../../../prisma/seed/data/clock-rules.json' with { type: 'json' };
import goldenRows from './golden-clocks.json' with { type: 'json' };
import { addDays, dateOfDayNumber, dayNumber, diffDays, plainDate, type PlainDate } from '../shared/plain-date.js';
import { calendarOf, dayKind, isCovered, isWorkday } from '../shared/working-days.js';
import type { ClockEvent } from './clock-event.js';
import { clock } from './clock.js';
import { clockRuleId, ruleInForce, type ClockRule } from './clock-rule.js';
import { traceSentence, type ClockTrace } from './clock-trace.js';
import { goldenFacts, goldenRule, type GoldenClock } from './golden-clocks.js';
import { readCalendar, readClockRules } from './read-rows.js';

const calendar = calendarOf(readCalendar(calendarFile));
const rules = readClockRules(ruleRows);
const golden = goldenRows as unknown as GoldenClock[];
const ruleOf = (code: string, on = '2026-01-01') => ruleInForce(rules, code, plainDate(on))!;
const started = (on: PlainDate): ClockEvent => ({ type: 'started', on });
const dueOf = (rule: ClockRule, ...events: ClockEvent[]) => clock(rule, events, calendar, events.at(-1)!.on).due;

const aDay = fc.integer({ min: dayNumber(plainDate('2004-01-01')), max: dayNumber(plainDate('2030-12-31')) }).map(dateOfDayNumber);
const aRule = fc.constantFrom(...rules.filter((rule) => rule.length !== null));

describe('the golden table', () => {
  it('holds more than two hundred cases, some worked out by hand', () => {
    expect(golden.length).toBeGreaterThanOrEqual(200);
    expect(golden.filter((row) => row.byHand).length).toBeGreaterThanOrEqual(40);
  });

  it.each(golden.map((row) => [row.rule, row.events[0]!.on, row.asOf, row.why, row] as const))(
    '%s from %s as of %s: %s',
    (_code, _on, _asOf, _why, row) => {
      expect(goldenFacts(clock(goldenRule(rules, row), row.events, calendar, row.asOf))).toEqual(goldenFacts(row));
    },
  );
});

describe('a clock', () => {
  it('never ends sooner for starting later', () => {
    fc.assert(
      fc.property(aRule, aDay, fc.integer({ min: 0, max: 40 }), (rule, on, later) => {
        expect(dueOf(rule, started(on)) <= dueOf(rule, started(addDays(on, later)))).toBe(true);
      }),
    );
  });

  it('moves by as many days as it was suspended, before its end is rolled', () => {
    const plain: ClockRule = { ...ruleOf('X7'), rollForward: false };
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 60 }), (on, after, days) => {
        const from = addDays(on, after);
        const due = dueOf(plain, started(on), { type: 'suspended', on: from }, { type: 'resumed', on: addDays(from, days) });
        expect(due).toBe(addDays(dueOf(plain, started(on)), days));
      }),
    );
  });

  it.each([
    ['a working day', '2025-04-01', '2025-04-02', '2025-04-03', '2025-04-03'],
    ['the working day after a rest day', '2025-04-01', '2025-04-02', '2025-04-05', '2025-04-07'],
    ['no later day', '2025-03-29', '2025-04-06', '2025-04-06', '2025-04-06'],
  ])('without days of its own, suspended since it began, is extended to %s', (_what, on, resumed, to, due) => {
    const bare: ClockRule = { ...ruleOf('X3'), unit: 'working', length: 0, suspendable: true };
    const events: ClockEvent[] = [
      started(plainDate(on)),
      { type: 'suspended', on: plainDate(on) },
      { type: 'resumed', on: plainDate(resumed) },
      { type: 'extended', on: plainDate(resumed), to: plainDate(to) },
    ];
    expect(dueOf(bare, ...events)).toBe(due);
  });

  it('moves by as many days as it was extended, before its end is rolled', () => {
    const plain: ClockRule = { ...ruleOf('X3'), rollForward: false };
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 45 }), (on, days) => {
        expect(diffDays(on, dueOf(plain, started(on), { type: 'extended', on, days }))).toBe(60 + Math.min(days, 30));
      }),
    );
  });

  it('ends on a working day', () => {
    fc.assert(
      fc.property(aRule, aDay, (rule, on) => {
        const due = dueOf(rule, started(on));
        expect(isWorkday(calendar, due), `${due} is ${dayKind(calendar, due)}`).toBe(true);
      }),
    );
  });

  it('never lands on a holiday that we know, and says when it does not know', () => {
    fc.assert(
      fc.property(aDay, (on) => {
        const { due, estimated } = clock(ruleOf('X3'), [started(on)], calendar, on);
        expect(estimated).toBe(!isCovered(calendar, due));
      }),
    );
  });

  it('counts as many working days as it has', () => {
    fc.assert(
      fc.property(aDay, (on) => {
        const { remainingWorkingDays } = clock(ruleOf('N3'), [started(on)], calendar, on);
        expect(remainingWorkingDays).toBe(10);
      }),
    );
  });

  it('tells in its trace every day from the first to the last, once', () => {
    fc.assert(
      fc.property(aRule, aDay, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 20 }), (rule, on, after, days) => {
        const suspendable: ClockRule = { ...rule, suspendable: true };
        const from = addDays(on, after);
        const { trace } = clock(
          suspendable,
          [started(on), { type: 'suspended', on: from }, { type: 'resumed', on: addDays(from, days) }],
          calendar,
          on,
        );
        const runs = trace.filter(
          (item): item is Extract<ClockTrace, { step: 'counted' | 'skipped' }> => item.step === 'counted' || item.step === 'skipped',
        );
        let next = addDays(on, 1);
        for (const run of runs) {
          expect(run.from).toBe(next);
          expect(diffDays(run.from, run.to) + 1).toBe(run.days);
          next = addDays(run.to, 1);
        }
        expect(trace).toContainEqual({ step: 'last-day', on: addDays(next, -1) });
      }),
    );
  });

  it('needs an event that starts it, and an end when the end is agreed', () => {
    const on = plainDate('2026-03-02');
    expect(() => clock(ruleOf('M2'), [], calendar, on)).toThrow(/no first event/);
    expect(() => clock(ruleOf('M9'), [started(on)], calendar, on)).toThrow(/no end was given/);
  });
});

describe('the trace', () => {
  const sentences = (row: { trace: readonly ClockTrace[] }, language: 'zh' | 'en') =>
    row.trace.map((item) => traceSentence(item, language));

  it('says why this date, in Chinese', () => {
    const on = plainDate('2026-02-12');
    expect(sentences(clock(ruleOf('M2'), [started(on)], calendar, on), 'zh')).toEqual([
      '适用规则：决定是否受理调解申请（M2，第1版），依据《企业劳动争议协商调解规定》（人社部令第17号）第二十二条（条文待核对）。',
      '2026-02-12起算，当日不计，自2026-02-13起计。',
      '期限3个工作日，休息日和法定节假日不计。',
      '2026-02-13计1日。',
      '2026-02-14计1日（调休上班）。',
      '2026-02-15至2026-02-23不计9日（春节）。',
      '2026-02-24计1日。',
      '期限末日为2026-02-24。',
    ]);
  });

  it('says why this date, in English', () => {
    const events: ClockEvent[] = [
      started(plainDate('2026-08-05')),
      { type: 'suspended', on: plainDate('2026-08-10') },
      { type: 'extended', on: plainDate('2026-09-20'), days: 40 },
      { type: 'met', on: plainDate('2026-11-04') },
    ];
    expect(sentences(clock(ruleOf('X3'), events, calendar, plainDate('2026-11-04')), 'en')).toEqual([
      'Rule X3, version 2: Finish handling. 《信访工作条例》',
      'It starts from 2026-08-05; that day is not counted, the first day is 2026-08-06.',
      'The period is 60 days; a last day that is no working day moves on.',
      'The suspension of 2026-08-10 changes nothing: the rule does not allow it.',
      '40 days were asked for; the rule allows 30.',
      'Extended on 2026-09-20 by 30 days.',
      '2026-08-06 to 2026-11-03: 90 counted.',
      'The last day of the period is 2026-11-03.',
      'Done on 2026-11-04, late.',
    ]);
  });

  it('says why the end moved, and what was assumed', () => {
    const rolled = clock(ruleOf('M5'), [started(plainDate('2026-02-03'))], calendar, plainDate('2026-02-03'));
    expect(sentences(rolled, 'zh')).toContain('2026-02-18为春节，顺延至2026-02-24。');
    expect(sentences(rolled, 'en')).toContain('2026-02-18 is no working day (Spring Festival): it moves to 2026-02-24.');
    const assumed = clock(ruleOf('X3'), [started(plainDate('2026-11-20'))], calendar, plainDate('2026-11-20'));
    expect(sentences(assumed, 'zh')).toContain('2027年放假安排尚未发布，按周一至周五上班推算，发布后重新计算。');
  });

  it('has a sentence in both languages for every step of the golden table', () => {
    const steps = new Set<string>();
    for (const row of golden) {
      for (const item of clock(goldenRule(rules, row), row.events, calendar, row.asOf).trace) {
        steps.add(item.step);
        for (const language of ['zh', 'en'] as const) expect(traceSentence(item, language)).not.toMatch(/undefined|null|NaN|\[object/);
      }
    }
    expect([...steps].sort()).toEqual([
      'agreed',
      'cancelled',
      'capped',
      'counted',
      'estimated',
      'extended',
      'ignored',
      'last-day',
      'length',
      'met',
      'restarted',
      'rolled',
      'rule',
      'skipped',
      'started',
      'suspended',
    ]);
  });
});

describe('the clock rules', () => {
  it('hold every clock of disputes, petitions, legal aid and hardship files', () => {
    expect([...new Set(rules.map((rule) => rule.code))]).toEqual([
      'M1',
      'M2',
      'M3',
      'M4',
      'M5',
      'M6',
      'M7',
      'M8',
      'M9',
      'M10',
      'M10w',
      'N1',
      'N2',
      'N3',
      'N4',
      'N5',
      'N6',
      'N7',
      'P1',
      'P2',
      'P3',
      'X1',
      'X2',
      'X2r',
      'X3',
      'X4',
      'X5',
      'X6',
      'X7',
      'X8',
      'X9',
      'L1',
      'L2',
      'L3',
      'L4',
      'L5',
      'L6',
      'H1',
      'H2',
      'H3',
      'H4',
    ]);
    expect(new Set(rules.map(clockRuleId)).size).toBe(rules.length);
  });

  it('govern by the day of receipt', () => {
    expect(ruleInForce(rules, 'X3', plainDate('2022-04-30'))?.citation.instrument).toContain('信访条例');
    expect(ruleInForce(rules, 'X3', plainDate('2022-05-01'))?.citation.instrument).toContain('信访工作条例');
    expect(ruleInForce(rules, 'M2', plainDate('2011-12-31'))).toBeUndefined();
    expect(ruleInForce(rules, 'M2', plainDate('2012-01-01'))?.length).toBe(3);
  });

  it('do not start a clock that rests on local practice only', () => {
    for (const rule of rules.filter(({ evidence }) => /local/.test(evidence))) {
      expect(rule.unverified).toBe(true);
      expect(ruleInForce(rules, rule.code, plainDate('2026-01-01'))).toBeUndefined();
    }
  });

  it('flag what is not proven, and never call an article read that was not', () => {
    for (const { evidence, unverified, citation, code } of rules) {
      if (/K-M|K-L|local|not found/.test(evidence)) expect(unverified, code).toBe(true);
      if (!/S1|S2|S3/.test(evidence)) expect(citation.checked, code).toBe(false);
    }
    for (const code of ['M2', 'M4', 'M5', 'X1', 'X2', 'X3']) expect(ruleOf(code).unverified, code).toBe(false);
  });
});
