/**
 * A second opinion on eligibility that shares nothing with the first: it reads no rule rows, rounds nothing and divides
 * nothing. The four sets of rules are written out as sentences; “unknown” is a half, so that all is the least and any the most.
 */
import type { Household } from '#rules/hardship/eligibility/household';

export interface Opinion {
  readonly rule: string;
  readonly verdict: string;
  readonly proposed: string | null;
  readonly classes: Readonly<Record<string, string>>;
}

/** What a table would have to supply: the standard, and how many percent of it is the limit of 特困. */
export interface Supplied {
  readonly standardFen: number | undefined;
  readonly severePercent: number | undefined;
}

const UNKNOWN = 0.5;
const word = (truth: number): string => (truth === 1 ? 'met' : truth === 0 ? 'not-met' : 'unknown');
const all = (...truths: number[]): number => Math.min(...truths);
const any = (...truths: number[]): number => Math.max(...truths);
const not = (truth: number): number => 1 - truth;
const said = (fact: boolean | undefined): number => (fact === undefined ? UNKNOWN : fact ? 1 : 0);
const has = (held: readonly string[] | undefined, ...wanted: string[]): number => said(held?.some((one) => wanted.includes(one)));

/** Whether the yearly sum, shared by month and head, comes to `fen` once it is rounded: 2 × sum against an odd number of half fen. */
function reaches(sum: number | undefined, heads: number, fen: number | undefined): number {
  return sum === undefined || fen === undefined ? UNKNOWN : said(2 * sum >= (2 * fen - 1) * 12 * heads);
}

export function oracle(receivedOn: string, { standardFen, severePercent }: Supplied, h: Household): Opinion {
  const times = (percent: number | undefined): number | undefined =>
    standardFen === undefined || percent === undefined ? undefined : (standardFen / 100) * percent;
  const oneMore = (fen: number | undefined): number | undefined => (fen === undefined ? undefined : fen + 1);
  const below = (sum: number | undefined, percent: number | undefined): number => not(reaches(sum, h.persons, times(percent)));
  const within = (sum: number | undefined, percent: number): number => not(reaches(sum, h.persons, oneMore(times(percent))));
  const less = (...outlay: (number | undefined)[]): number | undefined => minus(h.income, outlay);

  const dearSchool = h.schoolFee === undefined || h.publicSchoolFee === undefined ? UNKNOWN : said(h.schoolFee > 2 * h.publicSchoolFee);
  const livesTooWell = any(
    h.dwellings === undefined ? UNKNOWN : said(h.dwellings > 1),
    said(h.hiresInBusiness),
    dearSchool,
    said(h.studyAbroad),
    said(h.carNotForWork),
  );
  const work = h.employment === undefined ? undefined : [h.employment];
  const aYear = h.labourMonths === undefined ? UNKNOWN : said(h.labourMonths > 11);
  const struck = said(h.suddenEvent);
  const byAccident = said(h.accident);

  if (receivedOn < '2015') {
    const ordinary = any(
      below(h.income, 100),
      all(within(h.income, 150), has(h.causes, 'laid-off', 'own-illness', 'family-illness', 'schooling', 'accident')),
      byAccident,
    );
    return opinion('R1.1', not(said(h.idleWithoutReason)), [
      ['severe', below(h.income, severePercent)],
      ['ordinary', ordinary],
    ]);
  }
  if (receivedOn < '2020') {
    const migrant = has(work, 'migrant');
    const mayApply = any(not(migrant), all(migrant, aYear, said(h.unionMember)));
    const aided = said(h.governmentAided);
    const halfYear = h.monthsBelow === undefined ? UNKNOWN : said(h.monthsBelow > 5);
    const subsistence = all(below(h.income, 100), any(all(halfYear, not(aided)), all(aided, said(h.hardAfterAid))));
    const afterCause = less(h.medical, h.schooling, h.aids, h.rehabilitation, h.care);
    const illness = has(
      h.causes,
      'own-illness',
      'family-illness',
      'major-illness',
      'schooling',
      'disability',
      'no-capacity',
      'single-parent',
      'other',
    );
    const near = all(within(h.income, 150), illness, within(afterCause, 100));
    const afterEvent = less(h.event, h.medical);
    const wealth = plus(afterEvent, h.savings, h.investments);
    const modest = within(h.income, 300);
    const stricken = any(all(struck, modest, within(afterEvent, 100)), all(struck, not(modest), within(wealth, 100)));
    return opinion('R2.1', all(mayApply, not(livesTooWell)), [
      ['subsistence', subsistence],
      ['near-subsistence', near],
      ['stricken', stricken],
    ]);
  }
  const inWork = has(work, 'employed', 'sick-leave', 'early-retired', 'flexible', 'laid-off', 'unemployed');
  const mayApply = any(inWork, all(has(work, 'migrant'), aYear), said(h.survivor));
  const net = less(h.medical, h.schooling, h.aids, h.rehabilitation, h.care, h.workCost);
  const three: [string, number][] = [
    ['deep', below(net, 100)],
    ['relative', below(net, 200)],
    ['sudden', all(struck, below(less(h.event, h.medical), 300))],
  ];
  if (receivedOn < '2022') return opinion('R3.1', all(mayApply, not(livesTooWell)), three);
  const bills = h.medical === undefined ? UNKNOWN : said(h.medical > 5_000_00);
  const temporary = all(within(h.income, 350), any(bills, said(h.higherSchooling), byAccident, has(work, 'employed')));
  return opinion('R3.2', all(mayApply, not(livesTooWell)), [['severe', below(net, severePercent)], ...three, ['temporary', temporary]]);
}

function minus(income: number | undefined, outlay: readonly (number | undefined)[]): number | undefined {
  return plus(income, ...outlay.map((one) => (one === undefined ? undefined : -one)));
}

function plus(...amounts: (number | undefined)[]): number | undefined {
  return amounts.includes(undefined) ? undefined : amounts.reduce<number>((sum, one) => sum + one!, 0);
}

function opinion(rule: string, gate: number, classes: readonly [string, number][]): Opinion {
  const truth = all(gate, any(...classes.map(([, fits]) => fits)));
  return {
    rule,
    verdict: truth === 1 ? 'eligible' : truth === 0 ? 'not-eligible' : 'undecided',
    proposed: truth === 1 ? classes.find(([, fits]) => fits === 1)![0] : null,
    classes: Object.fromEntries(classes.map(([name, fits]) => [name, word(fits)])),
  };
}

export const MOST_INCOME = 100_000_000_00;

/**
 * The most that a family may earn and still be eligible, by halving: more income never helps, so the eligible incomes lie
 * below all others. Undefined where not even an income of nothing is enough.
 */
export function mostIncome(receivedOn: string, supplied: Supplied, family: Household): number | undefined {
  const eligible = (income: number): boolean => oracle(receivedOn, supplied, { ...family, income }).verdict === 'eligible';
  if (!eligible(0)) return undefined;
  let [yes, no] = [0, MOST_INCOME];
  if (eligible(no)) return no;
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (eligible(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
