/** One household under the rules as they are and as they would be. Rules and standards are looked up once a division, not once a household. */
import type { Fen } from '../../shared/money.js';
import type { PlainDate } from '../../shared/plain-date.js';
import type { HardshipClass } from '../codes.js';
import { eligibilityRuleInForce, type EligibilityRule } from '../eligibility/eligibility-rule.js';
import type { Household } from '../eligibility/household.js';
import { yearlyCap, type CostTerms } from './policy-cost.js';
import { policyEffect, type PolicyEffect } from './policy-effect.js';
import type { Rulebook } from '../eligibility/rulebook.js';
import { screenBy, type Screened } from '../eligibility/screen-households.js';
import { standardInForce, type SubsistenceStandard } from '../eligibility/subsistence-standard.js';

export interface PolicyFound {
  readonly effect: PolicyEffect;
  readonly classBefore: HardshipClass | null;
  readonly classAfter: HardshipClass | null;
  /** More (or less) in a year, by the estimate of policy-cost.ts. */
  readonly costFen: Fen;
}

interface Side {
  readonly rule: EligibilityRule;
  readonly standard: SubsistenceStandard | undefined;
  readonly screen: (household: Household) => Screened;
  readonly cap: Fen;
}

export function screenPolicy(
  before: Rulebook,
  after: Rulebook,
  on: PlainDate,
  terms: CostTerms,
): (household: Household) => PolicyFound | undefined {
  const rules = [before, after].map((book) => eligibilityRuleInForce(book.rules, on));
  const [ruleBefore, ruleAfter] = rules;
  if (!ruleBefore || !ruleAfter) return () => undefined;
  const opening = new Set([...ruleBefore.classes, ...ruleAfter.classes].flatMap((one) => (one.opensFile ? one.hardshipClass : [])));
  const opensFile = (hardshipClass: HardshipClass): boolean => opening.has(hardshipClass);
  const side = (rule: EligibilityRule, { standards }: Rulebook, division: string): Side => {
    const standard = standardInForce(standards, division, on);
    return { rule, standard, screen: screenBy(rule, standard), cap: yearlyCap(standard, true, terms) };
  };
  const sides = new Map<string, readonly [Side, Side]>();
  const sidesOf = (division: string): readonly [Side, Side] => {
    let both = sides.get(division);
    if (!both) sides.set(division, (both = [side(ruleBefore, before, division), side(ruleAfter, after, division)]));
    return both;
  };

  return (household) => {
    const [was, will] = sidesOf(household.division);
    const one = was.screen(household);
    const other = was.rule === will.rule && was.standard === will.standard ? one : will.screen(household);
    const effect = policyEffect(one, other, opensFile);
    const cost = ({ proposed }: Screened, { cap }: Side): Fen => (proposed !== null && opensFile(proposed) ? cap : 0);
    return {
      effect,
      classBefore: one.proposed,
      classAfter: other.proposed,
      costFen: effect === 'undecided' ? 0 : cost(other, will) - cost(one, was),
    };
  };
}
