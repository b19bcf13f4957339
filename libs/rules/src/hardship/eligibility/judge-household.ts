/** The whole rule over one household: who may apply, what excludes, which classes fit. */
import type { HardshipClass } from '../codes.js';
import type { Alternatives, ClassRule, Criterion, EligibilityRule } from './eligibility-rule.js';
import type { Household } from './household.js';
import { allOf, anyOf, judgeCriterion, negated, type Finding, type Missing, type Verdict } from './judge-criterion.js';
import type { SubsistenceStandard } from './subsistence-standard.js';

export interface AlternativeFinding {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

export interface ClassFinding {
  readonly hardshipClass: HardshipClass;
  readonly opensFile: boolean;
  readonly verdict: Verdict;
  readonly alternatives: readonly AlternativeFinding[];
}

export interface Outcome {
  readonly verdict: 'eligible' | 'not-eligible' | 'undecided';
  /** The gravest class that is established; a graver one may still be undecided. */
  readonly proposed: HardshipClass | null;
  readonly opensFile: boolean;
  readonly undecidedAbove: readonly HardshipClass[];
  readonly applicants: readonly AlternativeFinding[];
  readonly exclusions: readonly Finding[];
  readonly classes: readonly ClassFinding[];
  /** What has to be supplied before everything is decided. */
  readonly missing: readonly Missing[];
  /** Whether anything that the verdict rests on is unverified. */
  readonly unverified: boolean;
}

export function judgeHousehold(rule: EligibilityRule, standard: SubsistenceStandard | undefined, household: Household): Outcome {
  const judge = (criterion: Criterion): Finding => judgeCriterion(criterion, household, standard);
  const applicants = judgeAlternatives(rule.applicants, judge);
  const exclusions = rule.exclusions.map(judge);
  const classes = rule.classes.map((one) => judgeClass(one, judge));

  const excluded = anyOf(exclusions.map(({ verdict }) => verdict));
  const applies = rule.applicants.length === 0 ? 'met' : anyOf(applicants.map(({ verdict }) => verdict));
  const gate = allOf([applies, negated(excluded)]);
  const fits = anyOf(classes.map(({ verdict }) => verdict));
  const all = allOf([gate, fits]);
  const best = all === 'met' ? classes.findIndex(({ verdict }) => verdict === 'met') : -1;
  const proposed = classes[best];
  const undecidedAbove = classes.slice(0, Math.max(best, 0)).filter(({ verdict }) => verdict === 'unknown');

  const asked = [...applicants, ...classes.flatMap(({ alternatives }) => alternatives)];
  // What lets a household in rests on the way it got in; what keeps it out rests on all that was asked.
  const grounds = proposed
    ? [...firstMet(applicants), ...firstMet(proposed.alternatives)]
    : [...asked.flatMap(({ findings }) => findings), ...exclusions.filter(({ verdict }) => verdict !== 'not-met')];
  const open = proposed
    ? undecidedAbove.flatMap(({ alternatives }) => alternatives)
    : all === 'unknown'
      ? [...asked, ...exclusions.map(alone)]
      : [];
  return {
    verdict: all === 'met' ? 'eligible' : all === 'not-met' ? 'not-eligible' : 'undecided',
    proposed: proposed?.hardshipClass ?? null,
    opensFile: proposed?.opensFile ?? false,
    undecidedAbove: undecidedAbove.map(({ hardshipClass }) => hardshipClass),
    applicants,
    exclusions,
    classes,
    missing: distinct(
      open.filter(({ verdict }) => verdict === 'unknown').flatMap(({ findings }) => findings.flatMap(({ missing }) => missing)),
    ),
    unverified: grounds.some(({ unverified }) => unverified),
  };
}

function judgeClass({ hardshipClass, opensFile, alternatives }: ClassRule, judge: (criterion: Criterion) => Finding): ClassFinding {
  const judged = judgeAlternatives(alternatives, judge);
  return { hardshipClass, opensFile, verdict: anyOf(judged.map(({ verdict }) => verdict)), alternatives: judged };
}

function judgeAlternatives(alternatives: Alternatives, judge: (criterion: Criterion) => Finding): AlternativeFinding[] {
  return alternatives.map((criteria) => {
    const findings = criteria.map(judge);
    return { verdict: allOf(findings.map(({ verdict }) => verdict)), findings };
  });
}

const alone = (finding: Finding): AlternativeFinding => ({ verdict: finding.verdict, findings: [finding] });

function firstMet(alternatives: readonly AlternativeFinding[]): readonly Finding[] {
  return alternatives.find(({ verdict }) => verdict === 'met')?.findings ?? [];
}

function distinct(missing: readonly Missing[]): Missing[] {
  return [...new Map(missing.map((one) => [JSON.stringify(one), one])).values()];
}
