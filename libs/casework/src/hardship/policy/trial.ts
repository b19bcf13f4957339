/** How far the trial of a draft is, and what it found. */
import type { HardshipClass } from '#rules/hardship/codes';
import type { CostTerms } from '#rules/hardship/policy/policy-cost';
import type { PolicyFinding } from '#rules/hardship/policy/policy-effect';
import type { Rulebook } from '#rules/hardship/eligibility/rulebook';
import type { Fen } from '#rules/shared/money';
import type { PlainDate } from '#rules/shared/plain-date';

export interface TrialFound {
  triedAt: string;
  terms: CostTerms;
  /** The standard that the cost rests on, before and after: of the city, or of the division of a drafted standard. */
  standard: { division: string; beforeFen: Fen | null; afterFen: Fen | null };
  /** On file, whether a rule could judge them or not. */
  files: number;
  effects: { effect: PolicyFinding; files: number; costFen: Fen }[];
  classes: { before: HardshipClass | null; after: HardshipClass | null; effect: PolicyFinding; files: number; costFen: Fen }[];
  costFen: Fen;
  /** Families that were refused and would enter: among the effects too. */
  enteringApplicants: number;
}

export interface Trial {
  /** The day for which both sides are asked: the draft's first, or the day of the trial where that has gone by. */
  on: PlainDate;
  /** How many rows the rulebook had: published ones are never changed, so another number is another rulebook. */
  rulebook: number;
  total: number;
  /** Files and refused applications looked at. */
  done: number;
  applicants: number;
  enteringApplicants: number;
  /** The last file of the last page that was written: the fence between two workers, and the place to go on from. */
  after: string | null;
  error: string | null;
  found: TrialFound | null;
}

export const trialBegins = (on: PlainDate, book: Rulebook): Trial => ({
  on,
  rulebook: sizeOf(book),
  total: 0,
  done: 0,
  applicants: 0,
  enteringApplicants: 0,
  after: null,
  error: null,
  found: null,
});

export const sizeOf = ({ rules, standards }: Rulebook): number => rules.length + standards.length;
