/** What a ledger's dates tell of the clocks of a dispute that is still open, so that whoever takes it over has its deadlines. */
import type { DatedEffect } from '../deadlines/clock-effects.js';
import type { PlainDate } from '../shared/plain-date.js';
import { disputeClockEffects } from './dispute-lifecycle.js';

export interface LedgerDispute {
  readonly appliedOn?: PlainDate | null | undefined;
  readonly acceptedOn?: PlainDate | null | undefined;
  readonly closedOn?: PlainDate | null | undefined;
  readonly outcome?: string | null | undefined;
}

/** As if each step had been entered on its day. Of a case that has ended, or has its outcome, nobody has anything left to do in time. */
export function disputeClocksByLedger({ appliedOn, acceptedOn, closedOn, outcome }: LedgerDispute): DatedEffect[] {
  if (closedOn || outcome) return [];
  return [
    ...(appliedOn ? [{ effect: disputeClockEffects.apply, on: appliedOn }] : []),
    ...(acceptedOn ? [{ effect: disputeClockEffects.accept, on: acceptedOn }] : []),
  ];
}
