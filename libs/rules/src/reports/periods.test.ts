import { expect, test } from 'vitest';
import { plainDate } from '../shared/plain-date.js';
import { monthBefore, periodsOf, readPeriod, spanOf } from './periods.js';

test('January looks back into the year before, and its year to date is itself', () => {
  const january = periodsOf('month', plainDate('2012-01-01'));
  expect([january.before?.id, january.lastYear.id, january.toDate.id, january.lastYearToDate.id]).toEqual([
    '2011-12',
    '2011-01',
    '2012-01',
    '2011-01',
  ]);
});

test('a February ends on the day that its own year has', () => {
  const february = periodsOf('month', plainDate('2012-02-01'));
  expect([february.now.to, february.lastYear.to, february.lastYearToDate.to]).toEqual(['2012-02-29', '2011-02-28', '2011-02-28']);
});

test('December’s year to date is the year', () => {
  expect(periodsOf('month', plainDate('2012-12-01')).toDate.id).toBe('2012');
});

test('a span says itself in its id', () => {
  const id = (from: string, to: string) => spanOf(plainDate(from), plainDate(to)).id;
  expect([
    id('2012-03-31', '2012-03-31'),
    id('2012-03-01', '2012-03-31'),
    id('2012-01-01', '2012-12-31'),
    id('2012-01-01', '2012-05-31'),
  ]).toEqual(['2012-03-31', '2012-03', '2012', '2012-01~2012-05']);
});

test('a period is read as it is asked for, and as nothing else', () => {
  expect(readPeriod('month', '2012-02')?.to).toBe('2012-02-29');
  expect(readPeriod('year', '2012')?.from).toBe('2012-01-01');
  for (const [kind, text] of [
    ['month', '2012'],
    ['year', '2012-02'],
    ['month', '2012-00'],
    ['month', '2012-2'],
    ['year', '1989'],
    ['month', '0000-01'],
  ] as const)
    expect(readPeriod(kind, text)).toBeUndefined();
});

test('the first of a month reports on the month before', () => {
  expect([monthBefore(plainDate('2013-01-01')).id, monthBefore(plainDate('2012-03-15')).id]).toEqual(['2012-12', '2012-02']);
});
