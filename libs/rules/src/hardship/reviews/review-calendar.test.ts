import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, plainDate } from '../../shared/plain-date.js';
import { hardshipClasses, type HardshipClass } from '../codes.js';
import { nextReview, reviewReasons, suzhouReviewPlan, type ReviewedFile } from './review-calendar.js';

const day = plainDate;
const withoutRound = { ...suzhouReviewPlan, round: null };
const file: ReviewedFile = {
  hardshipClass: 'deep', reviewedOn: day('2026-01-15'), employment: 'employed', netFen: 60_000, thresholdFen: 120_800, endings: [], happenings: [],
}; // prettier-ignore

describe('the next review', () => {
  it.each([
    ['after twelve months', {}, '2027-01-15', ['yearly']],
    ['sooner after an event', { hardshipClass: 'sudden' as const }, '2026-07-15', ['sudden', 'yearly']],
    ['sooner with unsteady work', { employment: 'flexible' as const }, '2026-07-15', ['volatile', 'yearly']],
    ['sooner near the threshold', { netFen: 108_720 }, '2026-07-15', ['near', 'yearly']],
    ['not so at a fen farther off', { netFen: 108_719 }, '2027-01-15', ['yearly']],
    ['near from above as well', { netFen: 132_880 }, '2026-07-15', ['near', 'yearly']],
    [
      'soonest with two risks',
      { hardshipClass: 'stricken' as const, employment: 'unemployed' as const },
      '2026-04-15',
      ['sudden', 'volatile', 'yearly'],
    ],
    [
      'no sooner with three',
      { hardshipClass: 'sudden' as const, employment: 'migrant' as const, netFen: 120_800 },
      '2026-04-15',
      ['sudden', 'volatile', 'near', 'yearly'],
    ],
    [
      'when the child leaves school',
      { endings: [{ reason: 'schooling-ends' as const, on: day('2026-06-30') }] },
      '2026-06-30',
      ['schooling-ends', 'yearly'],
    ],
    ['not for what ended before', { endings: [{ reason: 'benefit-ends' as const, on: day('2026-01-15') }] }, '2027-01-15', ['yearly']],
    [
      'not for what ends after the year',
      { endings: [{ reason: 'schooling-ends' as const, on: day('2027-06-30') }] },
      '2027-01-15',
      ['yearly'],
    ],
    [
      'thirty days after money was won',
      { happenings: [{ reason: 'money-won' as const, on: day('2026-03-01') }] },
      '2026-03-31',
      ['money-won', 'yearly'],
    ],
    [
      'thirty days after a new standard',
      { happenings: [{ reason: 'standard-changed' as const, on: day('2026-07-01') }] },
      '2026-07-31',
      ['standard-changed', 'yearly'],
    ],
    [
      'not for what the last review knew',
      { happenings: [{ reason: 'member-died' as const, on: day('2026-01-14') }] },
      '2027-01-15',
      ['yearly'],
    ],
  ])('is due %s', (_, change, on, reasons) => {
    const next = nextReview(withoutRound, { ...file, ...change });
    expect([next.on, next.reasons.map(({ reason }) => reason)]).toEqual([on, reasons]);
  });

  it('names a new standard also for a file whose review is long past its day', () => {
    const late = { ...file, reviewedOn: day('2012-03-01'), happenings: [{ reason: 'standard-changed' as const, on: day('2026-07-01') }] };
    expect(nextReview(withoutRound, late)).toEqual({
      on: '2013-03-01',
      reasons: [
        { reason: 'yearly', on: '2013-03-01' },
        { reason: 'standard-changed', on: '2026-07-31', happenedOn: '2026-07-01' },
      ],
    });
  });

  it.each([
    ['2026-01-15', '2026-10-31'],
    ['2026-08-31', '2026-10-31'],
    ['2026-09-01', '2027-09-01'],
    ['2026-10-31', '2027-10-31'],
    ['2026-11-20', '2027-10-31'],
  ])('after one on %s falls, with the yearly declaration, on %s', (reviewedOn, on) => {
    expect(nextReview(suzhouReviewPlan, { ...file, reviewedOn: day(reviewedOn) }).on).toBe(on);
  });

  it('never lies later than a year, nor on the day of the last one, and no risk puts it off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.constantFrom(...(Object.keys(hardshipClasses) as HardshipClass[])),
        fc.constantFrom('employed', 'flexible', 'retired', undefined),
        fc.option(fc.integer({ min: 0, max: 300_000 }), { nil: undefined }),
        fc.array(fc.integer({ min: -400, max: 800 }), { maxLength: 3 }),
        fc.integer({ min: 0, max: 400 }),
        (offset, hardshipClass, employment, netFen, ends, happened) => {
          const reviewedOn = addDays(day('2020-01-01'), offset);
          const endings = ends.map((days) => ({ reason: 'treatment-ends' as const, on: addDays(reviewedOn, days) }));
          const before = { ...file, reviewedOn, hardshipClass, employment, netFen, endings };
          const { on, reasons } = nextReview(suzhouReviewPlan, before);
          expect(on > reviewedOn && on <= addMonths(reviewedOn, 12)).toBe(true);
          expect(reasons[0]!.on).toBe(on);
          expect([...reasons].sort((a, b) => (a.on < b.on ? -1 : 1)).map((one) => one.on)).toEqual(reasons.map((one) => one.on));
          const more = [{ reason: 'household-changed' as const, on: addDays(reviewedOn, happened) }];
          expect(nextReview(suzhouReviewPlan, { ...before, employment: 'flexible', happenings: more }).on <= on).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has words for every reason, and owns that its lengths are not proven', () => {
    for (const { zh, en } of Object.values(reviewReasons)) expect(zh && en).toBeTruthy();
    expect(suzhouReviewPlan.unverified).toBe(true);
  });
});
