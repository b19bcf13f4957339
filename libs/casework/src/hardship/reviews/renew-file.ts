import type { HardshipClass } from '#rules/hardship/codes';
import type { Work } from '../../work.js';
import { classFacts, eraOf, mayKeepStanding } from '../eligibility/class-decision.js';
import { moveFile, type FileMoveInput } from '../move-file.js';
import { planAfterReview } from './plan-review.js';

/** 续档: the class stays, or goes by the name that today's rules have for the same standing. */
export function renewFile(
  work: Work,
  { hardshipClass, ...input }: FileMoveInput & { hardshipClass?: HardshipClass | undefined },
): Promise<void> {
  return moveFile(work, 'renewFile', input, async (tx, file, on) => {
    const wanted = hardshipClass ?? (file.hardshipClass as HardshipClass);
    const facts = await classFacts(tx, work, file, wanted);
    return {
      assessmentId: facts.assessment.id,
      judge: () => mayKeepStanding(tx, work, file, facts),
      changes: async () => ({
        hardshipClass: wanted,
        era: await eraOf(tx, facts.assessment, file.era),
        ...(await planAfterReview(tx, work, file.id, { on, hardshipClass: wanted })),
      }),
    };
  });
}
