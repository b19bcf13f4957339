import { describe, expect, it } from 'vitest';
import ruleFile from '../../../../../prisma/seed/data/eligibility-rules.json' with { type: 'json' };
import standardRows from '../../../../../prisma/seed/data/subsistence-standards.json' with { type: 'json' };
import { plainDate } from '../../shared/plain-date.js';
import { eligibilityRuleInForce } from './eligibility-rule.js';
import { householdFigures } from './household.js';
import { nearnessOf } from './nearness.js';
import { readEligibilityFile, readStandards } from './read-eligibility.js';
import { standardInForce } from './subsistence-standard.js';
import { computeWorksheet } from '../worksheet/worksheet.js';

const on = plainDate('2026-01-15');
const rule = eligibilityRuleInForce(readEligibilityFile(ruleFile), on)!;
const standard = standardInForce(readStandards(standardRows), '320583', on);
const wages = { id: 'l', memberId: 'a', side: 'income', kind: 'wages', amountFen: 200_000, frequency: 'monthly', voucherId: null } as const;
const family = { division: '320583', ...householdFigures(computeWorksheet({ memberIds: ['a', 'b'], lines: [wages] })) };

describe('nearness', () => {
  it('holds net income of a person and month against the threshold of the class', () => {
    expect(nearnessOf(rule, standard, family, 'deep')).toEqual({ netFen: 100_000, thresholdFen: 120_800 });
    expect(nearnessOf(rule, standard, family, 'relative')).toEqual({ netFen: 100_000, thresholdFen: 241_600 });
  });

  it('says nothing of a class that the rule has not, of what is not known, and without a standard', () => {
    expect(nearnessOf(rule, standard, family, 'near-subsistence')).toBeUndefined();
    expect(nearnessOf(rule, standard, { division: '320583', persons: 2 }, 'deep')).toBeUndefined();
    expect(nearnessOf(rule, undefined, family, 'deep')).toBeUndefined();
  });
});
