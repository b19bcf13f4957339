import { mayActivateFile } from '#rules/hardship/application/application-guards';
import { CERTIFICATE_CLASS, type HardshipClass } from '#rules/hardship/codes';
import { hardshipNumber } from '#rules/hardship/file-number';
import { yearOf } from '#rules/shared/plain-date';
import { nextCaseNumber } from '../../documents/case-number.js';
import type { Work } from '../../work.js';
import { eraOf } from '../eligibility/class-decision.js';
import { issueFor, nextCertificateNumber } from '../certificates/issue-for.js';
import { newestAssessment } from '../eligibility/kept-assessment.js';
import { moveFile, type FileMoveInput } from '../move-file.js';
import { planAfterReview } from '../reviews/plan-review.js';

/** 建档: the number, the day, the first review in sight; and for 特困 the certificate in the same stroke. */
export function activateFile(work: Work, input: FileMoveInput): Promise<void> {
  return moveFile(work, 'activateFile', input, async (tx, file, on) => {
    const hardshipClass = file.hardshipClass as HardshipClass;
    const assessment = await newestAssessment(tx, file.id);
    const certificateNo = hardshipClass === CERTIFICATE_CLASS ? await nextCertificateNumber(tx, file, on) : undefined;
    return {
      assessmentId: assessment?.id,
      judge: () => mayActivateFile({ hardshipClass, certificateNo }),
      changes: async () => ({
        number: file.number ?? (await nextCaseNumber(tx, 'hardship', file.organisationId, yearOf(on), hardshipNumber)),
        certificateNo: certificateNo ?? null,
        filedOn: on,
        era: assessment ? await eraOf(tx, assessment, file.era) : file.era,
        ...(await planAfterReview(tx, work, file.id, { on, hardshipClass, filedOn: on })),
      }),
      also: async () => {
        if (certificateNo) await issueFor(tx, work, { ...file, status: 'active' }, certificateNo, on);
      },
    };
  });
}
