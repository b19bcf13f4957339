/** All rules and standards that were ever published, as a decision looks them up. */
import type { EligibilityRule } from './eligibility-rule.js';
import type { SubsistenceStandard } from './subsistence-standard.js';

export interface Rulebook {
  readonly rules: readonly EligibilityRule[];
  readonly standards: readonly SubsistenceStandard[];
}
