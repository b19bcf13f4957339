import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  dateInShanghai,
  dateOfDayNumber,
  dayNumber,
  diffDays,
  firstOfMonth,
  isLeapYear,
  isPlainDate,
  lastOfMonth,
  parsePlainDate,
  plainDate,
  weekday,
} from './plain-date.js';

const anyDate = fc.integer({ min: dayNumber(plainDate('1600-01-01')), max: dayNumber(plainDate('2400-12-31')) }).map(dateOfDayNumber);

describe('a plain date', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('reads %s', (text) => {
    expect(parsePlainDate(text)).toBe(text);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    '',
    '０026-01-01',
  ])('refuses %s', (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow(RangeError);
  });

  it('knows leap years', () => {
    expect([1900, 2000, 2024, 2025, 2100].map(isLeapYear)).toEqual([false, true, true, false, false]);
  });

  it('counts days as JavaScript does in UTC', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const utc = new Date(`${date}T00:00:00Z`);
        expect(dayNumber(date)).toBe(utc.getTime() / 86_400_000);
        expect(weekday(date)).toBe(utc.getUTCDay() === 0 ? 7 : utc.getUTCDay());
        expect(dateOfDayNumber(dayNumber(date))).toBe(date);
      }),
      { numRuns: 2000 },
    );
  });

  it('adds and takes days', () => {
    expect(addDays(plainDate('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(plainDate('2024-03-01'), -1)).toBe('2024-02-29');
    expect(diffDays(plainDate('2025-12-31'), plainDate('2026-01-01'))).toBe(1);
    expect(diffDays(plainDate('2026-01-01'), plainDate('2025-12-31'))).toBe(-1);
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-11-30', 3, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -13, '2022-12-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(plainDate(from), months)).toBe(to);
  });

  it('ends a year on the same date, or on the last day of February', () => {
    expect(addYears(plainDate('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(plainDate('2024-02-29'), 4)).toBe('2028-02-29');
    expect(addYears(plainDate('2025-07-01'), 1)).toBe('2026-07-01');
  });

  it('knows the ends of a month and the order of dates', () => {
    expect(firstOfMonth(plainDate('2026-02-17'))).toBe('2026-02-01');
    expect(lastOfMonth(plainDate('2024-02-17'))).toBe('2024-02-29');
    expect(['2026-02-01', '2025-12-31'].map(plainDate).sort(compareDates)).toEqual(['2025-12-31', '2026-02-01']);
  });

  it('turns the day at midnight in Shanghai, wherever the machine stands', () => {
    expect(dateInShanghai(Date.UTC(2026, 0, 31, 15, 59, 59, 999))).toBe('2026-01-31');
    expect(dateInShanghai(Date.UTC(2026, 0, 31, 16, 0, 0, 0))).toBe('2026-02-01');
    expect(dateInShanghai(-1)).toBe('1970-01-01');
  });
});
