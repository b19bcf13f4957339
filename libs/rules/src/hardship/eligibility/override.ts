/** Deciding otherwise than the rule proposes: possible, because rules miss families; never by one person, never without a reason. */
import type { Judgement } from '../../shared/refusal.js';
import type { HardshipClass } from '../codes.js';
import { eligibilityRuleId, type EligibilityRule } from './eligibility-rule.js';
import type { Outcome } from './judge-household.js';
import { refuseHardship } from '../refusals.js';

export const LEAST_OVERRIDE_REASON = 10;

export interface OverrideFacts {
  readonly rule: EligibilityRule;
  /** What the rule proposes, and what is wanted instead; null is no class at all. */
  readonly proposed: HardshipClass | null;
  /** Where the rule cannot decide, "no class" is a decision of its own. */
  readonly verdict?: Outcome['verdict'];
  readonly wanted: HardshipClass | null;
  readonly reason: string;
  readonly askedBy: string;
  readonly agreedBy: string;
}

export function mayOverride({ rule, proposed, verdict, wanted, reason, askedBy, agreedBy }: OverrideFacts): Judgement {
  if (wanted === proposed && verdict !== 'undecided') return refuseHardship('hardship.override-nothing');
  if (wanted !== null && !rule.classes.some(({ hardshipClass }) => hardshipClass === wanted))
    return refuseHardship('hardship.override-class', { rule: eligibilityRuleId(rule) });
  if ([...reason.trim()].length < LEAST_OVERRIDE_REASON)
    return refuseHardship('hardship.override-reason-missing', { least: LEAST_OVERRIDE_REASON });
  return mustBeAnother(agreedBy, [askedBy]);
}

/** Nobody checks their own work: whoever acts now may not be among those who acted before. */
export function mustBeAnother(actor: string, before: readonly string[]): Judgement {
  return before.includes(actor) ? refuseHardship('hardship.second-person-needed') : undefined;
}
