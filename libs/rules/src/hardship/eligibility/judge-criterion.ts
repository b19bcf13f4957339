/** Whether a household meets one criterion: met, not met, or unknown with what is missing. Nothing is guessed. */
import { fen, shareOf, type Fen } from '../../shared/money.js';
import type { Criterion, Comparison, PerCapita } from './eligibility-rule.js';
import type { Household, InputName } from './household.js';
import type { SubsistenceStandard } from './subsistence-standard.js';
import { perCapitaMonth } from '../worksheet/worksheet.js';

export type Verdict = 'met' | 'not-met' | 'unknown';

export type Missing =
  | { readonly kind: 'input'; readonly input: InputName }
  | { readonly kind: 'threshold'; readonly criterion: string }
  | { readonly kind: 'standard'; readonly division: string };

export interface Finding {
  readonly criterion: Criterion;
  readonly verdict: Verdict;
  /** What was computed and what it stands beside: fen, or a number; null where the criterion compares neither. */
  readonly value: number | null;
  readonly threshold: number | null;
  readonly missing: readonly Missing[];
  readonly unverified: boolean;
}

/** The number that a criterion compares with; null where there is none, or where it still has to be supplied. */
export function limitOf(criterion: Criterion, standard: SubsistenceStandard | undefined): number | null {
  if (!('threshold' in criterion)) return null;
  if (criterion.formula !== 'per-capita' || criterion.threshold === null) return criterion.threshold;
  // Whole fen throughout: 150 % of 1,208.00 is 1,812.00.
  return standard?.amountFen == null ? null : shareOf(standard.amountFen, criterion.threshold, 100);
}

export function verdictOf(criterion: Criterion, limit: number | null, household: Household): Verdict {
  if (criterion.formula === 'fact') {
    const holds = household[criterion.of];
    return holds === undefined ? 'unknown' : yes(holds === criterion.holds);
  }
  if (criterion.formula === 'among') {
    if (household[criterion.of] === undefined) return 'unknown';
    return yes(codesIn(household, criterion.of).some((code) => criterion.codes.includes(code)));
  }
  const value = valueOf(criterion, household);
  const threshold = limit === null ? undefined : thresholdOf(criterion, limit, household);
  return value === undefined || threshold === undefined ? 'unknown' : yes(compares(value, criterion.is, threshold));
}

export function judgeCriterion(criterion: Criterion, household: Household, standard: SubsistenceStandard | undefined): Finding {
  const limit = limitOf(criterion, standard);
  const missing: Missing[] = inputsOf(criterion).flatMap((input) => (household[input] === undefined ? { kind: 'input', input } : []));
  if ('threshold' in criterion && criterion.threshold === null) missing.push({ kind: 'threshold', criterion: criterion.code });
  const byStandard = criterion.formula === 'per-capita';
  if (byStandard && standard?.amountFen == null) missing.push({ kind: 'standard', division: household.division });
  const numeric = 'threshold' in criterion ? criterion : undefined;
  return {
    criterion,
    verdict: verdictOf(criterion, limit, household),
    value: (numeric && valueOf(numeric, household)) ?? null,
    threshold: (numeric && limit !== null ? thresholdOf(numeric, limit, household) : undefined) ?? null,
    missing,
    unverified: criterion.unverified || (byStandard && standard?.unverified === true),
  };
}

type Numeric = Extract<Criterion, { threshold: number | null }>;

export function inputsOf(criterion: Criterion): InputName[] {
  if (criterion.formula === 'per-capita') return [...criterion.plus, ...criterion.minus];
  return criterion.formula === 'ratio' ? [criterion.of, criterion.base] : [criterion.of];
}

/** The yearly sum that a per-capita criterion divides, once all of it is known. */
export function yearSum({ plus, minus }: PerCapita, household: Household): Fen | undefined {
  let sum = 0;
  for (const input of plus) sum += household[input] ?? Number.NaN;
  for (const input of minus) sum -= household[input] ?? Number.NaN;
  return Number.isNaN(sum) ? undefined : fen(sum);
}

function valueOf(criterion: Numeric, household: Household): number | undefined {
  if (criterion.formula !== 'per-capita') return household[criterion.of];
  const sum = yearSum(criterion, household);
  return sum === undefined ? undefined : perCapitaMonth(sum, household.persons);
}

/** A ratio's limit is rounded down, so that “more than” stays true of the fen above it. */
function thresholdOf(criterion: Numeric, limit: number, household: Household): number | undefined {
  if (criterion.formula !== 'ratio') return limit;
  const base = household[criterion.base];
  return base === undefined ? undefined : Math.floor((base * limit) / 100);
}

export function codesIn(household: Household, input: 'causes' | 'employment'): readonly string[] {
  return input === 'causes' ? household.causes! : [household.employment!];
}

function compares(value: number, is: Comparison, threshold: number): boolean {
  if (is === '<') return value < threshold;
  if (is === '<=') return value <= threshold;
  return is === '>' ? value > threshold : value >= threshold;
}

const yes = (holds: boolean): Verdict => (holds ? 'met' : 'not-met');

/** All of them, in three values: one that fails settles it, whatever is unknown. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('not-met')) return 'not-met';
  return verdicts.includes('unknown') ? 'unknown' : 'met';
}

export function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('met')) return 'met';
  return verdicts.includes('unknown') ? 'unknown' : 'not-met';
}

export function negated(verdict: Verdict): Verdict {
  if (verdict === 'unknown') return verdict;
  return verdict === 'met' ? 'not-met' : 'met';
}
