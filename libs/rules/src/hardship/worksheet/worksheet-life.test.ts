import { describe, expect, it } from 'vitest';
import { plainDate } from '../../shared/plain-date.js';
import { mustStillHold, presentHousehold } from '../eligibility/present-household.js';
import { computeWorksheet } from './worksheet.js';
import {
  mayCheckWorksheet,
  mayDropWorksheet,
  mayFillIn,
  maySignWorksheet,
  mustBeReckonedAnew,
  periodIsPossible,
  periodSpeaksOf,
  yearBefore,
  yearFrom,
  type WorksheetStatus,
} from './worksheet-life.js';

const day = plainDate;
const today = day('2026-11-20');
const statuses: readonly WorksheetStatus[] = ['draft', 'signed', 'checked', 'dropped'];
const sheet = { memberIds: ['a', 'b'], lines: [], reckonedBy: ['clerk'] };

describe('a worksheet', () => {
  it('covers the twelve months before, or those from a day on, and reaches not beyond today', () => {
    expect(yearBefore(today)).toEqual({ from: '2025-11-01', to: '2026-10-31' });
    expect(yearFrom(day('2024-03-01'))).toEqual({ from: '2024-03-01', to: '2025-02-28' });
    expect(periodIsPossible(yearFrom(day('2025-11-21')), today)).toBeUndefined();
    expect(periodIsPossible(yearFrom(day('2025-11-22')), today)?.code).toBe('hardship.worksheet-period');
  });

  it.each([
    ['2025-11-01', '2026-11-30', true],
    ['2025-08-01', '2026-11-30', true],
    ['2025-07-01', '2026-11-30', false],
    ['2025-11-01', '2027-10-11', false],
    ['2027-02-01', '2028-05-29', true],
  ])('of the year from %s speaks of a household on %s: %s', (from, on, speaks) => {
    expect(periodSpeaksOf(yearFrom(day(from)), day(on))?.code).toBe(speaks ? undefined : 'hardship.worksheet-period-old');
  });

  it('is reckoned anew for every decision', () => {
    const [noon, later] = [new Date('2027-10-11T04:00:00Z'), new Date('2027-10-11T05:00:00Z')];
    expect(mustBeReckonedAnew({ startedAt: later, decidedAt: noon })).toBeUndefined();
    expect(mustBeReckonedAnew({ startedAt: noon, decidedAt: null })).toBeUndefined();
    expect(mustBeReckonedAnew({ startedAt: noon, decidedAt: noon })?.code).toBe('hardship.worksheet-of-before');
  });

  it.each(statuses)('as %s is filled in, signed, checked and dropped in its own turn only', (status) => {
    const signing = { status, sheet, members: ['b', 'a'], signedOn: today, today };
    const checking = { status, sheet, members: ['a', 'b'], totals: computeWorksheet(sheet), checker: 'officer' };
    expect(
      [mayFillIn(status), maySignWorksheet(signing), mayCheckWorksheet(checking), mayDropWorksheet(status)].map((why) => why === undefined),
    ).toEqual(
      {
        draft: [true, true, false, true],
        signed: [false, false, true, true],
        checked: [false, false, false, false],
        dropped: [false, false, false, false],
      }[status],
    );
  });

  it('is signed for the household as it is, not tomorrow', () => {
    const signing = { status: 'draft', sheet, members: ['a', 'b'], signedOn: today, today } as const;
    expect(maySignWorksheet({ ...signing, members: ['a'] })?.code).toBe('hardship.worksheet-household-changed');
    expect(maySignWorksheet({ ...signing, members: ['a', 'c'] })?.code).toBe('hardship.worksheet-household-changed');
    expect(maySignWorksheet({ ...signing, signedOn: day('2026-11-21') })?.code).toBe('hardship.day-in-future');
  });

  const checking = {
    status: 'signed',
    sheet,
    members: ['a', 'b'],
    totals: { missingVouchers: [], sharedVouchers: [] },
    checker: 'officer',
  } as const;
  it.each([
    [{}, undefined],
    [{ checker: 'clerk' }, 'hardship.second-person-needed'],
    [{ members: ['a'] }, 'hardship.worksheet-household-changed'],
    [{ totals: { missingVouchers: ['1'], sharedVouchers: [] } }, 'hardship.vouchers-missing'],
    [{ totals: { missingVouchers: [], sharedVouchers: ['v'] } }, 'hardship.voucher-shared'],
  ])('is checked with %o', (change, code) => {
    expect(mayCheckWorksheet({ ...checking, ...change })?.code).toBe(code);
  });
});

describe('the household that a rule is asked about', () => {
  const known = {
    division: '320508',
    mainCause: 'schooling',
    otherCauses: ['uninsured'],
    employment: null,
    members: 3,
    answers: { dwellings: 1, savings: null },
  } as const;
  it('leaves out what is not known, and takes the figures from the worksheet', () => {
    expect(presentHousehold(known, undefined)).toEqual({
      division: '320508',
      persons: 3,
      causes: ['schooling', 'uninsured'],
      dwellings: 1,
    });
    expect(presentHousehold(known, computeWorksheet(sheet))).toMatchObject({ persons: 2, income: 0, medical: 0, dwellings: 1 });
    expect(presentHousehold({ ...known, members: 0 }, undefined).persons).toBe(1);
  });

  it('is the one that was assessed, in whatever order it was written down', () => {
    const present = presentHousehold(known, computeWorksheet(sheet));
    const kept = Object.fromEntries(Object.entries(present).reverse()) as typeof present;
    expect(mustStillHold(kept, present)).toBeUndefined();
    expect(mustStillHold({ ...kept, income: 1 }, present)?.code).toBe('hardship.assessment-outdated');
    expect(mustStillHold({ ...kept, causes: ['schooling'] }, present)?.code).toBe('hardship.assessment-outdated');
  });
});
