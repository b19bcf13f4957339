import { mayBeginMediation } from '#rules/disputes/dispute-guards';
import type { Work } from '../work.js';
import { moveDispute, type MoveInput } from './move-dispute.js';

/** 开始调解, once both parties know time and place. */
export function beginMediation(work: Work, beginning: MoveInput & { partiesNotified: boolean }): Promise<void> {
  return moveDispute(work, 'beginMediation', beginning, { judge: () => mayBeginMediation(beginning) });
}
