/** Families by chance, dense where rules turn: around the thresholds, with every fact on either side, some of it not known. */
import type { Dice } from '../support/dice.js';
import { employmentStates, hardshipCauses, type EmploymentState, type HardshipCause } from '#rules/hardship/codes';
import { ordinaryHousehold } from '#rules/hardship/eligibility/golden-eligibility';
import { factInputs, type FactInput, type Household } from '#rules/hardship/eligibility/household';

const DAYS = ['2012-03-05', '2014-12-31', '2015-01-01', '2017-06-30', '2019-12-31', '2020-01-01', '2021-12-31', '2022-01-01', '2025-10-20'];
const OUTLAYS = ['medical', 'schooling', 'aids', 'rehabilitation', 'care', 'workCost', 'event'] as const;
const TIMES = [0, 50, 60, 80, 100, 150, 200, 300, 350, 500];
const EDGES = [-2, -1, 0, 1, 2];

export interface Case {
  readonly receivedOn: string;
  readonly standardFen: number;
  readonly severePercent: number;
  readonly family: Household;
}

export function randomCase(dice: Dice): Case {
  const standardFen = (400 + dice(1_200)) * 100;
  const severePercent = 10 * (3 + dice(8));
  const persons = 1 + dice(8);
  const outlay: Record<string, number> = {};
  for (const kind of OUTLAYS) outlay[kind] = dice(3) === 0 ? dice(12 * persons * standardFen) : 0;
  const facts = Object.fromEntries((Object.keys(factInputs) as FactInput[]).map((fact) => [fact, dice(12) === 0]));
  const school = dice(15) === 0 ? { schoolFee: dice(3_000_000), publicSchoolFee: dice(1_500_000) } : {};
  const rest = {
    persons,
    ...outlay,
    ...facts,
    ...school,
    suddenEvent: dice(3) === 0,
    accident: dice(4) === 0,
    governmentAided: dice(3) === 0,
    hardAfterAid: dice(2) === 0,
    unionMember: dice(2) === 0,
    savings: dice(2) === 0 ? 0 : dice(10_000_000),
    investments: dice(3) === 0 ? dice(5_000_000) : 0,
    dwellings: dice(12) === 0 ? 2 : 1,
    monthsBelow: dice(13),
    labourMonths: dice(24),
    causes: [dice.pick(Object.keys(hardshipCauses) as HardshipCause[]), dice.pick(Object.keys(hardshipCauses) as HardshipCause[])],
    employment: dice.pick(Object.keys(employmentStates) as EmploymentState[]),
  };
  const family = { ...ordinaryHousehold, ...rest, income: nearAThreshold(dice, standardFen, severePercent, persons, outlay) };
  return { receivedOn: dice.pick(DAYS), standardFen, severePercent, family };
}

/** Half of the incomes lie within two fen of a sum at which something turns, before or after some of the outlay. */
function nearAThreshold(dice: Dice, standardFen: number, severePercent: number, persons: number, outlay: Record<string, number>): number {
  const months = 12 * persons;
  if (dice(2) === 0) return dice(months * standardFen * 5);
  const limit = (standardFen / 100) * (dice(6) === 0 ? severePercent : dice.pick(TIMES));
  const edge = months * limit + dice.pick([-1, 0, 1]) * (months / 2);
  const taken = dice
    .pick([[], OUTLAYS.slice(0, 5), OUTLAYS.slice(0, 6), ['event', 'medical']] as const)
    .reduce((sum, kind) => sum + outlay[kind]!, 0);
  return Math.max(0, edge + taken + dice.pick(EDGES));
}

/** The same family, of whom a few things are not known. */
export function forgetful(dice: Dice, family: Household): Household {
  const left: Record<string, unknown> = { ...family };
  const names = Object.keys(left).filter((name) => name !== 'persons' && name !== 'division');
  for (let gone = dice(4); gone > 0; gone -= 1) delete left[dice.pick(names)];
  return left as unknown as Household;
}
