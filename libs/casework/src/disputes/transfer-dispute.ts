import { mustGiveReason } from '#rules/disputes/dispute-guards';
import type { Work } from '../work.js';
import { moveDispute, type MoveInput } from './move-dispute.js';

export type OnwardRoute = 'arbitration' | 'court' | 'inspection' | 'legal-aid';
const outcomeOf = { arbitration: '08', court: '09', inspection: '10', 'legal-aid': '12' } as const satisfies Record<OnwardRoute, string>;

/** 转出. A case that had failed or been refused keeps that outcome: where it went is the onward route. */
export function transferDispute(work: Work, transfer: MoveInput & { route: OnwardRoute; reason: string }): Promise<void> {
  const { route, reason } = transfer;
  return moveDispute(work, 'transferDispute', transfer, {
    reason,
    judge: () => mustGiveReason(reason),
    changes: (dispute) => ({ onwardRoute: route, outcome: dispute.outcome ?? outcomeOf[route] }),
  });
}
