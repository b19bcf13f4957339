import { describe, expect, it } from 'vitest';
import ruleFile from '../../../../../prisma/seed/data/eligibility-rules.json' with { type: 'json' };
import standardRows from '../../../../../prisma/seed/data/subsistence-standards.json' with { type: 'json' };
import { plainDate } from '../../shared/plain-date.js';
import { eligibilityRuleInForce, withThresholds } from '../eligibility/eligibility-rule.js';
import { ordinaryHousehold } from '../eligibility/golden-eligibility.js';
import type { Household } from '../eligibility/household.js';
import { readEligibilityFile, readStandards } from '../eligibility/read-eligibility.js';
import { standardInForce } from '../eligibility/subsistence-standard.js';
import { suzhouFinderPlan as plan } from './finder-plan.js';
import { nearMiss, type NearMissFacts } from './near-miss.js';

const on = plainDate('2026-11-20');
const rule = withThresholds(eligibilityRuleInForce(readEligibilityFile(ruleFile), on)!, { 'severe-income': 50, 'severe-net': 50 });
const standard = standardInForce(readStandards(standardRows), '320500', on)!;
const inForce = { rule, standard };

/** Above twice the standard, a person and month, by so many fen. */
const above = (fen: number, over: Partial<Household> = {}): Household => ({
  ...ordinaryHousehold,
  income: (2 * standard.amountFen! + fen) * 12 * 3,
  ...over,
});
const found = (household: Household, over: Partial<NearMissFacts> = {}) =>
  nearMiss(plan, { fileId: 'f', endedOn: plainDate('2026-06-01'), onFile: false, household, decidedBy: inForce, inForce, ...over }, on);
const higher = { rule, standard: { ...standard, amountFen: standard.amountFen! + 10_000 } };

describe('a near miss', () => {
  it('is one by a small gap in money, and tells how near but no amount', () => {
    const sign = found(above(1_000));
    expect(sign).toMatchObject({ rule: 'near-miss', priority: 2, facts: { how: 'small-gap' } });
    expect(JSON.stringify(sign)).not.toMatch(/\d{5,}/);
    expect(found(above(standard.amountFen! / 10 - 100))).toBeDefined();
    expect(found(above(standard.amountFen! / 10 + 100))).toBeUndefined();
  });

  it('is urgent when the standard has risen past the family since', () => {
    expect(found(above(15_000), { inForce: higher })).toMatchObject({ priority: 1, facts: { how: 'changed-since' } });
    expect(found(above(50_000), { inForce: higher })).toBeUndefined();
  });

  it('is one when something was not told that would decide it', () => {
    const { medical: _, ...untold } = above(500_000);
    expect(found(untold as Household)).toMatchObject({ facts: { how: 'undecided' } });
  });

  it('is none where something else excludes, where the rule let the family in, on file again, or long ago', () => {
    expect(found(above(1_000, { dwellings: 2 }))).toBeUndefined();
    expect(found(above(-200_000)), 'refused for another ground').toBeUndefined();
    expect(found(above(1_000), { onFile: true })).toBeUndefined();
    expect(found(above(1_000), { endedOn: plainDate('2024-11-20') })).toBeUndefined();
  });

  it('is none by a missing threshold alone: that is the rule’s want, not the family’s', () => {
    const bare = { rule: eligibilityRuleInForce(readEligibilityFile(ruleFile), on)!, standard };
    expect(found(above(900_000), { decidedBy: bare, inForce: bare })).toBeUndefined();
  });
});
