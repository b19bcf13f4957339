import { describe, expect, it } from 'vitest';
import { chooseRecorder, type Recorder } from './hand-reviews.js';

const one = (userId: string, distance: number, alsoChecks = true): Recorder => ({ userId, name: userId, distance, alsoChecks });
const nobody = new Map<string, number>();

describe('whose list a review comes onto', () => {
  it('is nobody’s where nobody may', () => expect(chooseRecorder([], nobody)).toBeUndefined());

  it.each([
    ['the nearest', [one('city', 2), one('town', 0), one('district', 1)], {}, 'town'],
    ['the nearest, however long the list', [one('city', 2), one('town', 0)], { town: 900 }, 'town'],
    ['one who also checks', [one('a', 1, false), one('b', 1)], { b: 50 }, 'b'],
    ['who only records, if nobody nearer checks', [one('a', 0, false), one('b', 1)], {}, 'a'],
    ['the shorter list', [one('a', 1), one('b', 1), one('c', 1)], { a: 7, b: 3, c: 4 }, 'b'],
    ['the same one of equals every night', [one('b', 1), one('a', 1)], {}, 'a'],
  ])('is that of %s', (_, recorders, load, due) => {
    expect(chooseRecorder(recorders, new Map(Object.entries(load)))?.userId).toBe(due);
  });

  it('spreads a backlog evenly over equals', () => {
    const load = new Map([['a', 10]]);
    const equals = [one('a', 0), one('b', 0), one('c', 0)];
    for (let n = 0; n < 80; n += 1) {
      const { userId } = chooseRecorder(equals, load)!;
      load.set(userId, (load.get(userId) ?? 0) + 1);
    }
    expect([...load.values()].sort()).toEqual([30, 30, 30]);
  });
});
