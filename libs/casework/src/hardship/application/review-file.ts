import type { Transaction } from '#data/transaction';
import { mayReviewFile } from '#rules/hardship/application/application-guards';
import type { HardshipClass } from '#rules/hardship/codes';
import type { Judgement } from '#rules/shared/refusal';
import type { Work } from '../../work.js';
import { checkersBefore } from './acted-before.js';
import { decidedClass } from '../eligibility/decided-class.js';
import { reviewFacts } from './facts-of-file.js';
import { moveFile, type FileMoveInput, type LockedFile } from '../move-file.js';

/** 复审: proposes the class by the checked worksheet, a verification that holds, and the rule; by another than who did these. */
export function reviewFile(work: Work, { hardshipClass, ...input }: FileMoveInput & { hardshipClass: HardshipClass }): Promise<void> {
  return moveFile(work, 'reviewFile', input, async (tx, file) => {
    const facts = await reviewFacts(tx, work, file, hardshipClass);
    const before = await checkersBefore(tx, work, file.id);
    return {
      judge: () => mayReviewFile({ ...facts, reviewer: work.actor.id, before }),
      changes: () => ({ hardshipClass }),
      assessmentId: facts.assessment.id,
    };
  });
}

/** What is known before the class is chosen: as if the class that was decided were. */
export async function whyNotReview(tx: Transaction, work: Work, file: LockedFile): Promise<Judgement> {
  const facts = await reviewFacts(tx, work, file, await decidedClass(tx, file.id));
  return mayReviewFile({ ...facts, reviewer: work.actor.id, before: await checkersBefore(tx, work, file.id) });
}
