import { describe, expect, it } from 'vitest';
import calendarFile from '../../../../prisma/seed/data/calendar.json' with { type: 'json' };
import ruleRows from '../../../../prisma/seed/data/clock-rules.json' with { type: 'json' };
import { plainDate } from '../shared/plain-date.js';
import { calendarOf } from '../shared/working-days.js';
import type { ClockEvent } from './clock-event.js';
import { ruleInForce } from './clock-rule.js';
import { mayAddClockEvent } from './may-add-event.js';
import { readCalendar, readClockRules } from './read-rows.js';
import { refuseClock } from './refusals.js';

const calendar = calendarOf(readCalendar(calendarFile));
const rules = readClockRules(ruleRows);
const on = (day: string) => plainDate(`2026-${day}`);
const begun: ClockEvent = { type: 'started', on: on('03-02') };
const suspended: ClockEvent = { type: 'suspended', on: on('03-05') };

const cases: [string, ClockEvent[], ClockEvent, string | undefined][] = [
  ['M2', [], begun, undefined],
  ['M2', [], { type: 'met', on: on('03-02') }, 'not-started'],
  ['M9', [], begun, 'end-missing'],
  ['M9', [], { ...begun, until: on('05-01') }, undefined],
  ['M2', [begun], begun, 'already-started'],
  ['M2', [begun], { type: 'met', on: on('03-01') }, 'before-last-event'],
  ['M2', [begun], { type: 'met', on: on('12-01') }, undefined],
  ['M2', [begun, { type: 'met', on: on('03-03') }], { type: 'cancelled', on: on('03-03') }, 'already-ended'],
  ['M2', [begun], { type: 'extended', on: on('03-03'), days: 3 }, 'not-allowed'],
  ['M2', [begun], suspended, 'not-allowed'],
  ['M5', [begun], { type: 'extended', on: on('03-17'), to: on('04-01') }, undefined],
  ['M5', [begun], { type: 'extended', on: on('03-18'), to: on('04-01') }, 'too-late'],
  ['M5', [begun], { type: 'extended', on: on('03-10'), to: on('03-17') }, 'not-later'],
  ['X3', [begun], { type: 'extended', on: on('03-10'), days: 30 }, undefined],
  ['X3', [begun], { type: 'extended', on: on('03-10'), days: 31 }, 'extension-too-long'],
  ['X3', [begun, { type: 'extended', on: on('03-10'), days: 20 }], { type: 'extended', on: on('03-11'), days: 11 }, 'extension-too-long'],
  ['X3', [begun], { type: 'extended', on: on('03-10'), to: on('06-30') }, 'extension-too-long'],
  ['X7', [begun], suspended, undefined],
  ['X7', [begun, suspended], { type: 'suspended', on: on('03-06') }, 'already-suspended'],
  ['X7', [begun, suspended], { type: 'resumed', on: on('03-06') }, undefined],
  ['X7', [begun], { type: 'resumed', on: on('03-06') }, 'not-suspended'],
  ['X7', [begun], { type: 'suspended', on: on('05-06') }, 'too-late'],
  ['M4', [begun], { type: 'restarted', on: on('03-06') }, 'not-allowed'],
  ['M10', [begun], { type: 'restarted', on: on('09-06') }, undefined],
];

describe('an event of a clock', () => {
  it.each(cases)('%s after %o: %o', (code, events, event, refused) => {
    expect(mayAddClockEvent(ruleInForce(rules, code, on('03-02'))!, events, event, calendar)?.code).toBe(refused && `deadlines.${refused}`);
  });

  it('cannot extend a suspended clock to a day', () => {
    const both = { ...ruleInForce(rules, 'X7', on('03-02'))!, extend: { mostDays: 30, needs: 'head', notify: true } as const };
    const refusal = mayAddClockEvent(both, [begun, suspended], { type: 'extended', on: on('03-06'), to: on('05-01') }, calendar);
    expect(refusal?.code).toBe('deadlines.suspended-without-end');
  });

  it('is refused with the day that matters', () => {
    const refusal = mayAddClockEvent(
      ruleInForce(rules, 'M5', on('03-02'))!,
      [begun],
      { type: 'extended', on: on('03-18'), to: on('04-01') },
      calendar,
    );
    expect(refusal?.sentence('zh')).toBe('时限已于2026-03-17届满，不能再变更。');
    for (const text of Object.values(refuseClock.texts)) expect(text.zh && text.en).toBeTruthy();
  });
});
