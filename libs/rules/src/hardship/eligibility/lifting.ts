/** 脱困: whether a file may be lifted. By the terms of the rule for its class, or else because no class that has files fits any more. */
import type { HardshipClass } from '../codes.js';
import type { EligibilityRule } from './eligibility-rule.js';
import type { Household } from './household.js';
import { allOf, judgeCriterion, type Finding, type Verdict } from './judge-criterion.js';
import { judgeHousehold } from './judge-household.js';
import type { SubsistenceStandard } from './subsistence-standard.js';

export interface LiftingOutcome {
  readonly verdict: Verdict;
  /** Empty where the rule has no terms for the class. */
  readonly findings: readonly Finding[];
}

export function judgeLifting(
  rule: EligibilityRule,
  standard: SubsistenceStandard | undefined,
  household: Household,
  hardshipClass: HardshipClass,
): LiftingOutcome {
  const terms = rule.lifting.find(({ classes }) => classes.includes(hardshipClass));
  if (terms) {
    const findings = terms.criteria.map((criterion) => judgeCriterion(criterion, household, standard));
    return { verdict: allOf(findings.map(({ verdict }) => verdict)), findings };
  }
  const { verdict, opensFile, undecidedAbove } = judgeHousehold(rule, standard, household);
  if (opensFile) return { verdict: 'not-met', findings: [] };
  return { verdict: verdict === 'undecided' || undecidedAbove.length > 0 ? 'unknown' : 'met', findings: [] };
}
