import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import type { DecisionFacts, ReviewFacts, SubmissionFacts } from '#rules/hardship/application/application-guards';
import type { FreshFacts } from '#rules/hardship/changes/change-guards';
import type { HardshipClass } from '#rules/hardship/codes';
import { eligibilityRuleId } from '#rules/hardship/eligibility/eligibility-rule';
import { consentsNeeded } from '#rules/hardship/household/household-members';
import type { Verdict } from '#rules/hardship/eligibility/judge-criterion';
import { judgeLifting } from '#rules/hardship/eligibility/lifting';
import { mustStillHold } from '#rules/hardship/eligibility/present-household';
import { refuseRecording } from '#rules/hardship/recording-refusals';
import { standardId } from '#rules/hardship/eligibility/subsistence-standard';
import { computeWorksheet } from '#rules/hardship/worksheet/worksheet';
import { sameHousehold } from '#rules/hardship/worksheet/worksheet-life';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { today, type Work } from '../../work.js';
import { householdOfFile, membersOf, reviewBegunOn, type FileRow } from '../household/household-of-file.js';
import { newestAssessment, openHousehold, type AssessmentKept } from '../eligibility/kept-assessment.js';
import { newestWorksheet, openSheet } from '../worksheet/kept-worksheet.js';
import { readRulebook } from '../eligibility/rulebook.js';

/** What the rules of the moves ask of a file, read in the move's own transaction under the file's lock. */

export async function submissionFacts(tx: Transaction, work: Work, file: FileRow): Promise<SubmissionFacts> {
  const [members, consents, { elsewhere }] = await Promise.all([
    membersOf(tx, file.householdId),
    tx.rows<{ personId: string; kind: string }>(
      sql`SELECT person_id, kind FROM hardship_consent WHERE file_id = ${file.id} AND withdrawn_on IS NULL`,
    ),
    tx.one<{ elsewhere: boolean }>(sql`SELECT bangfu.seated_elsewhere(${file.id}, ${file.householdId}, ${[file.holderId]}) AS elsewhere`),
  ]);
  const signed = new Set(consents.map(({ personId, kind }) => `${personId} ${kind}`));
  const missing = members.flatMap(({ personId, birthDate }) =>
    consentsNeeded({ isHolder: personId === file.holderId, birthDate }, today(work)).filter((kind) => !signed.has(`${personId} ${kind}`)),
  );
  return {
    applicationSigned: !missing.includes('application'),
    adultsNotConsenting: missing.filter((kind) => kind === 'verification').length,
    childrenWithoutConsent: missing.filter((kind) => kind === 'guardian').length,
    onFileElsewhere: elsewhere,
  };
}

/** The newest assessment and whether two people decided for this class instead; refuses one that speaks of another household. */
export async function decisionFacts(
  tx: Transaction,
  work: Work,
  file: FileRow,
  wanted: HardshipClass,
): Promise<DecisionFacts & { assessment: AssessmentKept }> {
  const assessment = await assessmentThatHolds(tx, work, file);
  const { verdict, proposed } = assessment;
  return {
    outcome: { verdict: verdict as DecisionFacts['outcome']['verdict'], proposed: proposed as HardshipClass | null },
    wanted,
    overridden: assessment.overrideAgreedBy !== null && assessment.wanted === wanted,
    assessment,
  };
}

export async function assessmentThatHolds(tx: Transaction, work: Work, file: FileRow): Promise<AssessmentKept> {
  const assessment = await newestAssessment(tx, file.id);
  if (!assessment) throw refuseRecording('hardship.assessment-missing');
  const worksheet = await newestWorksheet(tx, file.id);
  const sheet = worksheet && openSheet(work.secrets, worksheet.sheetCipher);
  // The sheet counts whom it was filled in for: who has joined or left since is not in its figures.
  const members = (await membersOf(tx, file.householdId)).map(({ id }) => id);
  if (sheet && !sameHousehold(sheet, members)) throw refuseRecording('hardship.assessment-outdated');
  const present = householdOfFile(work, file, sheet, await readRulebook(tx));
  refuseIf(mustStillHold(openHousehold(work.secrets, assessment.householdCipher), present));
  return assessment;
}

export async function reviewFacts(
  tx: Transaction,
  work: Work,
  file: FileRow,
  wanted: HardshipClass,
): Promise<Omit<ReviewFacts, 'reviewer' | 'before'> & { assessment: AssessmentKept }> {
  const worksheet = await newestWorksheet(tx, file.id);
  if (!worksheet) throw refuseRecording('hardship.worksheet-missing');
  const sheet = openSheet(work.secrets, worksheet.sheetCipher);
  const totals = computeWorksheet(sheet);
  return {
    ...(await decisionFacts(tx, work, file, wanted)),
    signedByApplicant: worksheet.signedOn !== null,
    signedByChecker: worksheet.checkedBy !== null,
    missingVouchers: totals.missingVouchers.length,
    sharedVouchers: totals.sharedVouchers.length,
    verificationValidUntil: await verificationValidUntil(tx, file.id),
    today: today(work),
  };
}

/** Of the newest report: a later one that is still awaited takes nothing from it. */
export async function verificationValidUntil(tx: Transaction, fileId: string): Promise<PlainDate | undefined> {
  const report = await tx.find<{ validUntil: PlainDate | null }>(
    sql`SELECT valid_until FROM hardship_verification WHERE file_id = ${fileId} AND reported_on IS NOT NULL ORDER BY reported_on DESC, id DESC LIMIT 1`,
  );
  return report?.validUntil ?? undefined;
}

export async function freshFacts(tx: Transaction, work: Work, file: FileRow): Promise<FreshFacts> {
  const [begun, assessment] = await Promise.all([reviewBegunOn(tx, file.id), newestAssessment(tx, file.id)]);
  return { reviewBegunOn: begun ?? today(work), assessedOn: assessment?.assessedOn };
}

/** By the very rule and standard of the assessment, and the household it spoke of. */
export async function liftingOf(
  tx: Transaction,
  work: Work,
  file: FileRow,
): Promise<{ lifting: Verdict; overridden: boolean; assessment: AssessmentKept }> {
  const assessment = await assessmentThatHolds(tx, work, file);
  const { rules, standards } = await readRulebook(tx);
  const rule = rules.find((row) => eligibilityRuleId(row) === assessment.ruleId)!;
  const standard = standards.find((row) => standardId(row) === assessment.standardId);
  const household = openHousehold(work.secrets, assessment.householdCipher);
  const { verdict } = judgeLifting(rule, standard, household, file.hardshipClass as HardshipClass);
  return { lifting: verdict, overridden: assessment.overrideAgreedBy !== null && assessment.wanted === null, assessment };
}

/** Who reckoned, checked and assessed what the decision rests on: the decision is another's. */
export async function reckonersOf(tx: Transaction, work: Work, fileId: string): Promise<string[]> {
  const [worksheet, assessment] = await Promise.all([newestWorksheet(tx, fileId), newestAssessment(tx, fileId)]);
  const reckoned = worksheet ? [...openSheet(work.secrets, worksheet.sheetCipher).reckonedBy, worksheet.createdBy] : [];
  return [...new Set([...reckoned, worksheet?.checkedBy, assessment?.overrideAskedBy].filter((id) => typeof id === 'string'))];
}

/** Names of the household's people, of whom none may visit it. */
export async function namesOfHousehold(tx: Transaction, file: Pick<FileRow, 'householdId' | 'holderName'>): Promise<string[]> {
  return [...new Set([file.holderName, ...(await membersOf(tx, file.householdId)).map(({ name }) => name)])];
}
