import { CERTIFICATE_CLASS, type HardshipClass } from '#rules/hardship/codes';
import type { Work } from '../../work.js';
import { classFacts, eraOf, mayBecomeGraver } from '../eligibility/class-decision.js';
import { heldCertificate } from '../certificates/end-certificate.js';
import { issueFor, nextCertificateNumber } from '../certificates/issue-for.js';
import { moveFile, type FileMoveInput } from '../move-file.js';
import { planAfterReview } from '../reviews/plan-review.js';

/** 调档（困难加重）: nothing is taken, so nobody has to be warned. Who becomes 特困 gets the certificate with it. */
export function raiseClass(work: Work, { hardshipClass, ...input }: FileMoveInput & { hardshipClass: HardshipClass }): Promise<void> {
  return moveFile(work, 'raiseClass', input, async (tx, file, on) => {
    const facts = await classFacts(tx, work, file, hardshipClass);
    const issues = hardshipClass === CERTIFICATE_CLASS && !(await heldCertificate(tx, file.id));
    const certificateNo = issues ? await nextCertificateNumber(tx, file, on) : undefined;
    return {
      assessmentId: facts.assessment.id,
      judge: () => mayBecomeGraver(tx, work, file, facts),
      changes: async () => ({
        hardshipClass,
        era: await eraOf(tx, facts.assessment, file.era),
        ...(certificateNo && { certificateNo }),
        ...(await planAfterReview(tx, work, file.id, { on, hardshipClass })),
      }),
      also: async () => {
        if (certificateNo) await issueFor(tx, work, { ...file, hardshipClass, status: 'active' }, certificateNo, on);
      },
    };
  });
}
