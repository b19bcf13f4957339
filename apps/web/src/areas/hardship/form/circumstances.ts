import { countInputs, factInputs, type CountInput, type FactInput } from '#rules/hardship/eligibility/household';
import { reviewReasons } from '#rules/hardship/reviews/review-calendar';
import type { Assessment } from '../eligibility/assessment-types.js';

/** What no worksheet gives. */
export const askedMoney = ['savings', 'investments', 'schoolFee', 'publicSchoolFee'] as const;
export const askedCounts = Object.keys(countInputs) as CountInput[];
export const askedFacts = Object.keys(factInputs) as FactInput[];

/** What is known to end on a day: the review falls on it. */
export const endReasons = {
  'schooling-ends': reviewReasons['schooling-ends'],
  'benefit-ends': reviewReasons['benefit-ends'],
  'treatment-ends': reviewReasons['treatment-ends'],
} as const;

/** The inputs that the rule in force asks at all: these are asked first. */
export function inputsAsked({ applicants, exclusions, classes }: Assessment): string[] {
  const criteria = [
    ...applicants.flatMap((one) => one.criteria),
    ...exclusions,
    ...classes.flatMap(({ alternatives }) => alternatives.flatMap((one) => one.criteria)),
  ];
  return [...new Set(criteria.flatMap(({ inputs }) => inputs))];
}
