import type { DisputeOutcomeCode } from '#rules/disputes/codes';
import { mayCloseDispute, outcomeAtClosing } from '#rules/disputes/dispute-guards';
import type { DisputeStatus } from '#rules/disputes/dispute-lifecycle';
import { refuseDispute } from '#rules/disputes/refusals';
import type { PlainDate } from '#rules/shared/plain-date';
import { today, type Work } from '../work.js';
import { moveDispute, type DisputeRow, type MoveInput } from './move-dispute.js';

export interface Closing extends MoveInput {
  outcome?: DisputeOutcomeCode | undefined;
  performedFen?: number | null | undefined;
  performedOn?: PlainDate | null | undefined;
}

/** 结案, with an outcome that fits how the case ended. */
export function closeDispute(work: Work, closing: Closing): Promise<void> {
  const { performedFen, performedOn } = closing;
  const outcomeOf = (dispute: DisputeRow): DisputeOutcomeCode | undefined =>
    closing.outcome ?? outcomeAtClosing(dispute.status as DisputeStatus, dispute.outcome as DisputeOutcomeCode | null);
  return moveDispute(work, 'closeDispute', closing, {
    judge: (dispute) =>
      performedOn && performedOn > today(work)
        ? refuseDispute('disputes.day-in-future', { field: 'performedOn' })
        : mayCloseDispute({
            status: dispute.status as DisputeStatus,
            outcome: outcomeOf(dispute),
            settled: dispute.outcome as DisputeOutcomeCode | null,
          }),
    changes: (dispute, on) => ({
      closedOn: on,
      outcome: outcomeOf(dispute) ?? null,
      performedFen: performedFen ?? dispute.performedFen,
      performedOn: performedOn ?? dispute.performedOn,
    }),
  });
}
