import { describe, expect, it } from 'vitest';
import ruleFile from '../../../../../prisma/seed/data/eligibility-rules.json' with { type: 'json' };
import standardRows from '../../../../../prisma/seed/data/subsistence-standards.json' with { type: 'json' };
import { plainDate } from '../../shared/plain-date.js';
import { assess, type Assessment } from './assess.js';
import { mayStateCauses } from '../causes.js';
import { causesOf, classesOf, eras, hardshipClasses, type Era, type HardshipCause } from '../codes.js';
import { withThresholds } from './eligibility-rule.js';
import { floorAreaBand, formFields, formList, formLists, type FormList } from '../form-codes.js';
import { ordinaryHousehold } from './golden-eligibility.js';
import { judgeLifting } from './lifting.js';
import { mayOverride, mustBeAnother } from './override.js';
import { policyEffect } from '../policy/policy-effect.js';
import { readEligibilityFile, readStandards } from './read-eligibility.js';
import { screenBy } from './screen-households.js';
import { standardInForce } from './subsistence-standard.js';

const rules = readEligibilityFile(ruleFile);
const standards = readStandards(standardRows);
const on = plainDate('2025-10-20');
const codeOf = (judgement: { code: string } | undefined) => judgement?.code;

describe('差多少', () => {
  const assessed = (change: object): Assessment =>
    assess(rules, standards, { ...ordinaryHousehold, ...change }, { receivedOn: on, assessedOn: on }) as Assessment;
  const classIn = (found: Assessment, name: string) => found.classes.find(({ hardshipClass }) => hardshipClass === name)!;

  it('names the medical bill that would make the household one in relative hardship', () => {
    // 2,500.00 a person and month: 84.00 over, 3,024.00 in the year, and a fen to lie below; half a fen a month is rounded.
    const found = assessed({ income: 36 * 250_000, employment: 'laid-off' });
    expect(found).toMatchObject({ verdict: 'undecided', proposed: null });
    const ways = classIn(found, 'relative').ways.map(({ words }) => words.zh);
    expect(ways).toContain('医疗自付（报销和其他救助后）增加3,024.19元（至3,024.19元）');
    expect(ways).toContain('家庭年可支配收入减少3,024.19元（至86,975.81元）');
    const net = classIn(found, 'relative').alternatives[0]!.criteria[0]!;
    expect(net).toMatchObject({ value: 250_000, threshold: 241_600, gap: 8_400, verdict: 'not-met' });
    expect(net.calculation.zh).toBe('（家庭年可支配收入90,000.00元）÷ 12 ÷ 3人 = 2,500.00元/人·月');
    expect(net.requirement.zh).toBe('低于2,416.00元（低保标准1,208.00元 × 2）');
  });

  it('says what would take a class away again', () => {
    const found = assessed({ income: 36 * 200_000, medical: 500_000, employment: 'laid-off' });
    expect(found).toMatchObject({ verdict: 'eligible', proposed: 'relative', opensFile: true });
    // The bill of 5,000.00 is too small to matter: only more income, or a fact that excludes.
    expect(found.loses.map(({ input }) => input)).toEqual([
      'income',
      'schoolFee',
      'dwellings',
      'hiresInBusiness',
      'studyAbroad',
      'carNotForWork',
    ]);
    expect(found.loses[0]!.to).toBe(36 * 241_600 + 500_000 - 18);
  });

  it('says yes, no and codes in words', () => {
    const struck = assessed({ income: 36 * 300_000, employment: 'retired' });
    const ways = classIn(struck, 'sudden').alternatives[0]!.criteria[0]!;
    expect(ways.calculation.zh).toBe('遭遇突发事件、意外伤害或重大疾病：否');
    expect(ways.turns[0]!.words.zh).toBe('“遭遇突发事件、意外伤害或重大疾病”为是');
    const excluded = assessed({ income: 0, dwellings: 3 });
    expect(classIn(excluded, 'deep').ways.map(({ words }) => words.zh)).toContain('家庭住房套数减少2套（至1套）');
    expect(struck.applicants[0]!.criteria[0]!.requirement.zh).toBe('应为在岗、病休、内退之一');
    expect(assessed({ income: undefined }).classes[1]!.alternatives[0]!.criteria[0]!.calculation.zh).toContain('家庭年可支配收入（未知）');
  });
});

describe('lifting', () => {
  const day = plainDate('2018-09-01');
  const standard = standardInForce(standards, '320500', day);
  const secured = { medicalSecured: true, jobSecured: true, schoolingSecured: true, housingSecured: true, insuranceSecured: true };
  const rich = { ...ordinaryHousehold, income: 36 * 500_000, ...secured };

  it('follows the terms of the rule: all five guarantees, and a threshold that must be supplied', () => {
    expect(judgeLifting(rules[1]!, standard, rich, 'subsistence').verdict).toBe('unknown');
    const supplied = withThresholds(rules[1]!, { 'lift-net': 150 });
    expect(judgeLifting(supplied, standard, rich, 'subsistence').verdict).toBe('met');
    expect(judgeLifting(supplied, standard, { ...rich, jobSecured: false }, 'near-subsistence').verdict).toBe('not-met');
    expect(judgeLifting(supplied, standard, { ...rich, income: 36 * 141_749 }, 'subsistence').verdict).toBe('not-met');
    expect(judgeLifting(supplied, standard, { ...rich, income: 36 * 141_750 }, 'subsistence').verdict).toBe('met');
    expect(judgeLifting(supplied, standard, { ...rich, aidDelivered: true, exitTermsMet: true }, 'stricken').verdict).toBe('met');
    expect(judgeLifting(supplied, standard, rich, 'stricken').verdict).toBe('unknown');
  });

  it('needs elsewhere that no class with files fits any more', () => {
    const now = standardInForce(standards, '320500', on);
    const rule = withThresholds(rules[3]!, { 'severe-net': 60 });
    expect(judgeLifting(rule, now, { ...rich, income: 36 * 241_599 }, 'deep').verdict).toBe('not-met');
    expect(judgeLifting(rule, now, { ...rich, income: 36 * 241_600 }, 'deep').verdict).toBe('met');
    expect(judgeLifting(rules[3]!, now, { ...rich, income: 36 * 241_600 }, 'deep').verdict).toBe('unknown');
    expect(judgeLifting(rule, now, { ...rich, dwellings: 2, income: 0 }, 'deep').verdict).toBe('met');
  });
});

describe('a what-if', () => {
  const standard = standardInForce(standards, '320500', on);
  const supplied = withThresholds(rules[3]!, { 'severe-net': 60 });
  it.each([
    [{ 'relative-net': 250 }, 250_000, 'enters'],
    [{ 'relative-net': 150 }, 200_000, 'leaves'],
    [{ 'deep-net': 120 }, 130_000, 'graver'],
    [{ 'deep-net': 80 }, 110_000, 'milder'],
    [{ 'deep-net': 80 }, 90_000, 'same'],
    [{ 'deep-net': 80 }, 900_000, 'same'],
  ] as const)('of %o at %d a person and month: %s', (thresholds, net, effect) => {
    const family = { ...ordinaryHousehold, employment: 'laid-off', income: 36 * net } as const;
    const [before, after] = [supplied, withThresholds(supplied, thresholds)].map((rule) => screenBy(rule, standard)(family));
    expect(policyEffect(before!, after!)).toBe(effect);
  });

  it('leaves open what cannot be decided', () => {
    const family = { ...ordinaryHousehold, employment: 'laid-off', income: 36 * 900_000 } as const;
    const [without, withIt] = [rules[3]!, supplied].map((rule) => screenBy(rule, standard)(family));
    expect([policyEffect(without!, withIt!), policyEffect(withIt!, without!)]).toEqual(['undecided', 'undecided']);
  });
});

describe('an override', () => {
  const facts = {
    rule: rules[3]!,
    proposed: null,
    wanted: 'relative',
    reason: '户主正在化疗，医院尚未出具费用清单',
    askedBy: 'aid01',
    agreedBy: 'manager01',
  } as const;
  it.each([
    [{}, undefined],
    [{ agreedBy: 'aid01' }, 'hardship.second-person-needed'],
    [{ reason: '  情况特殊  ' }, 'hardship.override-reason-missing'],
    [{ wanted: null }, 'hardship.override-nothing'],
    [{ wanted: null, verdict: 'not-eligible' as const }, 'hardship.override-nothing'],
    [{ wanted: null, verdict: 'undecided' as const }, undefined],
    [{ wanted: 'ordinary' as const }, 'hardship.override-class'],
    [{ proposed: 'relative' as const, wanted: null }, undefined],
  ])('with %o', (change, code) => {
    expect(codeOf(mayOverride({ ...facts, ...change }))).toBe(code);
  });

  it('is nobody’s own check', () => {
    expect(mustBeAnother('a', ['b', 'c'])).toBeUndefined();
    expect(codeOf(mustBeAnother('c', ['b', 'c']))).toBe('hardship.second-person-needed');
  });
});

describe('the code lists', () => {
  it.each([
    ['R3', ['major-illness'], [], undefined],
    ['R3', ['major-illness'], ['schooling', 'laid-off', 'other'], undefined],
    ['R3', [], ['schooling'], 'hardship.main-cause-count'],
    ['R3', ['major-illness', 'other'], [], 'hardship.main-cause-count'],
    ['R3', ['major-illness'], ['schooling', 'laid-off', 'other', 'uninsured'], 'hardship.too-many-causes'],
    ['R3', ['schooling'], ['schooling'], 'hardship.cause-twice'],
    ['R3', ['own-illness'], [], 'hardship.cause-of-another-era'],
    ['R1', ['own-illness'], ['single-parent'], undefined],
    ['R1', ['own-illness'], ['major-illness'], 'hardship.cause-of-another-era'],
  ] as [Era, HardshipCause[], HardshipCause[], string | undefined][])(
    'of %s allow the main causes %o beside %o: %s',
    (era, main, secondary, code) => {
      expect(codeOf(mayStateCauses(era, main, secondary))).toBe(code);
    },
  );

  it('hold what the forms of their years offer', () => {
    expect(causesOf('R1')).toHaveLength(9);
    expect(causesOf('R3')).toHaveLength(10);
    expect([classesOf('R1'), classesOf('R2'), classesOf('R3')].map((list) => list.map((code) => hardshipClasses[code].zh))).toEqual([
      ['特困职工', '困难职工'],
      ['低保户', '低保边缘户', '意外致困户'],
      ['特困职工', '深度困难', '相对困难', '意外致困', '生活暂时困难'],
    ]);
  });

  it('offer one version a layer, each word once', () => {
    for (const field of formFields) {
      const versions: readonly FormList[] = formLists[field];
      for (const era of Object.keys(eras) as Era[])
        expect(versions.filter((list) => list.eras.includes(era)).length, `${field} ${era}`).toBeLessThanOrEqual(1);
      for (const { values } of versions) expect(new Set(Object.values(values).map(({ zh }) => zh)).size).toBe(Object.keys(values).length);
    }
    expect(Object.keys(formList('health', 'R1')!.values)).toContain('uraemia');
    expect(Object.keys(formList('health', 'R3')!.values)).not.toContain('uraemia');
    expect(Object.keys(formList('health', 'R3')!.values)).toHaveLength(20);
    expect(formList('priorityGroup', 'R1')).toBeUndefined();
    expect([20, 20.1, 50, 70, 70.1].map(floorAreaBand)).toEqual(['20', '50', '50', '70', 'more']);
  });
});
