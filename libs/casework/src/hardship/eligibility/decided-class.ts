import type { Transaction } from '#data/transaction';
import { hardshipClasses, type HardshipClass } from '#rules/hardship/codes';
import { newestAssessment } from './kept-assessment.js';

/** The class that the newest assessment leads to: the one two people decided for, or the one the rule proposes. */
export async function decidedClass(tx: Transaction, fileId: string): Promise<HardshipClass> {
  const assessment = await newestAssessment(tx, fileId);
  const decided = assessment?.overrideAgreedBy ? assessment.wanted : assessment?.proposed;
  // Without any, every class is refused by the same rule, which says why.
  return decided && decided in hardshipClasses ? (decided as HardshipClass) : 'relative';
}
