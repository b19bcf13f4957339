import { describe, expect, it } from 'vitest';
import ruleFile from '../../../../../prisma/seed/data/eligibility-rules.json' with { type: 'json' };
import standardRows from '../../../../../prisma/seed/data/subsistence-standards.json' with { type: 'json' };
import { plainDate } from '../../shared/plain-date.js';
import { readEligibilityFile, readEligibilityRules, readStandards } from './read-eligibility.js';
import { standardId, standardInForce, type SubsistenceStandard } from './subsistence-standard.js';

const [r1, r2, r31, r32] = readEligibilityFile(ruleFile);
const criterion = r1!.classes[1]!.alternatives[0]![0]!;
const withCriterion = (change: object) => [{ ...r1!, exclusions: [{ ...criterion, code: 'changed', ...change }] }];

describe('the rows of eligibility', () => {
  it('are read with the sources that they cite, and read again from what was kept', () => {
    expect(r1!.sources.map(({ id }) => id)).toEqual(['S19', 'S31c', 'S31d', 'D']);
    expect(readEligibilityRules(JSON.parse(JSON.stringify([r1, r2, r31, r32])) as unknown[])).toEqual([r1, r2, r31, r32]);
  });

  it.each([
    [{ formula: 'guess' }, /eligibility rule R1 has no good exclusions/],
    [{ citation: { ...criterion.citation, sources: [] } }, /no good exclusions/],
    [{ plus: ['gold'] }, /criterion changed of R1.1 has no good plus/],
    [{ is: '=' }, /no good is/],
    [{ threshold: 0 }, /no good threshold/],
    [{ threshold: 99.5 }, /no good threshold/],
    [{ unverified: 'no' }, /no good unverified/],
    [{ name: { zh: '只有中文' } }, /no good name/],
    [{ formula: 'fact', of: 'weather', holds: true }, /no good of/],
    [{ formula: 'among', of: 'causes', codes: ['bad-luck'] }, /no good codes/],
    [{ formula: 'ratio', of: 'schoolFee', base: 'publicSchoolFee', is: '<' }, /no good is/],
    [{ citation: { instrument: '某规定', article: null, sources: ['S99'] } }, /cites S99, which is not among/],
    [{ code: 'ordinary-income', threshold: 90 }, /stands twice and differs/],
  ])('are refused with a criterion of %o', (change, message) => {
    expect(() => readEligibilityRules(withCriterion(change))).toThrow(message);
  });

  it.each([
    [{ era: 'R9' }, /no good era/],
    [{ validFrom: '2012-02-30' }, /no good validFrom/],
    [{ classes: [] }, /no good classes/],
    [{ applicants: [[]] }, /no good applicants/],
    [{ sources: [] }, /no good sources/],
    [{ lifting: [{ classes: ['rich'], criteria: [] }] }, /no good lifting/],
  ])('are refused with %o', (change, message) => {
    expect(() => readEligibilityRules([{ ...r1!, ...change }])).toThrow(message);
  });

  it('are refused when two hold on one day, or are one version', () => {
    expect(() => readEligibilityRules([r1!, { ...r2!, validFrom: '2014-12-31' }])).toThrow(/R1.1 and R2.1 hold on one day/);
    expect(() => readEligibilityRules([r31!, { ...r32!, version: 1 }])).toThrow(/another rule is one version more/);
    expect(() => readEligibilityRules([null])).toThrow(/eligibility rule \? has no good/);
  });
});

describe('the rows of the standard', () => {
  const standards = readStandards(standardRows);
  const at = (division: string, day: string, rows: readonly SubsistenceStandard[] = standards) =>
    standardInForce(rows, division, plainDate(day));

  it.each([
    ['2011-06-30', undefined],
    ['2011-07-01', null],
    ['2014-06-30', null],
    ['2014-07-01', 70_000],
    ['2019-06-30', 94_500],
    ['2019-07-01', 99_500],
    ['2022-06-30', 109_500],
    ['2022-07-01', undefined],
    ['2025-09-30', undefined],
    ['2025-10-01', 120_800],
    ['2026-11-20', 120_800],
  ])('give on %s %s', (day, amount) => {
    expect(at('320500', day)?.amountFen).toBe(amount);
  });

  it('give a district its own, or else the city’s', () => {
    const own = { ...standards.at(-1)!, division: '320583', amountFen: 130_000 };
    expect(at('320583', '2025-12-01', [...standards, own])?.amountFen).toBe(130_000);
    expect(at('320508', '2025-12-01', [...standards, own])?.amountFen).toBe(120_800);
    expect(at('321084', '2025-12-01')).toBeUndefined();
  });

  it('keep a row that was corrected beside its correction', () => {
    const corrected = { ...standards.at(-1)!, version: 2, amountFen: 121_000 };
    const rows = readStandards([...standardRows, corrected]);
    expect(at('320500', '2025-12-01', rows)?.amountFen).toBe(121_000);
    expect(rows.map(standardId)).toContain('320500.2025-10-01.1');
  });

  it.each([
    [{ amountFen: 0 }, /no good amountFen/],
    [{ division: '3205' }, /no good division/],
    [{ validFrom: 'soon' }, /no good validFrom/],
    [{ source: '' }, /no good source/],
    [{ validFrom: '2025-10-02' }, /hold on one day/],
    [{}, /stands twice/],
  ])('are refused with another of %o', (change, message) => {
    expect(() => readStandards([...standardRows, { ...standardRows.at(-1)!, ...change }])).toThrow(message);
  });
});
