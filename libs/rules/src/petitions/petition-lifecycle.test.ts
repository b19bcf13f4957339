import { describe, expect, it } from 'vitest';
import { plainDate } from '../shared/plain-date.js';
import { isGroupVisit, petitionPurposes, petitionSubjectCodes, satisfactions } from './codes.js';
import {
  petitionClockEffects,
  petitionMoveLabels,
  petitionMoves,
  petitionStatuses,
  PETITION_BEGINS,
  type PetitionMove,
  type PetitionStatus,
} from './petition-lifecycle.js';
import {
  mayAcceptPetition,
  mayAssignOutPetition,
  mayClosePetition,
  mayDeclinePetition,
  mayExtendPetition,
  mayHandlePetition,
  mayMergePetition,
  mayReferPetition,
  mayReplyToPetition,
  petitionMoveOpen,
} from './petition-guards.js';

/** Written status by status; the table in the code is written move by move. */
const expected: Record<PetitionStatus, PetitionMove[]> = {
  registered: ['accept', 'decline', 'refer', 'assignOut', 'merge', 'answer', 'withdraw'],
  accepted: ['handle', 'withdraw'],
  not_accepted: ['close'],
  referred: ['close'],
  assigned_out: ['close'],
  merged: ['close'],
  handling: ['extend', 'reply', 'withdraw'],
  extended: ['handle', 'reply', 'withdraw'],
  replied: ['close'],
  review: [],
  reviewed: [],
  recheck: [],
  final: [],
  closed: [],
  archived: [],
};
const statuses = Object.keys(petitionStatuses) as PetitionStatus[];
const codeOf = (judgement: { code: string } | undefined) => judgement?.code;

describe('a petition', () => {
  it.each(statuses.flatMap((status) => petitionMoves.names.map((move) => [status, move] as const)))('when %s: %s', (status, move) => {
    const open = expected[status].includes(move);
    expect(petitionMoves.open(move, status)).toBe(open);
    expect(codeOf(petitionMoveOpen(move, status))).toBe(open ? undefined : 'petitions.move-not-open');
  });

  it('names every move and says what it does to the clocks', () => {
    expect(Object.keys(petitionMoveLabels).sort()).toEqual([...petitionMoves.names].sort());
    expect(Object.keys(petitionClockEffects).sort()).toEqual(['register', ...petitionMoves.names].sort());
    expect(petitionClockEffects.register).toEqual({ start: ['X1', 'X2'] });
    expect(petitionClockEffects.accept).toEqual({ meet: ['X1', 'X2'], start: ['X3'] });
    expect(petitionClockEffects.reply).toEqual({ meet: ['X3'] });
  });

  it('stops every clock on every way to its end', () => {
    const walk = (status: PetitionStatus, running: string[], path: string): number => {
      if (status === 'closed') {
        expect(running, path).toEqual([]);
        return 1;
      }
      let ends = 0;
      for (const move of petitionMoves.names.filter((name) => petitionMoves.open(name, status) && !path.includes(` ${name} `))) {
        const { start = [], meet = [], cancel = [] } = petitionClockEffects[move];
        const left = [...running.filter((code) => ![...meet, ...cancel].includes(code)), ...start];
        ends += walk(petitionMoves.target(move), left, `${path} ${move} `);
      }
      return ends;
    };
    expect(walk(PETITION_BEGINS, ['X1', 'X2'], '')).toBeGreaterThan(8);
  });
});

describe('the guards of a petition', () => {
  it('accept within powers, decline with a route, pass on to somebody', () => {
    expect(mayAcceptPetition({ withinPowers: true })).toBeUndefined();
    expect(codeOf(mayAcceptPetition({ withinPowers: false }))).toBe('petitions.out-of-powers');
    expect(mayDeclinePetition({ route: '劳动仲裁' })).toBeUndefined();
    expect(codeOf(mayDeclinePetition({ route: ' ' }))).toBe('petitions.route-missing');
    expect(mayReferPetition({ target: 'a' })).toBeUndefined();
    expect(codeOf(mayReferPetition({ target: undefined }))).toBe('petitions.target-missing');
    expect(mayAssignOutPetition({ target: 'a', deadline: plainDate('2026-05-01') })).toBeUndefined();
    expect(codeOf(mayAssignOutPetition({ target: undefined, deadline: plainDate('2026-05-01') }))).toBe('petitions.target-missing');
    expect(codeOf(mayAssignOutPetition({ target: 'a', deadline: undefined }))).toBe('petitions.deadline-missing');
    expect(codeOf(mayHandlePetition({ hasInterest: true }))).toBe('petitions.handler-conflicted');
    expect(mayHandlePetition({ hasInterest: false })).toBeUndefined();
  });

  it.each(statuses)('merge into a matter that is %s', (mainStatus) => {
    const open = ['registered', 'accepted', 'handling', 'extended', 'assigned_out'].includes(mainStatus);
    expect(codeOf(mayMergePetition({ id: 'a', mainId: 'b', mainStatus }))).toBe(open ? undefined : 'petitions.merge-target-closed');
    expect(codeOf(mayMergePetition({ id: 'a', mainId: 'a', mainStatus }))).toBe('petitions.merge-with-itself');
  });

  const extension = {
    approvedByHead: true,
    reason: '案情复杂',
    approvedOn: plainDate('2026-05-06'),
    due: plainDate('2026-05-06'),
    days: 30,
    mostDays: 30,
  };
  it.each([
    [{}, undefined],
    [{ approvedByHead: false }, 'petitions.extension-unapproved'],
    [{ reason: '' }, 'petitions.extension-unapproved'],
    [{ approvedOn: plainDate('2026-05-07') }, 'petitions.extension-too-late'],
    [{ days: 31 }, 'petitions.extension-too-long'],
    [{ days: 0 }, 'petitions.extension-too-long'],
  ])('extend with %o', (change, code) => {
    expect(codeOf(mayExtendPetition({ ...extension, ...change }))).toBe(code);
  });

  const closing = {
    status: 'replied',
    result: 'explained',
    petitionerAccepts: false,
    reportReceived: false,
    on: plainDate('2026-06-05'),
  } as const;
  it.each([
    [{}, undefined],
    [{ result: undefined }, 'petitions.result-missing'],
    [{ reviewUntil: plainDate('2026-06-05') }, 'petitions.reply-still-contestable'],
    [{ reviewUntil: plainDate('2026-06-05'), petitionerAccepts: true }, undefined],
    [{ reviewUntil: plainDate('2026-06-04') }, undefined],
    [{ status: 'assigned_out', result: undefined }, 'petitions.report-missing'],
    [{ status: 'assigned_out', result: undefined, reportReceived: true }, undefined],
    [{ status: 'referred', result: undefined }, undefined],
  ] as const)('close with %o', (change, code) => {
    expect(codeOf(mayClosePetition({ ...closing, ...change }))).toBe(code);
  });

  it('reply with a result', () => {
    expect(codeOf(mayReplyToPetition({ result: undefined }))).toBe('petitions.result-missing');
    expect(mayReplyToPetition({ result: 'granted' })).toBeUndefined();
  });
});

describe('the codes of a petition', () => {
  it('hold twelve subjects, seven purposes in three classes, four marks of satisfaction', () => {
    expect(petitionSubjectCodes).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '20', '99']);
    expect(Object.values(petitionPurposes).map((purpose) => ('class' in purpose ? purpose.class : '-'))).toEqual([
      'claim',
      'claim',
      'accusation',
      'suggestion',
      '-',
      '-',
      '-',
    ]);
    expect(Object.values(satisfactions).map((mark) => mark.zh)).toEqual(['满意', '基本满意', '不满意', '未评价']);
  });

  it('call a visit of five a group visit, and no letter one', () => {
    expect([isGroupVisit('V', 4), isGroupVisit('V', 5), isGroupVisit('L', 50), isGroupVisit('V', 5, 6)]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });
});
