import type { Transaction } from '#data/transaction';
import { mayApproveFile } from '#rules/hardship/application/application-guards';
import type { HardshipClass } from '#rules/hardship/codes';
import { mustHaveAskedElsewhere } from '#rules/hardship/elsewhere/elsewhere';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Judgement } from '#rules/shared/refusal';
import type { Work } from '../../work.js';
import { reviewersBefore } from './acted-before.js';
import { elsewhereAskedOn } from '../elsewhere/elsewhere-asked.js';
import { decisionFacts, verificationValidUntil } from './facts-of-file.js';
import { newestAssessment } from '../eligibility/kept-assessment.js';
import { moveFile, type FileMoveInput, type LockedFile } from '../move-file.js';
import { endNotice, runningNotice, windowFacts } from '../notices/running-notice.js';

/** 批准: after the notice has hung its days, without an open objection, by another than all who did the work before. */
export function approveFile(work: Work, input: FileMoveInput): Promise<void> {
  return moveFile(work, 'approveFile', input, async (tx, file, on) => {
    const notice = await runningNotice(tx, file.id);
    return {
      judge: () => whyNotApprove(tx, work, file, on),
      assessmentId: (await newestAssessment(tx, file.id))?.id,
      noticeId: notice?.id,
      also: () => endNotice(tx, notice, 'passed', on),
    };
  });
}

export async function whyNotApprove(tx: Transaction, work: Work, file: LockedFile, on: PlainDate): Promise<Judgement> {
  const why = mayApproveFile({
    ...windowFacts(await runningNotice(tx, file.id), on),
    ...(await decisionFacts(tx, work, file, file.hardshipClass as HardshipClass)),
    verificationValidUntil: await verificationValidUntil(tx, file.id),
    approver: work.actor.id,
    before: await reviewersBefore(tx, work, file.id),
  });
  return why ?? mustHaveAskedElsewhere({ askedOn: await elsewhereAskedOn(tx, file.id), today: on });
}
