import { openText } from '#data/sealed-text';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { assessAgain, type Assessment } from '#rules/hardship/eligibility/assess';
import { eligibilityRuleId } from '#rules/hardship/eligibility/eligibility-rule';
import { mustBeAnother } from '#rules/hardship/eligibility/override';
import { refuseRecording } from '#rules/hardship/recording-refusals';
import type { Rulebook } from '#rules/hardship/eligibility/rulebook';
import { standardId as idOfStandard } from '#rules/hardship/eligibility/subsistence-standard';
import { Refusal } from '#rules/shared/refusal';
import { action, type ActionView } from '../../actions.js';
import type { Actor, Work } from '../../work.js';
import type { FileRow } from '../household/household-of-file.js';
import { whyMayNotRecord } from '../in-file.js';
import { assessedBy, openHousehold, type AssessmentKept } from './kept-assessment.js';

type OfFile = Pick<FileRow, 'organisationId' | 'status'>;

/** Every assessment of a file, the newest first. */
export function assessmentsOf(tx: Transaction, fileId: string): Promise<AssessmentKept[]> {
  return tx.rows<AssessmentKept>(sql`SELECT * FROM hardship_assessment WHERE file_id = ${fileId} ORDER BY made_at DESC, id DESC`);
}

export function viewAssessment({ actor, secrets }: Pick<Work, 'actor' | 'secrets'>, file: OfFile, row: AssessmentKept, newest: boolean) {
  const {
    id,
    worksheetId,
    ruleId,
    standardId,
    receivedOn,
    assessedOn,
    verdict,
    proposed,
    opensFile,
    unverified,
    madeByName,
    madeAt,
    version,
  } = row;
  const asked = row.overrideAskedBy !== null && row.overrideReasonCipher !== null;
  return {
    id,
    worksheetId,
    ruleId,
    standardId,
    receivedOn,
    assessedOn,
    verdict,
    proposed,
    opensFile,
    unverified,
    madeByName,
    madeAt,
    override: asked
      ? {
          wanted: row.wanted,
          reason: openText(secrets, row.overrideReasonCipher),
          askedBy: row.overrideAskedBy,
          agreedBy: row.overrideAgreedBy,
          agreedAt: row.overrideAgreedAt,
        }
      : null,
    version,
    actions: overriding(actor, file, row, newest),
  };
}

function overriding(
  actor: Actor,
  file: OfFile,
  { overrideAskedBy: askedBy, overrideAgreedBy: agreedBy }: AssessmentKept,
  newest: boolean,
): ActionView[] {
  const over = newest ? (agreedBy ? refuseRecording('hardship.override-agreed') : undefined) : refuseRecording('hardship.assessment-old');
  const unasked = askedBy ? mustBeAnother(actor.id, [askedBy]) : refuseRecording('hardship.override-missing');
  return [
    action('askOverride', whyMayNotRecord(actor, 'askOverride', file) ?? over),
    action('agreeToOverride', whyMayNotRecord(actor, 'agreeToOverride', file) ?? over ?? unasked),
  ];
}

/** By the very rule and standard that it was made by, with the texts that they cite. */
export function reportOf(work: Pick<Work, 'secrets'>, { rules, standards }: Rulebook, row: AssessmentKept) {
  const assessed = assessAgain(rules, standards, openHousehold(work.secrets, row.householdCipher), assessedBy(row));
  if (assessed instanceof Refusal) throw assessed;
  return { assessed, by: madeBy({ rules, standards }, assessed) };
}

export function madeBy({ rules, standards }: Rulebook, { ruleId, standardId }: Pick<Assessment, 'ruleId' | 'standardId'>) {
  const rule = rules.find((one) => eligibilityRuleId(one) === ruleId)!;
  const standard = standards.find((one) => idOfStandard(one) === standardId);
  const { name, era, validFrom, validTo, periodUnverified, sources } = rule;
  return {
    rule: { id: ruleId, name, era, validFrom, validTo, periodUnverified },
    standard: standard
      ? {
          id: idOfStandard(standard),
          division: standard.division,
          validFrom: standard.validFrom,
          amountFen: standard.amountFen,
          unverified: standard.unverified,
          source: standard.source,
        }
      : null,
    sources,
  };
}
