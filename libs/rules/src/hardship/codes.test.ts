import { expect, it } from 'vitest';
import file from '../../../../prisma/seed/data/eligibility-rules.json' with { type: 'json' };
import { plainDate } from '../shared/plain-date.js';
import { eraOn, eras } from './codes.js';
import { eligibilityRuleInForce } from './eligibility/eligibility-rule.js';
import { readEligibilityFile } from './eligibility/read-eligibility.js';

const rules = readEligibilityFile(file);

it.each(['2012-01-01', '2014-12-31', '2015-01-01', '2019-12-31', '2020-01-01', '2026-11-20'])(
  'a file opened on %s belongs to the layer of the rule that was in force',
  (day) => {
    expect(eraOn(plainDate(day))).toBe(eligibilityRuleInForce(rules, plainDate(day))?.era);
  },
);

it('what is older than all rules belongs to the first layer', () => {
  expect(eraOn(plainDate('2009-05-01'))).toBe(Object.keys(eras)[0]);
});
