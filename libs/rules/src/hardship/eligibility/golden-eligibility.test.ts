import { describe, expect, it } from 'vitest';
import ruleFile from '../../../../../prisma/seed/data/eligibility-rules.json' with { type: 'json' };
import standardRows from '../../../../../prisma/seed/data/subsistence-standards.json' with { type: 'json' };
import { plainDate } from '../../shared/plain-date.js';
import { Refusal } from '../../shared/refusal.js';
import { assess, assessAgain, type Assessment, type CriterionReport } from './assess.js';
import { causesOf, classesOf } from '../codes.js';
import { criteriaOf, eligibilityRuleId, eligibilityRuleInForce, withThresholds } from './eligibility-rule.js';
import rows from './golden-eligibility.json' with { type: 'json' };
import { goldenFacts, goldenHousehold, goldenRules, goldenStandards, ordinaryHousehold, type GoldenFamily } from './golden-eligibility.js';
import { readEligibilityFile, readStandards } from './read-eligibility.js';
import { screenBy } from './screen-households.js';
import { standardInForce } from './subsistence-standard.js';

const rules = readEligibilityFile(ruleFile);
const standards = readStandards(standardRows);
const golden = rows as unknown as GoldenFamily[];
const on = plainDate('2025-10-20');
const days = { receivedOn: on, assessedOn: on };

function assessed(row: GoldenFamily): Assessment {
  const found = assess(goldenRules(row, rules), goldenStandards(row, standards), goldenHousehold(row), row);
  if (found instanceof Refusal) throw found;
  return found;
}
const criteriaIn = ({ applicants, exclusions, classes }: Assessment): CriterionReport[] => [
  ...exclusions,
  ...[...applicants, ...classes.flatMap(({ alternatives }) => alternatives)].flatMap(({ criteria }) => criteria),
];

describe('the golden families', () => {
  it('are many, of every rule and of every verdict', () => {
    expect(golden.length).toBeGreaterThanOrEqual(120);
    expect(new Set(golden.map(({ why }) => why)).size).toBe(golden.length);
    for (const id of rules.map(eligibilityRuleId)) expect(golden.filter(({ rule }) => rule === id).length, id).toBeGreaterThanOrEqual(20);
    for (const verdict of ['eligible', 'not-eligible', 'undecided'])
      expect(golden.filter((row) => row.verdict === verdict).length, verdict).toBeGreaterThanOrEqual(20);
    for (const rule of rules)
      for (const { hardshipClass } of rule.classes)
        expect(
          golden.some((row) => row.rule === eligibilityRuleId(rule) && row.proposed === hardshipClass),
          `${rule.code} ${hardshipClass}`,
        ).toBe(true);
  });

  it.each(golden.map((row) => [row.why, row] as const))('%s', (_, row) => {
    const { rule, verdict, proposed, opensFile, classes } = row;
    expect(goldenFacts(row, rules, standards)).toEqual({ rule, verdict, proposed, opensFile, classes });
  });

  it('come out of a screening with the same verdict', () => {
    for (const row of golden) {
      const rule = eligibilityRuleInForce(goldenRules(row, rules), row.receivedOn)!;
      const household = goldenHousehold(row);
      const screen = screenBy(rule, standardInForce(goldenStandards(row, standards), household.division, row.assessedOn));
      expect(screen(household), row.why).toEqual({ verdict: row.verdict, proposed: row.proposed });
    }
  });

  it('say what is missing whenever something is undecided, and only then', () => {
    for (const row of golden) {
      const { verdict, undecidedAbove, missing } = assessed(row);
      expect(missing.length > 0, row.why).toBe(verdict === 'undecided' || undecidedAbove.length > 0);
      for (const { words } of missing) expect(words.zh && words.en).toBeTruthy();
    }
  });

  it('cite for every criterion a text that is there to be read', () => {
    for (const row of golden) {
      const found = assessed(row);
      const { sources } = rules.find((rule) => eligibilityRuleId(rule) === found.ruleId)!;
      for (const { citation, code, calculation, requirement } of criteriaIn(found)) {
        expect(citation.instrument, code).toBeTruthy();
        expect(citation.sources.length, code).toBeGreaterThan(0);
        for (const id of citation.sources) expect(sources.find((source) => source.id === id)?.text.zh, id).toBeTruthy();
        expect(`${calculation.zh}${calculation.en}${requirement.zh}${requirement.en}`, code).not.toMatch(/undefined|NaN|null/);
      }
    }
  });
});

describe('the rules', () => {
  it('offer the classes that the forms of their years have', () => {
    for (const { era, classes } of rules) expect(classesOf(era)).toEqual(expect.arrayContaining(classes.map((one) => one.hardshipClass)));
    for (const rule of rules)
      for (const criterion of criteriaOf(rule))
        if (criterion.formula === 'among' && criterion.of === 'causes')
          expect(
            criterion.codes.some((code) => (causesOf(rule.era) as string[]).includes(code)),
            criterion.code,
          ).toBe(true);
  });

  it('govern by the day of receipt, and none before 2012', () => {
    const inForce = (day: string) => eligibilityRuleInForce(rules, plainDate(day))?.era;
    expect(['2011-12-31', '2012-01-01', '2014-12-31', '2015-01-01', '2019-12-31', '2020-01-01'].map(inForce)).toEqual([
      undefined,
      'R1',
      'R1',
      'R2',
      'R2',
      'R3',
    ]);
    expect(assess(rules, standards, ordinaryHousehold, { ...days, receivedOn: plainDate('2011-06-01') })).toMatchObject({
      code: 'hardship.no-rule-in-force',
    });
  });

  it('flag what was not found, and leave it open', () => {
    const open = rules.flatMap((rule) => criteriaOf(rule).filter((criterion) => 'threshold' in criterion && criterion.threshold === null));
    expect([...new Set(open.map(({ code }) => code))]).toEqual(['severe-income', 'lift-net', 'severe-net']);
    for (const criterion of open) expect(criterion.unverified, criterion.code).toBe(true);
    expect(standards.filter(({ unverified }) => !unverified).map(({ amountFen }) => amountFen)).toEqual([120_800]);
    for (const { evidence, amountFen } of standards) if (evidence === 'K-L') expect(amountFen).toBeNull();
  });

  it('mark a verdict that rests on something unverified', () => {
    const family = { ...ordinaryHousehold, income: 36 * 90_000 };
    expect(assess(rules, standards, family, days)).toMatchObject({ proposed: 'deep', unverified: false, undecidedAbove: ['severe'] });
    const in2020 = plainDate('2020-11-20');
    expect(assess(rules, standards, family, { receivedOn: in2020, assessedOn: in2020 })).toMatchObject({
      proposed: 'deep',
      unverified: true,
    });
    const struck = { ...ordinaryHousehold, income: 36 * 300_000, suddenEvent: true };
    expect(assess(rules, standards, struck, days)).toMatchObject({ proposed: 'sudden', unverified: true });
  });
});

describe('an old decision', () => {
  const later = rules.map((rule) =>
    rule.validTo === null ? { ...withThresholds(rule, { 'deep-net': 50, 'relative-net': 90 }), validFrom: plainDate('2026-01-01') } : rule,
  );
  const published = [...rules.map((rule) => (rule.validTo === null ? { ...rule, validTo: plainDate('2025-12-31') } : rule)), later.at(-1)!];
  const raised = [...standards, { ...standards.at(-1)!, version: 2, amountFen: 200_000 }];

  it('is unchanged under its own rows, whatever is published since', () => {
    for (const row of golden.filter(({ standardFen, supplied }) => !standardFen && !supplied)) {
      const before = assessed(row);
      expect(assessAgain(published, raised, goldenHousehold(row), before), row.why).toEqual(before);
    }
  });

  it('would come out otherwise by the new rows, so that the test can fail', () => {
    const family = { ...ordinaryHousehold, income: 36 * 110_000 };
    const before = assess(rules, standards, family, days) as Assessment;
    const in2026 = { receivedOn: plainDate('2026-02-01'), assessedOn: plainDate('2026-02-01') };
    expect(before.proposed).toBe('deep');
    expect(assess(published, standards, family, in2026)).toMatchObject({ ruleId: 'R3.3', proposed: 'temporary' });
    expect(assess(rules, raised, { ...family, income: 36 * 150_000 }, days)).toMatchObject({
      proposed: 'deep',
      standardId: '320500.2025-10-01.2',
    });
    expect(assessAgain(published, raised, family, before)).toEqual(before);
  });

  it('cannot be made again when its rows are gone', () => {
    const by = { ...days, ruleId: 'R9.1', standardId: null };
    expect(assessAgain(rules, standards, ordinaryHousehold, by)).toMatchObject({ code: 'hardship.rule-gone' });
    expect(assessAgain(rules, standards, ordinaryHousehold, { ...by, ruleId: 'R3.2', standardId: 'x' })).toMatchObject({
      code: 'hardship.rule-gone',
    });
  });
});
