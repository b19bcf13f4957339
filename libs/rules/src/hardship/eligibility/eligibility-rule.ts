/**
 * A rule of eligibility as a row: which classes there are, by what criteria, who may apply and what excludes. Thresholds
 * are data; one that was never found is null and must be supplied, as a new version of the row.
 */
import type { Label } from '../../shared/label.js';
import type { PlainDate } from '../../shared/plain-date.js';
import type { Era, HardshipClass } from '../codes.js';
import type { CodeInput, CountInput, FactInput, MoneyInput } from './household.js';
import { inForce } from './in-force.js';

export type Comparison = '<' | '<=' | '>' | '>=';

export interface Citation {
  readonly instrument: string;
  readonly article: string | null;
  /** Which of the rule's sources say it. */
  readonly sources: readonly string[];
}

/** A text that was read, with what it says in short: what a verdict cites must be there to be read. */
export interface Source {
  readonly id: string;
  readonly title: string;
  /** How much of it was read, and of what kind it is. */
  readonly read: string;
  readonly text: Label;
}

interface Told {
  /** Unique in its rule. */
  readonly code: string;
  readonly name: Label;
  readonly citation: Citation;
  /** Not found, remembered weakly, or borrowed from elsewhere: shown wherever the criterion is shown. */
  readonly unverified: boolean;
}

/** (plus − minus) ÷ 12 ÷ persons, beside so many percent of the standard in force. */
export interface PerCapita extends Told {
  readonly formula: 'per-capita';
  readonly plus: readonly MoneyInput[];
  readonly minus: readonly MoneyInput[];
  readonly is: Comparison;
  readonly threshold: number | null;
}
/** An amount beside a number of fen, or a count beside a number. */
export interface Amount extends Told {
  readonly formula: 'amount';
  readonly of: MoneyInput;
  readonly is: Comparison;
  readonly threshold: number | null;
}
export interface Count extends Told {
  readonly formula: 'count';
  readonly of: CountInput;
  readonly is: Comparison;
  readonly threshold: number | null;
}
/** More than so many percent of another amount. */
export interface Ratio extends Told {
  readonly formula: 'ratio';
  readonly of: MoneyInput;
  readonly base: MoneyInput;
  readonly is: '>';
  readonly threshold: number | null;
}
export interface Fact extends Told {
  readonly formula: 'fact';
  readonly of: FactInput;
  readonly holds: boolean;
}
export interface Among extends Told {
  readonly formula: 'among';
  readonly of: CodeInput;
  readonly codes: readonly string[];
}
export type Criterion = PerCapita | Amount | Count | Ratio | Fact | Among;
export type Formula = Criterion['formula'];

/** All of an alternative's criteria must be met, and any one alternative is enough. */
export type Alternatives = readonly (readonly Criterion[])[];

export interface ClassRule {
  readonly hardshipClass: HardshipClass;
  /** 生活暂时困难 opens no file: it only allows winter visits. */
  readonly opensFile: boolean;
  readonly alternatives: Alternatives;
}

/** When a file of these classes may be lifted; where a rule has no terms, it is when no class fits any more. */
export interface LiftingTerms {
  readonly classes: readonly HardshipClass[];
  readonly criteria: readonly Criterion[];
}

export interface EligibilityRule {
  readonly code: string;
  readonly version: number;
  readonly era: Era;
  readonly name: Label;
  /** Governs what is received from this day to the last one, both included. */
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  /** Whether the first and last day themselves were not found. */
  readonly periodUnverified: boolean;
  /** None: anybody may apply. */
  readonly applicants: Alternatives;
  /** Any one that is met excludes. */
  readonly exclusions: readonly Criterion[];
  /** The gravest class first. */
  readonly classes: readonly ClassRule[];
  readonly lifting: readonly LiftingTerms[];
  readonly sources: readonly Source[];
}

/** What a decision keeps to say by which row it was made. */
export function eligibilityRuleId({ code, version }: EligibilityRule): string {
  return `${code}.${version}`;
}

/** What is received on this day is decided by it, also after a later version was published. */
export function eligibilityRuleInForce(rules: readonly EligibilityRule[], on: PlainDate): EligibilityRule | undefined {
  return inForce(rules, on);
}

export function criteriaOf({ applicants, exclusions, classes, lifting }: EligibilityRule): Criterion[] {
  return [
    ...applicants.flat(),
    ...exclusions,
    ...classes.flatMap(({ alternatives }) => alternatives.flat()),
    ...lifting.flatMap(({ criteria }) => criteria),
  ];
}

/** The rule with other thresholds, by criterion code: a draft of the next version, or a what-if. */
export function withThresholds(rule: EligibilityRule, thresholds: Readonly<Record<string, number>>): EligibilityRule {
  const changed = withCriteria(rule, (criterion) => {
    const threshold = thresholds[criterion.code];
    return threshold === undefined || !('threshold' in criterion) ? criterion : { ...criterion, threshold };
  });
  return { ...changed, version: rule.version + 1 };
}

/** The rule with each of its criteria as `change` makes it, wherever the criterion stands. */
export function withCriteria(rule: EligibilityRule, change: (criterion: Criterion) => Criterion): EligibilityRule {
  const changeAll = (alternatives: Alternatives): Alternatives => alternatives.map((criteria) => criteria.map(change));
  return {
    ...rule,
    applicants: changeAll(rule.applicants),
    exclusions: rule.exclusions.map(change),
    classes: rule.classes.map((one) => ({ ...one, alternatives: changeAll(one.alternatives) })),
    lifting: rule.lifting.map((terms) => ({ ...terms, criteria: terms.criteria.map(change) })),
  };
}
