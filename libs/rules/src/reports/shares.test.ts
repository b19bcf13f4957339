import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf, changeText, direction } from './change.js';
import { percentText, rate, shares } from './shares.js';

const counts = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 40 });

test('shares add up to exactly 100.0 %, whatever the counts', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const parts = shares(given);
      if (given.every((count) => count === 0)) return parts.every((part) => part === null);
      return parts.reduce<number>((sum, part) => sum + part!, 0) === 1000;
    }),
  );
});

test('a share is never more than a tenth away from the exact one, and never falls as the count rises', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const total = given.reduce((sum, count) => sum + count, 0);
      fc.pre(total > 0);
      const parts = shares(given);
      return given.every(
        (count, i) =>
          Math.abs(parts[i]! - (count / total) * 1000) < 1 && given.every((other, j) => count <= other || parts[i]! >= parts[j]!),
      );
    }),
  );
});

test('equal thirds give the odd tenth to the first', () => {
  expect(shares([1, 1, 1])).toEqual([334, 333, 333]);
});

test('the seeds’ success rate is 92.8 %', () => {
  expect(percentText(rate(1321, 1424))).toBe('92.8%');
});

test('a rate is rounded half up', () => {
  expect(rate(1, 2000)).toBe(1);
  expect(rate(-1, 2000)).toBe(-1);
  expect(rate(1, 2001)).toBe(0);
});

test('without a base there is no change to speak of', () => {
  expect(changeText(changeOf(5, 0))).toBe('—');
  expect(changeText(changeOf(0, 0))).toBe('—');
});

test('up, down and level are what the figures say', () => {
  expect([changeText(changeOf(112, 100)), direction(changeOf(112, 100)!).zh]).toEqual(['+12.0%', '上升']);
  expect([changeText(changeOf(96, 100)), direction(changeOf(96, 100)!).zh]).toEqual(['-4.0%', '下降']);
  expect([changeText(changeOf(100, 100)), direction(changeOf(100, 100)!).zh]).toEqual(['0.0%', '持平']);
});
