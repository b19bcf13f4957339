import { describe, expect, it } from 'vitest';
import ruleFile from '../../../../../prisma/seed/data/eligibility-rules.json' with { type: 'json' };
import standardRows from '../../../../../prisma/seed/data/subsistence-standards.json' with { type: 'json' };
import { plainDate } from '../../shared/plain-date.js';
import { assess, assessAgain, type Assessment } from '../eligibility/assess.js';
import { criteriaOf, eligibilityRuleId, eligibilityRuleInForce } from '../eligibility/eligibility-rule.js';
import { ordinaryHousehold } from '../eligibility/golden-eligibility.js';
import { mayDraft, stillRests, thresholdsOf, type RuleDraft, type StandardDraft } from './policy-draft.js';
import { CAP_MONTHS, WHOLE_CAP } from './policy-cost.js';
import { ruleOf, standardRowOf, withDraft } from './publish-policy.js';
import { readEligibilityFile, readPublishedRules, readPublishedStandards, readStandards } from '../eligibility/read-eligibility.js';
import type { Rulebook } from '../eligibility/rulebook.js';
import { screenPolicy } from './screen-policy.js';
import { standardInForce } from '../eligibility/subsistence-standard.js';

const book: Rulebook = { rules: readEligibilityFile(ruleFile), standards: readStandards(standardRows) };
const today = plainDate('2026-11-20');
const newYear = plainDate('2027-01-01');
const told = { name: '2027年调整', reason: '市总工会第12次主席办公会', validFrom: newYear };
const aRule = (over: Partial<RuleDraft> = {}): RuleDraft => ({
  kind: 'rule',
  ruleId: 'R3.2',
  thresholds: { 'relative-net': 250 },
  instrument: '苏工办〔2026〕98号',
  article: '第三条',
  says: '相对困难放宽至低保标准的2.5倍。',
  ...over,
});
const aStandard = (over: Partial<StandardDraft> = {}): StandardDraft => ({
  kind: 'standard',
  division: '320500',
  amountFen: 125_000,
  source: '苏民救〔2026〕15号',
  replaces: '320500.2025-10-01.1',
  ...over,
});

describe('a draft of a rule', () => {
  it.each([
    [{}, '2027-01-01', undefined],
    [{}, '2026-11-20', undefined],
    [{}, '2026-11-19', 'policy.backwards'],
    [{ thresholds: { 'severe-net': 60 } }, '2022-01-01', undefined],
    [{ thresholds: { 'severe-net': 60, 'relative-net': 250 } }, '2022-01-01', 'policy.backwards'],
    [{ thresholds: { 'severe-net': 60, 'relative-net': 200 } }, '2022-01-01', undefined],
    [{ thresholds: {} }, '2027-01-01', 'policy.changes-nothing'],
    [{ thresholds: { 'relative-net': 200 } }, '2027-01-01', 'policy.changes-nothing'],
    [{ thresholds: { 'ordinary-income': 90 } }, '2027-01-01', 'policy.no-such-threshold'],
    [{ thresholds: { car: 1 } }, '2027-01-01', 'policy.no-such-threshold'],
    [{ thresholds: { 'relative-net': 2.5 } }, '2027-01-01', 'policy.threshold-range'],
    [{ thresholds: { 'relative-net': -1 } }, '2027-01-01', 'policy.threshold-range'],
    [{ thresholds: { 'relative-net': 24_160 } }, '2027-01-01', 'policy.threshold-range'],
    [{ ruleId: 'R9.1' }, '2027-01-01', 'policy.rule-gone'],
    [{ ruleId: 'R3.1' }, '2027-01-01', 'policy.rule-not-in-force'],
    [{ ruleId: 'R1.1', thresholds: { 'severe-income': 60 } }, '2012-01-01', undefined],
  ] as [Partial<RuleDraft>, string, string | undefined][])('with %j from %s: %s', (over, from, code) => {
    expect(mayDraft(aRule(over), book, plainDate(from), today)?.code).toBe(code);
  });

  it('becomes the next version, and cites what decides it', () => {
    const rule = ruleOf(aRule(), told, book);
    expect(eligibilityRuleId(rule)).toBe('R3.3');
    expect([rule.validFrom, rule.validTo]).toEqual(['2027-01-01', null]);
    const relative = criteriaOf(rule).find(({ code }) => code === 'relative-net')!;
    expect(relative.name.zh).toBe('扣除支出后家庭月人均收入低于低保标准 × 2.5');
    expect(relative).toMatchObject({
      threshold: 250,
      unverified: false,
      citation: { instrument: '苏工办〔2026〕98号', article: '第三条' },
    });
    expect(rule.sources.find(({ id }) => id === relative.citation.sources[0])!.text.zh).toBe('相对困难放宽至低保标准的2.5倍。');
    // What was not touched keeps what was said of it.
    expect(criteriaOf(rule).find(({ code }) => code === 'severe-net')).toEqual(
      criteriaOf(book.rules[3]!).find(({ code }) => code === 'severe-net'),
    );
    expect(readPublishedRules([...book.rules, rule])).toHaveLength(5);
  });

  it('without a paper leaves its thresholds marked as unverified', () => {
    const rule = ruleOf(aRule({ instrument: null, article: null, says: null }), told, book);
    expect(criteriaOf(rule).find(({ code }) => code === 'relative-net')).toMatchObject({ threshold: 250, unverified: true });
    expect(rule.sources.at(-1)!.text.zh).toBe('市总工会第12次主席办公会');
  });

  it('begins inside the days of the rule that it follows, and ends with them', () => {
    const supplied = ruleOf(
      aRule({ ruleId: 'R1.1', thresholds: { 'severe-income': 60 } }),
      { ...told, validFrom: plainDate('2013-01-01') },
      book,
    );
    expect([eligibilityRuleId(supplied), supplied.validFrom, supplied.validTo]).toEqual(['R1.2', '2013-01-01', '2014-12-31']);
    const more = withDraft(book, aRule(), told);
    const before = ruleOf(aRule({ thresholds: { 'severe-net': 60 } }), { ...told, validFrom: plainDate('2026-12-01') }, more);
    expect([eligibilityRuleId(before), before.validTo]).toEqual(['R3.4', '2026-12-31']);
    expect(mayDraft(aRule(), more, newYear, today)?.code).toBe('policy.rule-not-in-force');
  });

  it('names every threshold once', () => {
    const codes = thresholdsOf(book.rules[3]!).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining(['severe-net', 'temporary-income', 'two-dwellings', 'high-fee-school']));
  });
});

describe('a draft of a standard', () => {
  it.each([
    [{}, '2027-07-01', undefined],
    [{ amountFen: 120_800 }, '2027-07-01', 'policy.changes-nothing'],
    [{}, '2026-07-01', 'policy.backwards'],
    // Nobody knew it, or nobody had confirmed it.
    [{ amountFen: 113_500, replaces: null }, '2022-07-01', undefined],
    [{ amountFen: 57_000 }, '2012-07-01', undefined],
    [{ amountFen: 104_500 }, '2020-07-01', undefined],
    [{ amountFen: 99 }, '2027-07-01', 'policy.amount-range'],
    [{ amountFen: 12_500_000 }, '2027-07-01', 'policy.amount-range'],
    [{ division: '320583', amountFen: 130_000 }, '2027-01-01', undefined],
    [{ division: '320583', amountFen: 130_000 }, '2026-01-01', 'policy.backwards'],
  ] as [Partial<StandardDraft>, string, string | undefined][])('with %j from %s: %s', (over, from, code) => {
    expect(mayDraft(aStandard(over), book, plainDate(from), today)?.code).toBe(code);
  });

  it('follows the row before it, or corrects the row of its day', () => {
    const later = standardRowOf(aStandard(), { ...told, validFrom: plainDate('2027-07-01') }, book);
    expect(later).toMatchObject({ version: 1, validTo: null, unverified: false });
    const filled = standardRowOf(aStandard({ replaces: null }), { ...told, validFrom: plainDate('2022-07-01') }, book);
    expect(filled).toMatchObject({ version: 1, validTo: '2025-09-30' });
    const confirmed = standardRowOf(aStandard(), { ...told, validFrom: plainDate('2012-07-01') }, book);
    expect(confirmed).toMatchObject({ version: 2, validTo: '2013-06-30' });
    const standards = readPublishedStandards([...book.standards, later, filled, confirmed]);
    const amounts = ['2012-08-01', '2013-08-01', '2023-01-01', '2026-01-01', '2027-07-01'].map(
      (day) => standardInForce(standards, '320508', plainDate(day))?.amountFen,
    );
    expect(amounts).toEqual([125_000, null, 125_000, 120_800, 125_000]);
  });

  it('rests on what it corrects', () => {
    const from = plainDate('2027-07-01');
    expect(stillRests(aStandard(), book, from)).toBeUndefined();
    const meanwhile = withDraft(book, aStandard({ amountFen: 124_000 }), { ...told, validFrom: plainDate('2027-06-01') });
    expect(stillRests(aStandard(), meanwhile, from)?.code).toBe('policy.standard-changed');
  });
});

describe('once published, a rule', () => {
  const after = withDraft(book, aRule(), told);
  const family = { ...ordinaryHousehold, income: 36 * 290_000, employment: 'laid-off' as const };
  const on = (rulebook: Rulebook, day: string): Assessment =>
    assess(rulebook.rules, rulebook.standards, family, { receivedOn: plainDate(day), assessedOn: plainDate(day) }) as Assessment;

  it('decides what is received from its first day on, and nothing before', () => {
    expect(eligibilityRuleInForce(after.rules, plainDate('2026-12-31'))!.version).toBe(2);
    expect([on(after, '2026-12-31').proposed, on(after, '2027-01-01').proposed]).toEqual([null, 'relative']);
  });

  it('changes no old decision', () => {
    const before = on(book, '2026-11-01');
    expect(assessAgain(after.rules, after.standards, family, before)).toEqual(before);
  });
});

describe('a household in a what-if', () => {
  const terms = { months: CAP_MONTHS, capPercent: WHOLE_CAP };
  const known = withDraft(book, aRule({ thresholds: { 'severe-net': 60 } }), { ...told, validFrom: plainDate('2026-12-01') });
  const wider = withDraft(known, aRule({ ruleId: 'R3.3', thresholds: { 'relative-net': 250 } }), told);
  const narrower = withDraft(known, aRule({ ruleId: 'R3.3', thresholds: { 'relative-net': 150 } }), told);
  const raised = withDraft(known, aStandard(), told);
  const family = (net: number) => ({ ...ordinaryHousehold, income: 36 * net, employment: 'laid-off' as const });
  const year = 12 * 120_800;

  it.each([
    [wider, 290_000, { effect: 'enters', classBefore: null, classAfter: 'relative', costFen: year }],
    [wider, 100_000, { effect: 'same', classBefore: 'deep', classAfter: 'deep', costFen: 0 }],
    [narrower, 200_000, { effect: 'leaves', classBefore: 'relative', classAfter: null, costFen: -year }],
    [raised, 100_000, { effect: 'same', classBefore: 'deep', classAfter: 'deep', costFen: 12 * 4_200 }],
    [raised, 123_000, { effect: 'graver', classBefore: 'relative', classAfter: 'deep', costFen: 12 * 4_200 }],
  ] as const)('of %#', (after, net, found) => {
    expect(screenPolicy(known, after, newYear, terms)(family(net))).toEqual(found);
  });

  it('that falls into a class without a file has left, whatever its name', () => {
    const inPost = { ...family(200_000), employment: 'employed' as const };
    const found = screenPolicy(known, narrower, newYear, terms)(inPost);
    expect(found).toEqual({ effect: 'leaves', classBefore: 'relative', classAfter: 'temporary', costFen: -year });
    expect(screenPolicy(narrower, known, newYear, terms)(inPost)).toMatchObject({ effect: 'enters', costFen: year });
  });

  it('is undecided where the threshold was never supplied, and costs nothing', () => {
    const rich = { ...family(500_000), suddenEvent: false };
    expect(screenPolicy(book, withDraft(book, aRule(), told), newYear, terms)(rich)).toMatchObject({ effect: 'undecided', costFen: 0 });
  });

  it('cannot be tried on a day without a rule', () => {
    expect(screenPolicy(book, book, plainDate('2011-01-01'), terms)(family(0))).toBeUndefined();
  });
});
