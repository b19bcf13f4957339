import { expect, it } from 'vitest';
import ruleFile from '../../../../../prisma/seed/data/eligibility-rules.json' with { type: 'json' };
import { criteriaOf } from './eligibility-rule.js';
import { readEligibilityFile } from './read-eligibility.js';
import { criterionInWords, unitOf } from './rule-in-words.js';

const rules = readEligibilityFile(ruleFile);
const words = (rule: number, code: string) => criterionInWords(criteriaOf(rules[rule]!).find((one) => one.code === code)!);

it.each([
  [3, 'severe-net', '低于？（标准未查到，待补充）'],
  [3, 'relative-net', '÷ 12 ÷ 共同生活人口 低于低保标准 × 2'],
  [3, 'temporary-income', '（家庭年可支配收入）÷ 12 ÷ 共同生活人口 不高于低保标准 × 3.5'],
  [3, 'temporary-medical', '医疗自付（报销和其他救助后） 高于5,000.00元'],
  [3, 'high-fee-school', '子女就读学校年收费 高于“同类公办学校年收费”的200%'],
  [3, 'two-dwellings', '家庭住房套数 不低于2套'],
  [3, 'temporary-in-post', '申请人工作状态：在岗'],
  [1, 'subsistence-unaided', '“已享受政府低保等救助”为否'],
])('rule %i says of %s: %s', (rule, code, zh) => {
  expect(words(rule, code).zh).toContain(zh);
});

it('has words in both languages for every criterion of every rule, and a unit for every threshold', () => {
  for (const criterion of rules.flatMap(criteriaOf)) {
    const { zh, en } = criterionInWords(criterion);
    expect(zh, criterion.code).not.toMatch(/undefined|null/);
    expect(en, criterion.code).not.toMatch(/undefined|null|[\u4e00-\u9fff]/);
    expect(unitOf(criterion) === null).toBe(!('threshold' in criterion));
  }
});
