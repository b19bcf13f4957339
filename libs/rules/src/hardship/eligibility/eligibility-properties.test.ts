import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import ruleFile from '../../../../../prisma/seed/data/eligibility-rules.json' with { type: 'json' };
import { plainDate } from '../../shared/plain-date.js';
import { placeOf } from './assess.js';
import { employmentStates, hardshipCauses, type EmploymentState, type HardshipCause } from '../codes.js';
import { criteriaOf, withThresholds, type PerCapita } from './eligibility-rule.js';
import { ordinaryHousehold } from './golden-eligibility.js';
import { countInputs, factInputs, moneyInputs, type Household } from './household.js';
import { judgeCriterion, limitOf, yearSum } from './judge-criterion.js';
import { judgeHousehold } from './judge-household.js';
import { readEligibilityFile } from './read-eligibility.js';
import { screenBy } from './screen-households.js';
import type { SubsistenceStandard } from './subsistence-standard.js';
import { applyChange, distance, turningPoint, whatWouldChange, type Change } from './what-would-change.js';

const written = readEligibilityFile(ruleFile);
/** With every threshold supplied, so that all classes can be decided. */
const supplied = written.map((rule) => withThresholds(rule, { 'severe-income': 80, 'severe-net': 60, 'lift-net': 150 }));
const standard: SubsistenceStandard = {
  division: '320500', validFrom: plainDate('2012-01-01'), validTo: null, version: 1, amountFen: 120_800, recalledFen: null, evidence: 'test', unverified: false, source: 'test',
}; // prettier-ignore

const fact = fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean());
const household: fc.Arbitrary<Household> = fc
  .record({
    persons: fc.integer({ min: 1, max: 8 }),
    perHead: fc.integer({ min: 0, max: 6_000 }),
    odd: fc.integer({ min: 0, max: 99 }),
    outlay: fc.record(Object.fromEntries(Object.keys(moneyInputs).map((name) => [name, fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4_000_000 }))]))),
    counts: fc.record(Object.fromEntries(Object.keys(countInputs).map((name) => [name, fc.integer({ min: 0, max: 24 })]))),
    dwellings: fc.integer({ min: 0, max: 2 }),
    facts: fc.record(Object.fromEntries(Object.keys(factInputs).map((name) => [name, fact]))),
    causes: fc.uniqueArray(fc.constantFrom(...(Object.keys(hardshipCauses) as HardshipCause[])), { minLength: 1, maxLength: 4 }),
    employment: fc.constantFrom(...(Object.keys(employmentStates) as EmploymentState[])),
    fees: fc.boolean(),
  })
  .map(({ persons, perHead, odd, outlay, counts, dwellings, facts, causes, employment, fees }) => ({
    ...ordinaryHousehold, ...outlay, ...counts, ...facts, division: '320508', persons, causes, employment, dwellings,
    income: perHead * 1200 * persons + odd,
    ...(fees ? {} : { schoolFee: 0, publicSchoolFee: 0 }),
  })); // prettier-ignore
const rule = fc.constantFrom(...supplied);

describe('eligibility', () => {
  it('never finds a graver class for more income', () => {
    fc.assert(
      fc.property(rule, household, fc.integer({ min: 1, max: 5_000_000 }), (row, family, more) => {
        const [before, after] = [family, { ...family, income: family.income! + more }].map((one) =>
          placeOf(judgeHousehold(row, standard, one)),
        );
        expect(after).toBeGreaterThanOrEqual(before!);
      }),
      { numRuns: 800 },
    );
  });

  it('never finds a less grave class for more of an outlay that counts', () => {
    fc.assert(
      fc.property(
        rule,
        household,
        fc.constantFrom('schooling', 'aids', 'care', 'workCost', 'event', 'medical' as const),
        fc.integer({ min: 1, max: 5_000_000 }),
        (row, family, kind, more) => {
          const [before, after] = [family, { ...family, [kind]: family[kind as 'care']! + more }].map((one) =>
            placeOf(judgeHousehold(row, standard, one)),
          );
          expect(after).toBeLessThanOrEqual(before!);
        },
      ),
      { numRuns: 800 },
    );
  });

  it('turns at every per-capita threshold between one hundredth of a yuan and the next', () => {
    const all = supplied
      .flatMap((row) => criteriaOf(row))
      .filter((criterion): criterion is PerCapita => criterion.formula === 'per-capita');
    expect(all.length).toBeGreaterThanOrEqual(15);
    fc.assert(
      fc.property(fc.constantFrom(...all), household, (criterion, family) => {
        const limit = limitOf(criterion, standard)!;
        const at = (value: number) => {
          const income = family.income! + 12 * family.persons * value - yearSum(criterion, family)!;
          return judgeCriterion(criterion, { ...family, income }, standard);
        };
        expect([limit - 1, limit, limit + 1].map((value) => at(value).value)).toEqual([limit - 1, limit, limit + 1]);
        const met = [limit - 1, limit, limit + 1].map((value) => at(value).verdict === 'met');
        expect(met).toEqual(
          { '<': [true, false, false], '<=': [true, true, false], '>': [false, false, true], '>=': [false, true, true] }[criterion.is],
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is screened as it is judged, also where something is unknown', () => {
    const holes = fc.uniqueArray(fc.constantFrom('income', 'medical', 'dwellings', 'suddenEvent', 'causes', 'employment', 'monthsBelow'), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.constantFrom(...supplied, ...written), household, holes, fc.boolean(), (row, family, unknown, withStandard) => {
        const partly = Object.fromEntries(
          Object.entries(family).filter(([name]) => !(unknown as string[]).includes(name)),
        ) as unknown as Household;
        const by = withStandard ? standard : undefined;
        const { verdict, proposed } = judgeHousehold(row, by, partly);
        expect(screenBy(row, by)(partly)).toEqual({ verdict, proposed });
      }),
      { numRuns: 800 },
    );
  });
});

describe('what would change', () => {
  /** One step short of the change, in the same direction. */
  const short = (change: Change): Change => ({
    ...change,
    to: (change.to as number) + Math.sign((change.from as number) - (change.to as number)),
  });

  it('flips every near miss, and one fen less does not', () => {
    let missed = 0;
    fc.assert(
      fc.property(rule, household, (row, family) => {
        const before = judgeHousehold(row, standard, family);
        const wanted = (outcome: typeof before): boolean => outcome.verdict === 'eligible';
        if (before.verdict !== 'not-eligible') return;
        for (const change of whatWouldChange(row, standard, family, wanted)) {
          missed += 1;
          expect(judgeHousehold(row, standard, applyChange(family, change)).verdict).toBe('eligible');
          if (typeof change.to === 'number' && distance(change) > 0)
            expect(judgeHousehold(row, standard, applyChange(family, short(change))).verdict).toBe('not-eligible');
        }
      }),
      { numRuns: 300 },
    );
    expect(missed).toBeGreaterThan(100);
  });

  it('is found for a family that misses by income alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 500_000 }), (persons, over) => {
        const family: Household = { ...ordinaryHousehold, persons, employment: 'laid-off', income: 12 * persons * 241_600 + over };
        const [nearest] = whatWouldChange(supplied[3]!, standard, family, ({ proposed }) => proposed === 'relative');
        // The first yearly sum that no longer rounds to 2,416.00 a person and month.
        expect(nearest).toMatchObject({ input: 'income', to: 12 * persons * 241_600 - 6 * persons - 1 });
      }),
      { numRuns: 100 },
    );
  });

  it('turns each criterion over by each of its inputs', () => {
    fc.assert(
      fc.property(rule, household, (row, family) => {
        for (const criterion of criteriaOf(row)) {
          const { verdict } = judgeCriterion(criterion, family, standard);
          for (const input of ['income', 'medical', 'event', 'dwellings', 'suddenEvent', 'causes', 'schoolFee'] as const) {
            const change = turningPoint(criterion, input, family, standard);
            if (change)
              expect(judgeCriterion(criterion, applyChange(family, change), standard).verdict, criterion.code).toBe(
                verdict === 'met' ? 'not-met' : 'met',
              );
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
