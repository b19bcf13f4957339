import { describe, expect, it } from 'vitest';
import { plainDate } from '../../shared/plain-date.js';
import { lacksContact, mayGoOnWithPair, mayPair } from './pairing.js';

const day = plainDate;
const today = day('2026-11-20');
const family = { status: 'active', pairedWith: null, on: day('2026-11-01'), filedOn: day('2026-03-01'), today } as const;
const pair = { pairedOn: day('2026-05-01'), endedOn: null, on: day('2026-11-01'), today };

describe('a pairing', () => {
  it.each([
    ['a family on file', {}, undefined],
    ['a family under review', { status: 'under_review' as const }, undefined],
    ['an applicant', { status: 'notice' as const }, 'hardship.pair-not-on-file'],
    ['a family that was lifted', { status: 'lifted' as const }, 'hardship.pair-not-on-file'],
    ['a family that has a cadre', { pairedWith: '钱进' }, 'hardship.pair-already'],
    ['a family before it came on file', { on: day('2026-02-28') }, 'hardship.pair-day'],
    ['a family tomorrow', { on: day('2026-11-21') }, 'hardship.pair-day'],
  ])('of %s', (_, change, code) => expect(mayPair({ ...family, ...change })?.code).toBe(code));

  it.each([
    ['goes on', {}, undefined],
    ['does not go on once it has ended', { endedOn: day('2026-10-01') }, 'hardship.pair-ended'],
    ['has no contact before it began', { on: day('2026-04-30') }, 'hardship.pair-day'],
    ['has no contact tomorrow', { on: day('2026-11-21') }, 'hardship.pair-day'],
  ])('%s', (_, change, code) => expect(mayGoOnWithPair({ ...pair, ...change })?.code).toBe(code));

  it.each([
    ['2026-08-20', '2026-01-01', false],
    ['2026-08-19', '2026-01-01', true],
    [null, '2026-08-20', false],
    [null, '2026-08-19', true],
  ])('with the last contact on %s, paired on %s, lacks contact: %s', (last, paired, lacks) => {
    expect(lacksContact(last === null ? null : day(last), day(paired), today)).toBe(lacks);
  });
});
