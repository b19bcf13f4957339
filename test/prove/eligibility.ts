/**
 * Proves eligibility for hardship: the golden families, random families against an independent opinion, every threshold to the hundredth of a yuan, what would change, and old decisions.
 * `node dist/test/prove/eligibility.js [seed]`
 */
import ruleFile from '../../prisma/seed/data/eligibility-rules.json' with { type: 'json' };
import standardRows from '../../prisma/seed/data/subsistence-standards.json' with { type: 'json' };
import goldenRows from '../../libs/rules/src/hardship/eligibility/golden-eligibility.json' with { type: 'json' };
import { assess, assessAgain, placeOf, type Assessment } from '#rules/hardship/eligibility/assess';
import {
  criteriaOf,
  eligibilityRuleInForce,
  withThresholds,
  type EligibilityRule,
  type PerCapita,
} from '#rules/hardship/eligibility/eligibility-rule';
import { goldenFacts, goldenHousehold, type GoldenFamily } from '#rules/hardship/eligibility/golden-eligibility';
import { limitOf, yearSum } from '#rules/hardship/eligibility/judge-criterion';
import { judgeHousehold, type Outcome } from '#rules/hardship/eligibility/judge-household';
import { readEligibilityFile, readStandards } from '#rules/hardship/eligibility/read-eligibility';
import { screenBy } from '#rules/hardship/eligibility/screen-households';
import type { SubsistenceStandard } from '#rules/hardship/eligibility/subsistence-standard';
import { applyChange, whatWouldChange, type Change } from '#rules/hardship/eligibility/what-would-change';
import { plainDate, type PlainDate } from '#rules/shared/plain-date';
import { Refusal } from '#rules/shared/refusal';
import { dice, seedOfRun } from '../support/dice.js';
import { forgetful, randomCase, type Case } from './eligibility-families-support.js';
import { MOST_INCOME, mostIncome, oracle, type Opinion, type Supplied } from './eligibility-oracle.js';

const SIZE = { test: 0.2, full: 1, nightly: 20 }[process.env['PROVE_SIZE'] ?? 'full'] ?? 1;
const rules = readEligibilityFile(ruleFile);
const standards = readStandards(standardRows);
const seed = seedOfRun();
const chance = dice(seed);
const shown: string[] = [];

function agree(what: string, found: unknown, expected: unknown, of: unknown): number {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one === other) return 0;
  if (shown.length < 5) shown.push(`${what}: ${JSON.stringify({ found, expected, of })}`);
  return 1;
}

const standardOf = (standardFen: number): SubsistenceStandard => ({
  division: '320500', validFrom: plainDate('2012-01-01'), validTo: null, version: 1, amountFen: standardFen, recalledFen: null, evidence: 'supplied', unverified: false, source: 'supplied',
}); // prettier-ignore
const ruleFor = (receivedOn: string, severePercent: number): EligibilityRule =>
  withThresholds(eligibilityRuleInForce(rules, receivedOn as PlainDate)!, { 'severe-income': severePercent, 'severe-net': severePercent });
const opinionOf = (rule: string, { verdict, proposed, classes }: Outcome): Opinion => ({
  rule,
  verdict,
  proposed,
  classes: Object.fromEntries(classes.map((one) => [one.hardshipClass, one.verdict])),
});

function goldenTable(): number {
  const rows = goldenRows as unknown as GoldenFamily[];
  const wrong = rows.reduce((sum, row) => {
    const { rule, verdict, proposed, opensFile, classes } = row;
    return sum + agree('golden', goldenFacts(row, rules, standards), { rule, verdict, proposed, opensFile, classes }, row.why);
  }, 0);
  const by = ['R1', 'R2', 'R3'].map((era) => `${era} ${rows.filter((row) => row.rule.startsWith(era)).length}`);
  console.log(`golden families: ${rows.length} (${by.join(', ')}), ${wrong} wrong`);
  return wrong + (rows.length < 120 ? 1 : 0);
}

function randomFamilies(): number {
  const cases = 60_000 * SIZE;
  const met = new Map<string, number>();
  let wrong = 0;
  for (let index = 0; index < cases; index += 1) {
    const { receivedOn, standardFen, severePercent, family: whole } = randomCase(chance);
    const family = index % 4 === 0 ? forgetful(chance, whole) : whole;
    const supplied: Supplied = {
      standardFen: index % 16 === 1 ? undefined : standardFen,
      severePercent: index % 8 === 2 ? undefined : severePercent,
    };
    const found = eligibilityRuleInForce(rules, receivedOn as PlainDate)!;
    const rule = supplied.severePercent === undefined ? found : ruleFor(receivedOn, severePercent);
    const standard = supplied.standardFen === undefined ? undefined : standardOf(standardFen);
    const expected = oracle(receivedOn, supplied, family);
    const judged = opinionOf(`${found.code}.${found.version}`, judgeHousehold(rule, standard, family));
    const { verdict, proposed } = screenBy(rule, standard)(family);
    wrong +=
      agree('random', judged, expected, { receivedOn, supplied, family }) +
      agree('screened', [verdict, proposed], [expected.verdict, expected.proposed], family);
    const outcome = `${expected.rule} ${expected.proposed ?? expected.verdict}`;
    met.set(outcome, (met.get(outcome) ?? 0) + 1);
  }
  console.log(`random families: ${cases}, seed ${seed}, ${wrong} wrong`);
  console.log(
    `of these: ${[...met]
      .sort()
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}`,
  );
  return wrong;
}

function moreIncome(): number {
  const pairs = 30_000 * SIZE;
  let [wrong, moved] = [0, 0];
  for (let index = 0; index < pairs; index += 1) {
    const { receivedOn, standardFen, severePercent, family } = randomCase(chance);
    const [rule, standard] = [ruleFor(receivedOn, severePercent), standardOf(standardFen)];
    const richer = { ...family, income: family.income! + 1 + chance(chance(2) === 0 ? 100 : 5_000_000) };
    const [before, after] = [family, richer].map((one) => placeOf(judgeHousehold(rule, standard, one)));
    wrong += after! < before! ? agree('more income', after, before, { receivedOn, family, richer: richer.income }) : 0;
    if (after! > before!) moved += 1;
  }
  console.log(`more income never improves the class: ${pairs} pairs, of which ${moved} fell, ${wrong} wrong`);
  return wrong + (moved === 0 ? 1 : 0);
}

/** A hundredth of a yuan a person and month below, at and above every per-capita threshold, and the rounding edge itself. */
function thresholds(): number {
  let [cases, wrong] = [0, 0];
  for (const standardFen of [120_800, 70_000, 94_500, 57_000]) {
    for (const [receivedOn, severePercent] of [
      ['2013-05-01', 80],
      ['2016-05-01', 80],
      ['2020-05-01', 80],
      ['2025-10-20', 50],
    ] as const) {
      const [rule, standard] = [ruleFor(receivedOn, severePercent), standardOf(standardFen)];
      for (const criterion of criteriaOf(rule).filter((one): one is PerCapita => one.formula === 'per-capita' && one.threshold !== null)) {
        for (let index = 0; index < 40 * SIZE; index += 1) {
          const { family } = randomCase(chance);
          const months = 12 * family.persons;
          for (const off of [-months, -months / 2 - 1, -months / 2, 0, months / 2 - 1, months / 2, months]) {
            const income = family.income! + months * limitOf(criterion, standard)! + off - yearSum(criterion, family)!;
            if (income < 0) continue;
            const changed = { ...family, income };
            const expected = oracle(receivedOn, { standardFen, severePercent }, changed);
            cases += 1;
            wrong += agree('threshold', opinionOf(expected.rule, judgeHousehold(rule, standard, changed)), expected, {
              receivedOn,
              changed,
            });
          }
        }
      }
    }
  }
  console.log(`thresholds ± 0.01 yuan: ${cases} cases, ${wrong} wrong`);
  return wrong + (cases === 0 ? 1 : 0);
}

/** One fen or one unit short of the change. */
const short = (change: Change): Change => ({
  ...change,
  to: (change.to as number) + Math.sign((change.from as number) - (change.to as number)),
});

/** Both ways: what would let a family in that is out, and what would put out one that is in. */
function nearMisses(): number {
  const wanted = 3_000 * SIZE;
  const count = { misses: 0, kept: 0, changes: 0, incomes: 0 };
  let wrong = 0;
  while (count.misses < wanted) {
    const { receivedOn, standardFen, severePercent, family }: Case = randomCase(chance);
    const supplied = { standardFen, severePercent };
    const { verdict: before } = oracle(receivedOn, supplied, family);
    const [rule, standard] = [ruleFor(receivedOn, severePercent), standardOf(standardFen)];
    const ways = whatWouldChange(rule, standard, family, ({ verdict }) => verdict !== before);
    const edge = mostIncome(receivedOn, supplied, family);
    const turnsAt = edge === undefined || edge === MOST_INCOME ? null : before === 'eligible' ? edge + 1 : edge;
    wrong += agree('income', ways.find(({ input }) => input === 'income')?.to ?? null, turnsAt, { receivedOn, supplied, family });
    if (turnsAt !== null) count.incomes += 1;
    if (ways.length > 0) count[before === 'eligible' ? 'kept' : 'misses'] += 1;
    for (const change of ways) {
      const after = (one: Change): boolean => oracle(receivedOn, supplied, applyChange(family, one)).verdict !== before;
      const found = [after(change), typeof change.to === 'number' && after(short(change))];
      count.changes += 1;
      wrong += agree('change, and one short of it', found, [true, false], { receivedOn, family, change });
    }
  }
  console.log(
    `near misses: ${count.misses}, and ${count.kept} near losses; ${count.changes} changes applied and one short of each, ${count.incomes} incomes found by halving, ${wrong} wrong`,
  );
  return wrong;
}

function oldDecisions(): number {
  const newer = rules.map((rule) => (rule.validTo === null ? { ...rule, validTo: plainDate('2026-12-31') } : rule));
  const harsher = {
    ...withThresholds(rules.at(-1)!, { 'deep-net': 70, 'relative-net': 120, 'temporary-income': 200 }),
    validFrom: plainDate('2027-01-01'),
  };
  const corrected = standards.map((row) => ({ ...row, version: 2, amountFen: (row.amountFen ?? row.recalledFen)! - 10_000 }));
  const [rulesNow, standardsNow] = [
    [...newer, harsher],
    [...standards, ...corrected],
  ];
  let [cases, wrong, otherwise] = [0, 0, 0];
  for (; cases < 1_000 * SIZE; cases += 1) {
    const { receivedOn, family } = randomCase(chance);
    const days = { receivedOn: receivedOn as PlainDate, assessedOn: receivedOn as PlainDate };
    const before = told(assess(rules, standards, family, days));
    wrong += agree('old decision', told(assessAgain(rulesNow, standardsNow, family, before)), before, { receivedOn, family });
    const now = told(assess(rulesNow, standardsNow, family, { receivedOn: plainDate('2027-03-01'), assessedOn: plainDate('2027-03-01') }));
    if (now.proposed !== before.proposed) otherwise += 1;
  }
  const golden = (goldenRows as unknown as GoldenFamily[]).filter(({ standardFen, supplied }) => !standardFen && !supplied);
  for (const row of golden) {
    const before = told(assess(rules, standards, goldenHousehold(row), row));
    wrong += agree('old golden decision', told(assessAgain(rulesNow, standardsNow, goldenHousehold(row), before)), before, row.why);
  }
  console.log(`old decisions made again: ${cases + golden.length}, ${otherwise} would come out otherwise today, ${wrong} changed`);
  return wrong + (otherwise === 0 ? 1 : 0);
}

function told(assessment: Assessment | Refusal): Assessment {
  if (assessment instanceof Refusal) throw assessment;
  return assessment;
}

const begun = performance.now();
const wrong = goldenTable() + randomFamilies() + moreIncome() + thresholds() + nearMisses() + oldDecisions();
for (const line of shown) console.log(line);
console.log(`time: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
console.log(wrong === 0 ? 'eligibility: holds' : `eligibility: falls short (${wrong} wrong)`);
process.exitCode = wrong === 0 ? 0 : 1;
