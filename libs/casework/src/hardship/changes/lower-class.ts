import type { Transaction } from '#data/transaction';
import { mayMakeAdverseMove } from '#rules/hardship/changes/change-guards';
import type { HardshipClass } from '#rules/hardship/codes';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Judgement } from '#rules/shared/refusal';
import type { Work } from '../../work.js';
import { announcersBefore } from '../application/acted-before.js';
import { eraOf } from '../eligibility/class-decision.js';
import { certificateFollows } from '../certificates/end-certificate.js';
import { newestAssessment } from '../eligibility/kept-assessment.js';
import { moveFile, type FileMoveInput, type LockedFile } from '../move-file.js';
import { planAfterReview } from '../reviews/plan-review.js';
import { endNotice, runningNotice, windowFacts } from '../notices/running-notice.js';

/** 调档（困难减轻）: what was announced, after its window, by another than who announced it. */
export function lowerClass(work: Work, input: FileMoveInput): Promise<void> {
  return moveFile(work, 'lowerClass', input, async (tx, file, on) => {
    const notice = await runningNotice(tx, file.id);
    const hardshipClass = notice?.classWanted as HardshipClass;
    const assessment = await newestAssessment(tx, file.id);
    return {
      noticeId: notice?.id,
      assessmentId: notice?.assessmentId,
      judge: () => whyNotAdverse(tx, work, file, on),
      changes: async () => ({
        hardshipClass,
        certificateNo: null,
        era: assessment ? await eraOf(tx, assessment, file.era) : file.era,
        ...(await planAfterReview(tx, work, file.id, { on, hardshipClass })),
      }),
      also: async () => {
        await endNotice(tx, notice, 'passed', on);
        await certificateFollows(tx, work, file, hardshipClass, on);
      },
    };
  });
}

/** The one gate before everything adverse. */
export async function whyNotAdverse(tx: Transaction, work: Work, file: LockedFile, on: PlainDate): Promise<Judgement> {
  const notice = await runningNotice(tx, file.id);
  const before = await announcersBefore(tx, file.id);
  return mayMakeAdverseMove({ ...windowFacts(notice, on), actor: work.actor.id, before: notice ? [...before, notice.givenBy] : before });
}
