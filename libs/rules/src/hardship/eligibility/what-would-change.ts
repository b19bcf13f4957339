/**
 * 差多少: the smallest change of one input that would change an outcome. As a function of one input every criterion is a
 * step, so an outcome can only change where some criterion does: those points are tried from the nearest outwards, each by
 * judging the changed household. What is found therefore flips the outcome, and nothing smaller does.
 */
import { criteriaOf, type Criterion, type EligibilityRule } from './eligibility-rule.js';
import { codeInputs, countInputs, factInputs, moneyInputs, type Household, type InputName } from './household.js';
import { codesIn, inputsOf, limitOf, yearSum } from './judge-criterion.js';
import { judgeHousehold, type Outcome } from './judge-household.js';
import type { SubsistenceStandard } from './subsistence-standard.js';
import { outlayKinds } from '../worksheet/worksheet-kinds.js';

export type InputValue = number | boolean | string | readonly string[];

export interface Change {
  readonly input: InputName;
  readonly from: InputValue;
  readonly to: InputValue;
  /** Any of these codes would do; `to` takes the first. */
  readonly oneOf?: readonly string[];
}

export function applyChange(household: Household, { input, to }: Change): Household {
  return { ...household, [input]: to };
}

/** Inputs that a family's papers can change; the size of the household and a public school's fee are what they are. */
const fixed: readonly InputName[] = ['persons', 'publicSchoolFee'];

/** The change of this input that turns the criterion over, if one can. */
export function turningPoint(
  criterion: Criterion,
  input: InputName,
  household: Household,
  standard: SubsistenceStandard | undefined,
): Change | undefined {
  const from = household[input];
  if (from === undefined || fixed.includes(input) || !inputsOf(criterion).includes(input)) return undefined;
  if (criterion.formula === 'fact') return { input, from, to: !from };
  if (criterion.formula === 'among') return otherCode(criterion.of, criterion.codes, household);
  if (criterion.threshold === null || (criterion.formula === 'ratio' && input === criterion.base)) return undefined;
  const to = criterion.formula === 'per-capita' ? moneyAtEdge(criterion, input, household, standard) : numberAtEdge(criterion, household);
  return to === undefined || to < 0 ? undefined : { input, from, to };
}

type Numeric = Extract<Criterion, { threshold: number | null }>;
type PerCapitaCriterion = Extract<Criterion, { formula: 'per-capita' }>;

/** The first sum that rounds to the threshold (or past it, where the threshold itself is on the near side) is the edge. */
function moneyAtEdge(
  criterion: PerCapitaCriterion,
  input: InputName,
  household: Household,
  standard: SubsistenceStandard | undefined,
): number | undefined {
  const [limit, sum] = [limitOf(criterion, standard), yearSum(criterion, household)];
  if (limit === null || sum === undefined) return undefined;
  const months = 12 * household.persons;
  const edge = months * limit + (criterion.is === '<' || criterion.is === '>=' ? -1 : 1) * (months / 2);
  const shift = (sum < edge ? edge : edge - 1) - sum;
  const adds = (criterion.plus as readonly InputName[]).includes(input);
  return (household[input] as number) + (adds ? shift : -shift);
}

function numberAtEdge(criterion: Exclude<Numeric, PerCapitaCriterion>, household: Household): number | undefined {
  const base = criterion.formula === 'ratio' ? household[criterion.base] : undefined;
  if (criterion.formula === 'ratio' && base === undefined) return undefined;
  const limit = base === undefined ? criterion.threshold! : Math.floor((base * criterion.threshold!) / 100);
  const edge = criterion.is === '<' || criterion.is === '>=' ? limit : limit + 1;
  return household[criterion.of]! < edge ? edge : edge - 1;
}

function otherCode(input: 'causes' | 'employment', codes: readonly string[], household: Household): Change | undefined {
  const held = codesIn(household, input);
  const met = held.some((code) => codes.includes(code));
  if (input === 'employment') return met ? undefined : { input, from: held[0]!, to: codes[0]!, oneOf: codes };
  return met
    ? { input, from: held, to: held.filter((code) => !codes.includes(code)) }
    : { input, from: held, to: [...held, codes[0]!], oneOf: codes };
}

/** For each input by itself the smallest change that brings the wanted outcome; the worksheet’s money first, the smallest amount first. */
export function whatWouldChange(
  rule: EligibilityRule,
  standard: SubsistenceStandard | undefined,
  household: Household,
  wanted: (outcome: Outcome) => boolean,
): Change[] {
  const criteria = criteriaOf(rule);
  const inputs = [...new Set(criteria.flatMap(inputsOf))];
  const changes = inputs.flatMap((input) => {
    const points = criteria.flatMap((criterion) => turningPoint(criterion, input, household, standard) ?? []).sort(byDistance);
    return points.find((change) => wanted(judgeHousehold(rule, standard, applyChange(household, change)))) ?? [];
  });
  return changes.sort((a, b) => kindRank(a.input) - kindRank(b.input) || byDistance(a, b));
}

const kinds: readonly object[] = [{ income: 0, ...outlayKinds }, moneyInputs, countInputs, factInputs, codeInputs];
const kindRank = (input: InputName): number => kinds.findIndex((kind) => Object.hasOwn(kind, input));

function byDistance(a: Change, b: Change): number {
  return distance(a) - distance(b);
}

/** In fen or in units; a fact or a code has no nearer and farther. */
export function distance({ from, to }: Change): number {
  return typeof from === 'number' && typeof to === 'number' ? Math.abs(to - from) : 0;
}
