import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf } from '../../shared/money.js';
import { householdFigures } from '../eligibility/household.js';
import { checkWorksheet, computeWorksheet, perCapitaMonth, type Worksheet, type WorksheetLine } from './worksheet.js';

let next = 0;
const line = (more: Partial<WorksheetLine>): WorksheetLine =>
  ({
    id: `l${(next += 1)}`,
    memberId: 'father',
    side: 'income',
    kind: 'wages',
    amountFen: 0,
    frequency: 'monthly',
    voucherId: `v${next}`,
    ...more,
  }) as WorksheetLine;
const sheet = (...lines: WorksheetLine[]): Worksheet => ({ memberIds: ['father', 'mother', 'child'], lines });
const codeOf = (worksheet: Worksheet) => checkWorksheet(worksheet)?.code;

/** Wages 3,200.00 a month and seven months of 1,850.00, a pension of 600.50, aid of 2,000.00; bills, tuition and a bus ticket. */
const family = sheet(
  line({ amountFen: 320_000 }),
  line({ memberId: 'mother', amountFen: 185_000, months: 7 }),
  line({ memberId: 'mother', kind: 'pension', amountFen: 60_050 }),
  line({ side: 'not-counted', kind: 'one-off-aid', amountFen: 200_000, frequency: 'yearly', voucherId: null }),
  line({ side: 'outlay', kind: 'medical', amountFen: 1_234_567, frequency: 'yearly' }),
  line({ memberId: 'child', side: 'outlay', kind: 'schooling', amountFen: 850_000, frequency: 'yearly' }),
  line({ side: 'outlay', kind: 'workCost', amountFen: 12_000, voucherId: null }),
);

describe('the worksheet', () => {
  it('adds up by member, by kind and for the household', () => {
    expect(checkWorksheet(family)).toBeUndefined();
    const totals = computeWorksheet(family);
    // 38,400.00 + 12,950.00 + 7,206.00 = 58,556.00 and 12,345.67 + 8,500.00 + 1,440.00 = 22,285.67
    expect(totals).toMatchObject({ persons: 3, incomeYearFen: 5_855_600, notCountedYearFen: 200_000, outlayYearFen: 2_228_567 });
    expect(totals.members).toEqual([
      { memberId: 'father', incomeYearFen: 3_840_000, notCountedYearFen: 200_000, outlayYearFen: 1_378_567 },
      { memberId: 'mother', incomeYearFen: 2_015_600, notCountedYearFen: 0, outlayYearFen: 0 },
      { memberId: 'child', incomeYearFen: 0, notCountedYearFen: 0, outlayYearFen: 850_000 },
    ]);
    expect(totals.outlayByKindFen).toEqual({
      medical: 1_234_567,
      schooling: 850_000,
      aids: 0,
      rehabilitation: 0,
      care: 0,
      workCost: 144_000,
      event: 0,
    });
    // 58,556.00 ÷ 12 = 4,879.666…; ÷ 36 = 1,626.555…; (58,556.00 − 22,285.67) ÷ 36 = 1,007.509…
    expect(totals).toMatchObject({ incomeMonthFen: 487_967, incomePerCapitaMonthFen: 162_656, netPerCapitaMonthFen: 100_751 });
    expect(totals.missingVouchers).toEqual([family.lines[3]!.id, family.lines[6]!.id]);
    expect(householdFigures(totals)).toMatchObject({ persons: 3, income: 5_855_600, medical: 1_234_567, event: 0 });
  });

  it('rounds once, at the end, half up', () => {
    const of = (...amounts: number[]) => computeWorksheet(sheet(...amounts.map((amountFen) => line({ amountFen, frequency: 'yearly' }))));
    expect(of(17).incomePerCapitaMonthFen).toBe(0);
    expect(of(18).incomePerCapitaMonthFen).toBe(1);
    // Three lines of 12 fen: each alone would round to nothing, together they are a fen.
    expect(of(12, 12, 12).incomePerCapitaMonthFen).toBe(1);
    expect(computeWorksheet(sheet(line({ side: 'outlay', kind: 'care', amountFen: 18, frequency: 'yearly' }))).netPerCapitaMonthFen).toBe(
      -1,
    );
  });

  it('names a voucher that proves two lines', () => {
    const shared = sheet(line({ voucherId: 'bill' }), line({ side: 'outlay', kind: 'medical', voucherId: 'bill' }), line({}));
    expect(computeWorksheet(shared).sharedVouchers).toEqual(['bill']);
    expect(computeWorksheet(family).sharedVouchers).toEqual([]);
  });

  it.each([
    [{ memberIds: [], lines: [] }, 'hardship.worksheet-empty'],
    [{ memberIds: ['a', 'a'], lines: [] }, 'hardship.worksheet-member-twice'],
    [sheet(line({ memberId: 'lodger' })), 'hardship.worksheet-stranger'],
    [sheet(line({ kind: 'medical' as never })), 'hardship.worksheet-kind'],
    [sheet(line({ amountFen: -1 })), 'hardship.worksheet-amount'],
    [sheet(line({ amountFen: 1.5 })), 'hardship.worksheet-amount'],
    [sheet(line({ months: 13 })), 'hardship.worksheet-months'],
    [sheet(line({ months: 0 })), 'hardship.worksheet-months'],
    [sheet(line({ frequency: 'yearly', months: 3 })), 'hardship.worksheet-months'],
    [sheet(line({ months: 12 })), undefined],
    [{ memberIds: ['a'], lines: [] }, undefined],
  ] as const)('of %o is refused as %s', (worksheet, code) => {
    expect(codeOf(worksheet)).toBe(code);
  });

  it('says which line is wrong', () => {
    expect(checkWorksheet(sheet(line({}), line({ amountFen: -5 })))?.sentence('zh')).toContain('第2行');
  });
});

describe('per person and month', () => {
  it('is the same share as money’s own, of whatever amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000_000, max: 2_000_000_000_000 }), fc.integer({ min: 1, max: 30 }), (year, persons) => {
        expect(perCapitaMonth(year, persons)).toBe(shareOf(year, 1, 12 * persons));
      }),
    );
    expect(Object.is(perCapitaMonth(-1, 3), 0)).toBe(true);
  });

  it.each([0, -1, 1.5])('is refused for %d persons', (persons) => {
    expect(() => perCapitaMonth(100, persons)).toThrow(RangeError);
  });
});
