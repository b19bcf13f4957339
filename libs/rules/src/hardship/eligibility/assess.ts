/** 认定: the rule and the standard in force, each criterion with its reasons, the class proposed, and 差多少. */
import type { Label } from '../../shared/label.js';
import type { PlainDate } from '../../shared/plain-date.js';
import type { Refusal } from '../../shared/refusal.js';
import type { HardshipClass } from '../codes.js';
import { eligibilityRuleId, eligibilityRuleInForce, type Citation, type EligibilityRule } from './eligibility-rule.js';
import type { Household, InputName } from './household.js';
import { calculationInWords, changeInWords, missingInWords, requirementInWords } from './in-words.js';
import { inputsOf, type Finding, type Missing, type Verdict } from './judge-criterion.js';
import { judgeHousehold, type AlternativeFinding, type Outcome } from './judge-household.js';
import { refuseHardship } from '../refusals.js';
import { standardId, standardInForce, type SubsistenceStandard } from './subsistence-standard.js';
import { turningPoint, whatWouldChange, type Change } from './what-would-change.js';

/** The rule of the day it was received, the standard of the day it is assessed. */
export interface AssessmentDays {
  readonly receivedOn: PlainDate;
  readonly assessedOn: PlainDate;
}

/** What a decision keeps so that it can be read again by its own rows. */
export interface AssessedBy extends AssessmentDays {
  readonly ruleId: string;
  readonly standardId: string | null;
}

export interface WordedChange extends Change {
  readonly words: Label;
}

export interface CriterionReport {
  readonly code: string;
  readonly name: Label;
  readonly verdict: Verdict;
  readonly inputs: readonly InputName[];
  readonly calculation: Label;
  readonly requirement: Label;
  readonly value: number | null;
  readonly threshold: number | null;
  /** By how much the value lies above the threshold, or below it when negative. */
  readonly gap: number | null;
  readonly citation: Citation;
  readonly unverified: boolean;
  readonly missing: readonly (Missing & { readonly words: Label })[];
  /** For each input by itself, what would turn this criterion over. */
  readonly turns: readonly WordedChange[];
}

export interface AlternativeReport {
  readonly verdict: Verdict;
  readonly criteria: readonly CriterionReport[];
}

export interface ClassReport {
  readonly hardshipClass: HardshipClass;
  readonly opensFile: boolean;
  readonly verdict: Verdict;
  readonly alternatives: readonly AlternativeReport[];
  /** What would bring the household into this class; empty when it is in it, or in a graver one. */
  readonly ways: readonly WordedChange[];
}

export interface Assessment extends AssessedBy, Pick<Outcome, 'verdict' | 'proposed' | 'opensFile' | 'undecidedAbove' | 'unverified'> {
  readonly missing: readonly (Missing & { readonly words: Label })[];
  readonly applicants: readonly AlternativeReport[];
  readonly exclusions: readonly CriterionReport[];
  readonly classes: readonly ClassReport[];
  /** What would take the household out of the class that is proposed. */
  readonly loses: readonly WordedChange[];
}

export function assess(
  rules: readonly EligibilityRule[],
  standards: readonly SubsistenceStandard[],
  household: Household,
  days: AssessmentDays,
): Assessment | Refusal {
  const rule = eligibilityRuleInForce(rules, days.receivedOn);
  if (!rule) return refuseHardship('hardship.no-rule-in-force', { on: days.receivedOn });
  return report(rule, standardInForce(standards, household.division, days.assessedOn), household, days);
}

/** An old assessment, made again by the very rows that it was made by, whatever holds now. */
export function assessAgain(
  rules: readonly EligibilityRule[],
  standards: readonly SubsistenceStandard[],
  household: Household,
  by: AssessedBy,
): Assessment | Refusal {
  const rule = rules.find((row) => eligibilityRuleId(row) === by.ruleId);
  const standard = standards.find((row) => standardId(row) === by.standardId);
  if (!rule || (by.standardId !== null && !standard)) return refuseHardship('hardship.rule-gone', { rule: by.ruleId });
  return report(rule, standard, household, { receivedOn: by.receivedOn, assessedOn: by.assessedOn });
}

function report(rule: EligibilityRule, standard: SubsistenceStandard | undefined, household: Household, days: AssessmentDays): Assessment {
  const outcome = judgeHousehold(rule, standard, household);
  const { verdict, proposed, opensFile, undecidedAbove, unverified } = outcome;
  const seek = (wanted: (changed: Outcome) => boolean): WordedChange[] => whatWouldChange(rule, standard, household, wanted).map(worded);
  const criterion = (finding: Finding): CriterionReport => reportCriterion(finding, household, standard);
  const alternatives = (all: readonly AlternativeFinding[]): AlternativeReport[] =>
    all.map((one) => ({ verdict: one.verdict, criteria: one.findings.map(criterion) }));
  const place = placeOf(outcome);
  return {
    receivedOn: days.receivedOn,
    assessedOn: days.assessedOn,
    ruleId: eligibilityRuleId(rule),
    standardId: standard ? standardId(standard) : null,
    verdict,
    proposed,
    opensFile,
    undecidedAbove,
    unverified,
    missing: outcome.missing.map(wordedMissing),
    applicants: alternatives(outcome.applicants),
    exclusions: outcome.exclusions.map(criterion),
    classes: outcome.classes.map((one, index) => ({
      hardshipClass: one.hardshipClass,
      opensFile: one.opensFile,
      verdict: one.verdict,
      alternatives: alternatives(one.alternatives),
      ways: index < place ? seek((changed) => changed.verdict === 'eligible' && changed.classes[index]!.verdict === 'met') : [],
    })),
    loses: proposed ? seek((changed) => placeOf(changed) > place) : [],
  };
}

/** 0 is the gravest class of the rule; without a class a household stands behind them all. */
export function placeOf({
  proposed,
  classes,
}: Pick<Outcome, 'proposed'> & { readonly classes: readonly { readonly hardshipClass: HardshipClass }[] }): number {
  const place = classes.findIndex(({ hardshipClass }) => hardshipClass === proposed);
  return place < 0 ? classes.length : place;
}

function reportCriterion(finding: Finding, household: Household, standard: SubsistenceStandard | undefined): CriterionReport {
  const { criterion, verdict, value, threshold, missing, unverified } = finding;
  const inputs = inputsOf(criterion);
  return {
    code: criterion.code,
    name: criterion.name,
    verdict,
    inputs: criterion.formula === 'per-capita' ? [...inputs, 'persons'] : inputs,
    calculation: calculationInWords(finding, household),
    requirement: requirementInWords(criterion, threshold, standard),
    value,
    threshold,
    gap: value === null || threshold === null ? null : value - threshold,
    citation: criterion.citation,
    unverified,
    missing: missing.map(wordedMissing),
    turns: verdict === 'unknown' ? [] : inputs.flatMap((input) => turningPoint(criterion, input, household, standard) ?? []).map(worded),
  };
}

const worded = (change: Change): WordedChange => ({ ...change, words: changeInWords(change) });
const wordedMissing = (one: Missing): Missing & { readonly words: Label } => ({ ...one, words: missingInWords(one) });
