import { mustGiveReason } from '#rules/disputes/dispute-guards';
import type { Work } from '../work.js';
import { moveDispute, type MoveInput } from './move-dispute.js';

/** 不予受理, with its reason; arbitration is open at once. */
export function refuseApplication(work: Work, refusal: MoveInput & { outcome: '06' | '07'; reason: string }): Promise<void> {
  const { outcome, reason } = refusal;
  return moveDispute(work, 'refuseDispute', refusal, { reason, judge: () => mustGiveReason(reason), changes: () => ({ outcome, reason }) });
}
