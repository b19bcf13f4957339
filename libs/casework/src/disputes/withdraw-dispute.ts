import { mustGiveReason } from '#rules/disputes/dispute-guards';
import type { Work } from '../work.js';
import { moveDispute, type MoveInput } from './move-dispute.js';

/** 撤回, by the applicant. */
export function withdrawDispute(work: Work, withdrawal: MoveInput & { reason: string }): Promise<void> {
  const { reason } = withdrawal;
  return moveDispute(work, 'withdrawDispute', withdrawal, {
    reason,
    judge: () => mustGiveReason(reason),
    changes: () => ({ outcome: '05', reason }),
  });
}
