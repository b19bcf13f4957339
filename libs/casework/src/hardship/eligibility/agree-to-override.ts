import { openText } from '#data/sealed-text';
import type { HardshipClass } from '#rules/hardship/codes';
import type { Outcome } from '#rules/hardship/eligibility/judge-household';
import { mayOverride } from '#rules/hardship/eligibility/override';
import { refuseRecording } from '#rules/hardship/recording-refusals';
import { refuseIf } from '#rules/shared/refusal';
import type { Work } from '../../work.js';
import { lockNewest, ruleOf, tellOverride, type OfAssessment } from './ask-override.js';
import { inFile } from '../in-file.js';

/** The second person: from now on the class asked for may be taken, as if the rule had proposed it. */
export function agreeToOverride(work: Work, where: OfAssessment): Promise<void> {
  return inFile(work, 'agreeToOverride', { fileId: where.fileId }, async (tx, file) => {
    const assessment = await lockNewest(tx, where);
    const { overrideAskedBy: askedBy } = assessment;
    const reason = openText(work.secrets, assessment.overrideReasonCipher);
    if (!askedBy || !reason) throw refuseRecording('hardship.override-missing');
    if (assessment.overrideAgreedBy) throw refuseRecording('hardship.override-agreed');
    refuseIf(
      mayOverride({
        rule: await ruleOf(tx, assessment),
        proposed: assessment.proposed as HardshipClass | null,
        verdict: assessment.verdict as Outcome['verdict'],
        wanted: assessment.wanted as HardshipClass | null,
        reason,
        askedBy,
        agreedBy: work.actor.id,
      }),
    );
    await tx.update('hardship_assessment', assessment, { overrideAgreedBy: work.actor.id, overrideAgreedAt: work.now });
    tellOverride(tx, work, file, assessment.id, 'agreed');
  });
}
