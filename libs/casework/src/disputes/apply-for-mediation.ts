import type { Work } from '../work.js';
import { moveDispute, type MoveInput } from './move-dispute.js';

export interface Application extends MoveInput {
  oral: boolean;
  request?: string | null | undefined;
  claimedFen?: number | null | undefined;
}

/** 申请调解, written or oral: starts the time to decide (M2) and the statutory fifteen days (M4). */
export function applyForMediation(work: Work, application: Application): Promise<void> {
  const { oral, request, claimedFen } = application;
  return moveDispute(work, 'applyForMediation', application, {
    reason: oral ? '口头申请，已制作笔录' : undefined,
    changes: (dispute, on) => ({
      appliedOn: on,
      request: request?.trim() || dispute.request,
      claimedFen: claimedFen ?? dispute.claimedFen,
    }),
  });
}
