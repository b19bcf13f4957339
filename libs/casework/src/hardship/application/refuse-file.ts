import type { Transaction } from '#data/transaction';
import { mustGiveReason } from '#rules/hardship/application/application-guards';
import { mustBeAnother } from '#rules/hardship/eligibility/override';
import type { Judgement } from '#rules/shared/refusal';
import type { Work } from '../../work.js';
import { checkersBefore } from './acted-before.js';
import { newestAssessment } from '../eligibility/kept-assessment.js';
import { moveFile, type FileMoveInput, type LockedFile } from '../move-file.js';
import { endNotice, runningNotice } from '../notices/running-notice.js';

/** 不予认定: with a reason, by another than who checked and reckoned. Ends a notice to which somebody objected. */
export function refuseApplicationForFile(work: Work, { reason, ...input }: FileMoveInput & { reason: string }): Promise<void> {
  return moveFile(work, 'refuseFile', input, async (tx, file, on) => {
    const notice = await runningNotice(tx, file.id);
    return {
      reason,
      judge: async () => mustGiveReason(reason) ?? (await whyNotRefuse(tx, work, file)),
      changes: () => ({ endedOn: on }),
      assessmentId: (await newestAssessment(tx, file.id))?.id,
      noticeId: notice?.id,
      also: () => endNotice(tx, notice, 'refused', on),
    };
  });
}

export async function whyNotRefuse(tx: Transaction, work: Work, file: LockedFile): Promise<Judgement> {
  return mustBeAnother(work.actor.id, await checkersBefore(tx, work, file.id));
}
