/** How far a household stands from the threshold of the class that it is in: what lies near it is soon untrue. */
import type { Fen } from '../../shared/money.js';
import type { HardshipClass } from '../codes.js';
import type { EligibilityRule } from './eligibility-rule.js';
import type { Household } from './household.js';
import { judgeHousehold } from './judge-household.js';
import type { SubsistenceStandard } from './subsistence-standard.js';

export interface Nearness {
  /** Net income a person and month as the class's own criterion reckons it, and what it is held against. */
  readonly netFen: Fen;
  readonly thresholdFen: Fen;
}

/** Nothing where the rule has no such class, or where an input, the threshold or the standard is not known. */
export function nearnessOf(
  rule: EligibilityRule,
  standard: SubsistenceStandard | undefined,
  household: Household,
  hardshipClass: HardshipClass,
): Nearness | undefined {
  const found = judgeHousehold(rule, standard, household)
    .classes.filter((one) => one.hardshipClass === hardshipClass)
    .flatMap(({ alternatives }) => alternatives)
    // The way into the class that the household goes by, before the others.
    .sort((a, b) => Number(b.verdict === 'met') - Number(a.verdict === 'met'))
    .flatMap(({ findings }) => findings)
    .find(({ criterion, value, threshold }) => criterion.formula === 'per-capita' && value !== null && threshold !== null);
  return found && { netFen: found.value!, thresholdFen: found.threshold! };
}
