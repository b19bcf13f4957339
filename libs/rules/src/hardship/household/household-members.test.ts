import { describe, expect, it } from 'vitest';
import { plainDate } from '../../shared/plain-date.js';
import { consentsNeeded, mayJoinHousehold, mayLeaveHousehold, mayRecordConsent } from './household-members.js';

const today = plainDate('2026-11-20');
const day = plainDate;

describe('a household', () => {
  const joining = { relation: 'spouse', joinedOn: day('2026-11-20'), today, alreadyMember: false } as const;
  it.each([
    [{}, undefined],
    [{ joinedOn: undefined }, undefined],
    [{ relation: 'holder' as const }, 'hardship.one-holder'],
    [{ alreadyMember: true }, 'hardship.member-already'],
    [{ joinedOn: day('2026-11-21') }, 'hardship.day-in-future'],
  ])('is joined with %o', (change, code) => {
    expect(mayJoinHousehold({ ...joining, ...change })?.code).toBe(code);
  });

  const parting = { isHolder: false, joinedOn: day('2026-01-01'), leftOn: day('2026-11-20'), today };
  it.each([
    [{}, undefined],
    [{ joinedOn: null }, undefined],
    [{ leftOn: day('2026-01-01') }, undefined],
    [{ isHolder: true }, 'hardship.holder-stays'],
    [{ leftOn: day('2026-11-21') }, 'hardship.day-in-future'],
    [{ leftOn: day('2025-12-31') }, 'hardship.left-before-joined'],
  ])('is left with %o', (change, code) => {
    expect(mayLeaveHousehold({ ...parting, ...change })?.code).toBe(code);
  });
});

describe('a signature', () => {
  it.each([
    [true, '1980-01-01', ['application', 'verification']],
    [true, null, ['application', 'verification']],
    [false, '1980-01-01', ['verification']],
    [false, null, ['verification']],
    [false, '2008-11-20', ['verification']],
    [false, '2008-11-21', []],
    [false, '2012-11-20', []],
    [false, '2012-11-21', ['guardian']],
    [true, '2009-01-01', ['application']],
  ])('of a member (holder: %s, born %s) is %o', (isHolder, born, needed) => {
    const member = { isHolder, birthDate: born === null ? null : day(born) };
    expect(consentsNeeded(member, today)).toEqual(needed);
    for (const kind of ['application', 'verification', 'guardian'] as const)
      expect(mayRecordConsent(kind, member, today, today)?.code).toBe(
        needed.includes(kind) ? undefined : 'hardship.consent-not-called-for',
      );
  });

  it('does not lie in the future', () => {
    const member = { isHolder: true, birthDate: null };
    expect(mayRecordConsent('application', member, day('2026-11-21'), today)?.code).toBe('hardship.day-in-future');
  });
});
