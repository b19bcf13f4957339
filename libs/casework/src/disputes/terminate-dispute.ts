import { mustGiveReason } from '#rules/disputes/dispute-guards';
import type { Work } from '../work.js';
import { moveDispute, type MoveInput } from './move-dispute.js';

/** 终止: a party died or was dissolved, the applicant stays away, or fraud. */
export function terminateDispute(work: Work, termination: MoveInput & { reason: string }): Promise<void> {
  const { reason } = termination;
  return moveDispute(work, 'terminateDispute', termination, {
    reason,
    judge: () => mustGiveReason(reason),
    changes: () => ({ outcome: '11', reason }),
  });
}
