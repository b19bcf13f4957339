import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import calendarFile from '../../../../prisma/seed/data/calendar.json' with { type: 'json' };
import { readCalendar } from '../deadlines/read-rows.js';
import { addDays, dateOfDayNumber, dayNumber, plainDate, weekday } from './plain-date.js';
import {
  addCalendarDaysRollForward,
  addWorkdays,
  calendarOf,
  dayKind,
  isCovered,
  isWorkday,
  rollForward,
  workdaysBetween,
} from './working-days.js';

const calendar = calendarOf(readCalendar(calendarFile));
const aDay = fc.integer({ min: dayNumber(plainDate('2003-01-01')), max: dayNumber(plainDate('2029-12-31')) }).map(dateOfDayNumber);

/** Typed from the notices of the State Council's General Office. */
const makeUpDays = {
  2024: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  2025: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  2026: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
};
const holidays = {
  2024: [
    ['01-01', 1],
    ['02-10', 8],
    ['04-04', 3],
    ['05-01', 5],
    ['06-10', 1],
    ['09-15', 3],
    ['10-01', 7],
  ],
  2025: [
    ['01-01', 1],
    ['01-28', 8],
    ['04-04', 3],
    ['05-01', 5],
    ['05-31', 3],
    ['10-01', 8],
  ],
  2026: [
    ['01-01', 3],
    ['02-15', 9],
    ['04-04', 3],
    ['05-01', 5],
    ['06-19', 3],
    ['09-25', 3],
    ['10-01', 7],
  ],
} as const;

describe('the working-day calendar', () => {
  it.each([2024, 2025, 2026] as const)('of %i is that of the notice, day by day', (year) => {
    const off = new Set(
      holidays[year].flatMap(([first, length]) => Array.from({ length }, (_, offset) => addDays(plainDate(`${year}-${first}`), offset))),
    );
    const on = new Set(makeUpDays[year].map((day) => plainDate(`${year}-${day}`)));
    for (let day = plainDate(`${year}-01-01`); day <= plainDate(`${year}-12-31`); day = addDays(day, 1)) {
      const kind = on.has(day) ? '调休上班' : off.has(day) ? '法定节假日' : weekday(day) >= 6 ? '休息日' : '工作日';
      expect(dayKind(calendar, day), day).toBe(kind);
    }
  });

  it('covers 2004 to 2026 and says where it does not', () => {
    expect(['2003-12-31', '2004-01-01', '2026-12-31', '2027-01-01'].map((day) => isCovered(calendar, plainDate(day)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isWorkday(calendar, plainDate('2027-10-01'))).toBe(true);
    expect(addWorkdays(calendar, plainDate('2026-12-30'), 1)).toEqual({ date: '2026-12-31', estimated: false });
    expect(addWorkdays(calendar, plainDate('2026-12-31'), 1)).toEqual({ date: '2027-01-01', estimated: true });
    expect(addWorkdays(calendar, plainDate('2026-12-31'), 0)).toEqual({ date: '2026-12-31', estimated: false });
  });

  it('rolls a holiday to the next working day, and leaves a make-up Saturday alone', () => {
    expect(rollForward(calendar, plainDate('2026-02-15'))).toEqual({ date: '2026-02-24', estimated: false });
    expect(rollForward(calendar, plainDate('2026-02-14'))).toEqual({ date: '2026-02-14', estimated: false });
    expect(addCalendarDaysRollForward(calendar, plainDate('2026-09-16'), 15)).toEqual({ date: '2026-10-08', estimated: false });
    expect(addCalendarDaysRollForward(calendar, plainDate('2026-12-20'), 13)).toEqual({ date: '2027-01-04', estimated: true });
  });

  it('lets a day that was added by hand win over the weekday', () => {
    const typhoon = calendarOf({
      coveredYears: [2026],
      days: [
        { day: plainDate('2026-07-15'), kind: '休息日', name: '台风停工' },
        { day: plainDate('2026-07-18'), kind: '工作日', name: '' },
      ],
    });
    expect(['2026-07-15', '2026-07-18'].map((day) => isWorkday(typhoon, plainDate(day)))).toEqual([false, true]);
  });

  it('counts back what it counted forth', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 60 }), (from, count) => {
        const { date } = addWorkdays(calendar, from, count);
        expect(workdaysBetween(calendar, from, date)).toBe(count);
        expect(workdaysBetween(calendar, date, from)).toBe(0 - count);
        if (count > 0) expect(isWorkday(calendar, date)).toBe(true);
      }),
    );
  });

  it('counts by the week what is there by the day, also before and after the calendar', () => {
    const anyDay = fc.integer({ min: dayNumber(plainDate('1965-01-01')), max: dayNumber(plainDate('2040-12-31')) });
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 4000 }), (from, days) => {
        const each = Array.from({ length: days }, (_, offset) => dateOfDayNumber(from + 1 + offset));
        const counted = workdaysBetween(calendar, dateOfDayNumber(from), dateOfDayNumber(from + days));
        expect(counted).toBe(each.filter((day) => isWorkday(calendar, day)).length);
      }),
    );
  });

  it('counts working days over Spring Festival', () => {
    expect(workdaysBetween(calendar, plainDate('2026-02-13'), plainDate('2026-02-28'))).toBe(6);
    expect(workdaysBetween(calendar, plainDate('2026-02-28'), plainDate('2026-02-13'))).toBe(-6);
  });
});
