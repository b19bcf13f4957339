import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { mayRaiseClass, mayRenew, type RenewalFacts } from '#rules/hardship/changes/change-guards';
import type { HardshipClass } from '#rules/hardship/codes';
import { classMoves } from '#rules/hardship/file-lifecycle';
import { eligibilityRuleId } from '#rules/hardship/eligibility/eligibility-rule';
import { mustBeAnother } from '#rules/hardship/eligibility/override';
import { refuseFile } from '#rules/hardship/file-refusals';
import { mustBeReckonedAnew } from '#rules/hardship/worksheet/worksheet-life';
import type { Judgement } from '#rules/shared/refusal';
import type { Work } from '../../work.js';
import { decidedClass } from './decided-class.js';
import { decisionFacts, freshFacts, reckonersOf } from '../application/facts-of-file.js';
import type { AssessmentKept } from './kept-assessment.js';
import { newestWorksheet } from '../worksheet/kept-worksheet.js';
import type { LockedFile } from '../move-file.js';
import { readRulebook } from './rulebook.js';

/** What renewing and changing a class rest on: an assessment of this review, by its newest worksheet, which was checked. */
export async function classFacts(
  tx: Transaction,
  work: Work,
  file: LockedFile,
  wanted: HardshipClass,
): Promise<RenewalFacts & { assessment: AssessmentKept }> {
  return {
    ...(await decisionFacts(tx, work, file, wanted)),
    ...(await freshFacts(tx, work, file)),
    present: file.hardshipClass as HardshipClass,
  };
}

/** A worksheet in work is not what the family signed; and nobody decides by their own figures. */
export async function mustBeReckoned(tx: Transaction, work: Work, fileId: string, worksheetId: string | null): Promise<Judgement> {
  const worksheet = await newestWorksheet(tx, fileId);
  if (worksheet?.status !== 'checked' || worksheet.id !== worksheetId) return refuseFile('hardship.worksheet-unsigned');
  const anew = mustBeReckonedAnew({ startedAt: worksheet.createdAt, decidedAt: await lastDecidedAt(tx, fileId) });
  return anew ?? mustBeAnother(work.actor.id, await reckonersOf(tx, work, fileId));
}

/** When a class was last decided; never of a file that came from a ledger. */
async function lastDecidedAt(tx: Transaction, fileId: string): Promise<Date | null> {
  const last = await tx.one<{ at: Date | null }>(
    sql`SELECT max(decided_at) AS at FROM hardship_decision WHERE file_id = ${fileId} AND move = ANY (${[...classMoves]})`,
  );
  return last.at;
}

export async function mayKeepStanding(
  tx: Transaction,
  work: Work,
  file: LockedFile,
  facts: RenewalFacts & { assessment: AssessmentKept },
): Promise<Judgement> {
  return mayRenew(facts) ?? (await mustBeReckoned(tx, work, file.id, facts.assessment.worksheetId));
}

export async function mayBecomeGraver(
  tx: Transaction,
  work: Work,
  file: LockedFile,
  facts: RenewalFacts & { assessment: AssessmentKept },
): Promise<Judgement> {
  return mayRaiseClass(facts) ?? (await mustBeReckoned(tx, work, file.id, facts.assessment.worksheetId));
}

/** Before the class is chosen: as if the one that was decided were. */
export async function whyNotRenew(tx: Transaction, work: Work, file: LockedFile): Promise<Judgement> {
  return mayKeepStanding(tx, work, file, await classFacts(tx, work, file, await decidedClass(tx, file.id)));
}

export async function whyNotRaise(tx: Transaction, work: Work, file: LockedFile): Promise<Judgement> {
  return mayBecomeGraver(tx, work, file, await classFacts(tx, work, file, await decidedClass(tx, file.id)));
}

/** The layer of rules by which the class was decided. */
export async function eraOf(tx: Transaction, { ruleId }: Pick<AssessmentKept, 'ruleId'>, present: string): Promise<string> {
  const { rules } = await readRulebook(tx);
  return rules.find((rule) => eligibilityRuleId(rule) === ruleId)?.era ?? present;
}
