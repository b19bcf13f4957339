import { sealText } from '#data/sealed-text';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { refuseData } from '#data/refusals';
import type { HardshipClass } from '#rules/hardship/codes';
import { eligibilityRuleId, type EligibilityRule } from '#rules/hardship/eligibility/eligibility-rule';
import type { Outcome } from '#rules/hardship/eligibility/judge-household';
import { mayOverride } from '#rules/hardship/eligibility/override';
import { refuseRecording } from '#rules/hardship/recording-refusals';
import { refuseIf } from '#rules/shared/refusal';
import { today, type Work } from '../../work.js';
import type { FileRow } from '../household/household-of-file.js';
import { inFile } from '../in-file.js';
import { newestAssessment, type AssessmentKept } from './kept-assessment.js';
import { readRulebook } from './rulebook.js';

export interface OfAssessment {
  fileId: string;
  assessmentId: string;
  version: number;
}

/** Asks to decide otherwise than the rule proposes, with a reason. Nothing is decided by it until another person agrees. */
export function askOverride(
  work: Work,
  { fileId, assessmentId, version, wanted, reason }: OfAssessment & { wanted: HardshipClass | null; reason: string },
): Promise<void> {
  return inFile(work, 'askOverride', { fileId }, async (tx, file) => {
    const assessment = await lockNewest(tx, { fileId, assessmentId, version });
    if (assessment.overrideAgreedBy) throw refuseRecording('hardship.override-agreed');
    const proposed = assessment.proposed as HardshipClass | null;
    const verdict = assessment.verdict as Outcome['verdict'];
    // Who agrees is not known yet: the rest is judged already.
    refuseIf(mayOverride({ rule: await ruleOf(tx, assessment), proposed, verdict, wanted, reason, askedBy: work.actor.id, agreedBy: '' }));
    const overrideReasonCipher = sealText(work.secrets, reason.trim());
    await tx.update('hardship_assessment', assessment, { wanted, overrideReasonCipher, overrideAskedBy: work.actor.id });
    tellOverride(tx, work, file, assessmentId, 'asked');
  });
}

/** The newest assessment alone decides: an older one is not what a class rests on. */
export async function lockNewest(tx: Transaction, { fileId, assessmentId, version }: OfAssessment): Promise<AssessmentKept> {
  const assessment = await tx.one<AssessmentKept>(
    sql`SELECT * FROM hardship_assessment WHERE id = ${assessmentId} AND file_id = ${fileId} FOR UPDATE`,
  );
  if (assessment.version !== version) throw refuseData('data.changed-meanwhile');
  const newest = await newestAssessment(tx, fileId);
  if (newest?.id !== assessmentId) throw refuseRecording('hardship.assessment-old');
  return assessment;
}

/** The rule that it was made by, which is in the table for good. */
export async function ruleOf(tx: Transaction, { ruleId }: AssessmentKept): Promise<EligibilityRule> {
  return (await readRulebook(tx)).rules.find((rule) => eligibilityRuleId(rule) === ruleId)!;
}

export function tellOverride(tx: Transaction, work: Work, file: FileRow, assessmentId: string, how: 'asked' | 'agreed'): void {
  const { id, organisationId, holderId } = file;
  tx.tell({
    noun: 'hardship',
    subjectId: id,
    organisationId,
    personId: holderId,
    kind: `hardship.override-${how}`,
    happenedOn: today(work),
  });
  tx.audit({ type: 'hardship.override', subject: { noun: 'hardship', id }, organisationId, details: { assessmentId, how } });
}
