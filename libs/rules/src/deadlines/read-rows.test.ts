import { describe, expect, it } from 'vitest';
import ruleRows from '../../../../prisma/seed/data/clock-rules.json' with { type: 'json' };
import { readCalendar, readClockRules } from './read-rows.js';

const [row] = ruleRows;

describe('a row of the clock rules', () => {
  it.each([
    [{ unit: 'fortnight' }, /M1 has no good unit/],
    [{ length: -1 }, /M1 has no good length/],
    [{ length: null }, /needs a length/],
    [{ validFrom: '2012-02-30' }, /no good validFrom/],
    [{ reminders: [2, 5] }, /no good reminders/],
    [{ citation: { instrument: '', article: null, checked: false } }, /no good citation/],
    [{ extend: { mostDays: 1.5, needs: 'head', notify: true } }, /no good extend/],
    [{ start: 'same-day' }, /no good start/],
  ])('is refused with %o', (change, message) => {
    expect(() => readClockRules([{ ...row!, ...change }])).toThrow(message);
  });

  it('is refused when two versions hold on one day', () => {
    expect(() => readClockRules([row!, { ...row!, version: 2, validFrom: '2020-01-01' }])).toThrow(/Two versions of the clock rule M1/);
    expect(
      readClockRules([
        { ...row!, validTo: '2019-12-31' },
        { ...row!, version: 2, validFrom: '2020-01-01' },
      ]),
    ).toHaveLength(2);
  });
});

describe('the calendar file', () => {
  const file = { source: 'a notice', coveredYears: [2026], days: [['2026-01-01', '法定节假日', '元旦']] };

  it('is read day by day', () => {
    expect(readCalendar(file).days).toEqual([{ day: '2026-01-01', kind: '法定节假日', name: '元旦' }]);
  });

  it.each([[['2026-02-30', '法定节假日', '春节']], [['2026-01-02', 'holiday', '元旦']], [[]]])('refuses the day %o', (day) => {
    expect(() => readCalendar({ ...file, days: [day as string[]] })).toThrow(/Not a day of the calendar/);
  });

  it('refuses a day that stands twice', () => {
    expect(() => readCalendar({ ...file, days: [...file.days, ...file.days] })).toThrow(/stands twice/);
  });
});
