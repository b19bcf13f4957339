import { describe, expect, it } from 'vitest';
import { plainDate } from '../shared/plain-date.js';
import {
  disputeCategories,
  disputeCategoryCodes,
  disputeOutcomeCodes,
  disputeOutcomes,
  isCollective,
  type DisputeOutcomeCode,
} from './codes.js';
import {
  disputeClockEffects,
  disputeMoveLabels,
  disputeMoves,
  disputeStatuses,
  DISPUTE_BEGINS,
  type DisputeMove,
  type DisputeStatus,
} from './dispute-lifecycle.js';
import {
  disputeMoveOpen,
  mayAcceptDispute,
  mayAssignMediator,
  mayCloseDispute,
  mayExtendMediation,
  maySignAgreement,
  mustGiveReason,
  outcomesFitting,
} from './dispute-guards.js';

/** Written from the practice, status by status; the table in the code is written move by move. */
const expected: Record<DisputeStatus, DisputeMove[]> = {
  registered: ['apply', 'withdraw', 'terminate', 'transfer'],
  consulting: ['apply', 'withdraw', 'terminate', 'transfer'],
  applied: ['accept', 'refuse', 'withdraw', 'terminate'],
  consent_pending: ['accept', 'refuse', 'withdraw', 'terminate'],
  refused: ['transfer', 'close'],
  accepted: ['assign', 'fail', 'withdraw', 'terminate', 'transfer'],
  assigned: ['assign', 'mediate', 'fail', 'withdraw', 'terminate', 'transfer'],
  mediating: ['assign', 'extend', 'agree', 'fail', 'withdraw', 'terminate', 'transfer'],
  extended: ['assign', 'mediate', 'agree', 'fail', 'withdraw', 'terminate', 'transfer'],
  agreed_pending: ['repent', 'sign', 'fail', 'withdraw', 'terminate'],
  agreement_effective: ['close'],
  review_pending: [],
  performing: [],
  performed: ['close'],
  defaulted: ['transfer'],
  failed: ['transfer', 'close'],
  withdrawn: ['close'],
  settled_privately: ['close'],
  terminated: ['close'],
  transferred: ['close'],
  closed: [],
  archived: [],
};
const statuses = Object.keys(disputeStatuses) as DisputeStatus[];
const codeOf = (judgement: { code: string } | undefined) => judgement?.code;

describe('a dispute', () => {
  it.each(statuses.flatMap((status) => disputeMoves.names.map((move) => [status, move] as const)))('when %s: %s', (status, move) => {
    const open = expected[status].includes(move);
    expect(disputeMoves.open(move, status)).toBe(open);
    expect(codeOf(disputeMoveOpen(move, status))).toBe(open ? undefined : 'disputes.move-not-open');
  });

  it('reaches a closed case from every status that a move leads to', () => {
    for (const start of disputeMoves.names.map(disputeMoves.target)) {
      const reached = new Set<DisputeStatus>([start]);
      for (const status of reached) {
        for (const move of disputeMoves.names) if (disputeMoves.open(move, status)) reached.add(disputeMoves.target(move));
      }
      expect(reached, `from ${start}`).toContain('closed');
    }
  });

  it('says in words why a move is not open', () => {
    const judgement = disputeMoveOpen('accept', 'closed');
    expect(judgement?.sentence('zh')).toContain('“已结案”');
    expect(judgement?.sentence('zh')).toContain('“受理”');
    expect(judgement?.sentence('en')).toContain('"Closed": "Accept"');
  });

  it('names every move and says what it does to the clocks', () => {
    expect(Object.keys(disputeMoveLabels).sort()).toEqual([...disputeMoves.names].sort());
    expect(Object.keys(disputeClockEffects).sort()).toEqual(['register', ...disputeMoves.names].sort());
    expect(disputeClockEffects.apply).toEqual({ start: ['M2', 'M4'] });
    expect(disputeClockEffects.accept).toEqual({ meet: ['M2'], start: ['M5'] });
  });

  it('stops every clock on every way to its end', () => {
    const walk = (status: DisputeStatus, running: string[], seen: Set<string>): void => {
      const key = `${status} ${running.join(' ')}`;
      if (seen.has(key)) return;
      seen.add(key);
      if (status === 'closed') expect(running, 'clocks that outlive the case').toEqual([]);
      for (const move of disputeMoves.names.filter((name) => disputeMoves.open(name, status))) {
        const { start = [], meet = [], cancel = [] } = disputeClockEffects[move];
        const left = new Set([...running.filter((code) => ![...meet, ...cancel].includes(code)), ...start]);
        walk(disputeMoves.target(move), [...left].sort(), seen);
      }
    };
    const seen = new Set<string>();
    walk(DISPUTE_BEGINS, [], seen);
    expect(seen).toContain('mediating M4 M5');
    expect(seen).toContain('closed ');
  });
});

describe('the guards of a dispute', () => {
  const acceptable = { inScope: true, workerConsents: true, employerConsents: true, requestDefinite: true };
  it.each([
    [{}, undefined],
    [{ inScope: false }, 'disputes.out-of-scope'],
    [{ workerConsents: false }, 'disputes.consent-missing'],
    [{ employerConsents: false }, 'disputes.consent-missing'],
    [{ requestDefinite: false }, 'disputes.request-unclear'],
  ])('accept with %o', (change, code) => {
    expect(codeOf(mayAcceptDispute({ ...acceptable, ...change }))).toBe(code);
  });

  const extension = {
    workerSigned: true,
    employerSigned: true,
    signedOn: plainDate('2026-03-10'),
    due: plainDate('2026-03-10'),
    until: plainDate('2026-03-25'),
  };
  it.each([
    [{}, undefined],
    [{ workerSigned: false }, 'disputes.extension-unsigned'],
    [{ employerSigned: false }, 'disputes.extension-unsigned'],
    [{ signedOn: plainDate('2026-03-11') }, 'disputes.extension-too-late'],
    [{ until: plainDate('2026-03-10') }, 'disputes.extension-not-later'],
  ])('extend with %o', (change, code) => {
    expect(codeOf(mayExtendMediation({ ...extension, ...change }))).toBe(code);
  });

  const signed = { workerSigned: true, employerSigned: true, mediatorSigned: true, sealed: true, notConsenting: 0 };
  it.each([
    [{}, undefined],
    [{ workerSigned: false }, 'disputes.agreement-unsigned'],
    [{ employerSigned: false }, 'disputes.agreement-unsigned'],
    [{ mediatorSigned: false }, 'disputes.agreement-unsigned'],
    [{ sealed: false }, 'disputes.agreement-unsigned'],
    [{ notConsenting: 3 }, 'disputes.members-not-consenting'],
  ])('sign with %o', (change, code) => {
    expect(codeOf(maySignAgreement({ ...signed, ...change }))).toBe(code);
  });

  it('keeps a mediator with an interest out, and wants reasons', () => {
    expect(codeOf(mayAssignMediator({ hasInterest: true }))).toBe('disputes.mediator-conflicted');
    expect(mayAssignMediator({ hasInterest: false })).toBeUndefined();
    expect(codeOf(mustGiveReason('  '))).toBe('disputes.reason-missing');
    expect(mustGiveReason('双方均不到场')).toBeUndefined();
  });

  it('closes only with an outcome that fits', () => {
    const close = (status: DisputeStatus, outcome: DisputeOutcomeCode | undefined, settled: DisputeOutcomeCode | null = null) =>
      codeOf(mayCloseDispute({ status, outcome, settled }));
    expect(close('failed', undefined)).toBe('disputes.outcome-missing');
    expect(close('failed', '01')).toBe('disputes.outcome-mismatch');
    expect(close('mediating', '04')).toBe('disputes.outcome-mismatch');
    expect(close('agreement_effective', '01', '01')).toBeUndefined();
    expect(close('transferred', '08')).toBeUndefined();
    expect(close('agreement_effective', '02', '01')).toBe('disputes.outcome-settled');
    expect(close('transferred', '12', '04')).toBe('disputes.outcome-settled');
  });

  it('has a fitting outcome for every status it closes from, and a status for every outcome', () => {
    expect(Object.keys(outcomesFitting).sort()).toEqual([...disputeMoves.moves.close.from].sort());
    expect([...new Set(Object.values(outcomesFitting).flat())].sort()).toEqual(disputeOutcomeCodes);
  });
});

describe('the codes of a dispute', () => {
  it('are 22 categories and 12 outcomes', () => {
    expect(disputeCategoryCodes).toHaveLength(22);
    expect(disputeOutcomeCodes).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']);
    expect(new Set(Object.values(disputeCategories).map((category) => category.zh)).size).toBe(22);
  });

  it('open a payment order for pay, injury, severance and damages only', () => {
    expect(disputeCategoryCodes.filter((code) => disputeCategories[code].paymentOrder)).toEqual(['51', '52', '53', '54']);
    expect(disputeCategories['80'].bucket).toBeUndefined();
  });

  it('count settlements as successes and refusals not at all', () => {
    expect(disputeOutcomeCodes.filter((code) => disputeOutcomes[code].counts === 'success')).toEqual(['01', '02', '03']);
    expect(disputeOutcomeCodes.filter((code) => disputeOutcomes[code].counts === 'not-accepted')).toEqual(['06', '07']);
  });

  it('call ten workers with a common claim collective', () => {
    expect([isCollective(9, true), isCollective(10, true), isCollective(58, false)]).toEqual([false, true, false]);
  });
});
