import { mayRecordFailure } from '#rules/disputes/dispute-guards';
import type { Work } from '../work.js';
import { moveDispute, type MoveInput } from './move-dispute.js';

/** 调解不成, with the written notice that arbitration is open. */
export function recordFailure(work: Work, failure: MoveInput & { reason: string; arbitrationNoticeGiven: boolean }): Promise<void> {
  const { reason } = failure;
  return moveDispute(work, 'recordFailure', failure, {
    reason,
    judge: () => mayRecordFailure(failure),
    changes: () => ({ outcome: '04', reason }),
  });
}
