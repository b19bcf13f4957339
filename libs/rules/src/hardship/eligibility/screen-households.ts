/** The verdict alone, for whole registers: what-ifs, re-assessment lists. The same criteria, without reasons. */
import type { HardshipClass } from '../codes.js';
import type { Alternatives, Criterion, EligibilityRule } from './eligibility-rule.js';
import type { Household } from './household.js';
import { allOf, limitOf, negated, verdictOf, type Verdict } from './judge-criterion.js';
import type { Outcome } from './judge-household.js';
import type { SubsistenceStandard } from './subsistence-standard.js';

export interface Screened {
  readonly verdict: Outcome['verdict'];
  readonly proposed: HardshipClass | null;
}

type Test = (household: Household) => Verdict;

/** Reckons every threshold once; the function that it returns judges household after household. */
export function screenBy(rule: EligibilityRule, standard: SubsistenceStandard | undefined): (household: Household) => Screened {
  const applies = rule.applicants.length === 0 ? (): Verdict => 'met' : anyAlternative(rule.applicants, standard);
  const excluded = anyTest(rule.exclusions.map((criterion) => testOf(criterion, standard)));
  const classes = rule.classes.map(({ hardshipClass, alternatives }) => ({
    eligible: { verdict: 'eligible', proposed: hardshipClass } as const,
    fits: anyAlternative(alternatives, standard),
  }));

  return (household) => {
    const gate = allOf([applies(household), negated(excluded(household))]);
    if (gate === 'not-met') return nobody;
    let open = false;
    for (const { eligible, fits } of classes) {
      const verdict = fits(household);
      if (verdict === 'met') return gate === 'met' ? eligible : undecided;
      open ||= verdict === 'unknown';
    }
    return open ? undecided : nobody;
  };
}

const nobody: Screened = { verdict: 'not-eligible', proposed: null };
const undecided: Screened = { verdict: 'undecided', proposed: null };

function testOf(criterion: Criterion, standard: SubsistenceStandard | undefined): Test {
  const limit = limitOf(criterion, standard);
  return (household) => verdictOf(criterion, limit, household);
}

function anyAlternative(alternatives: Alternatives, standard: SubsistenceStandard | undefined): Test {
  return anyTest(alternatives.map((criteria) => allTests(criteria.map((criterion) => testOf(criterion, standard)))));
}

function anyTest(tests: readonly Test[]): Test {
  return (household) => settledBy('met', tests, household) ?? 'not-met';
}

function allTests(tests: readonly Test[]): Test {
  return (household) => settledBy('not-met', tests, household) ?? 'met';
}

/** The first that settles it ends the asking; short of that, one unknown leaves it unknown. */
function settledBy(settling: Verdict, tests: readonly Test[], household: Household): Verdict | undefined {
  let unknown = false;
  for (const test of tests) {
    const verdict = test(household);
    if (verdict === settling) return settling;
    if (verdict === 'unknown') unknown = true;
  }
  return unknown ? 'unknown' : undefined;
}
