/**
 * An application that came to nothing although little was missing: a rule or standard has changed since, the gap was
 * small, or something that the family could still tell was not known. Only how near it was is kept, never by how much.
 */
import type { PlainDate } from '../../shared/plain-date.js';
import type { EligibilityRule } from '../eligibility/eligibility-rule.js';
import { moneyInputs, type Household } from '../eligibility/household.js';
import { judgeHousehold, type Outcome } from '../eligibility/judge-household.js';
import type { SubsistenceStandard } from '../eligibility/subsistence-standard.js';
import { distance, whatWouldChange } from '../eligibility/what-would-change.js';
import { within, type FinderPlan } from './finder-plan.js';
import type { Sign } from './finder-rules.js';

export interface NearMissFacts {
  readonly fileId: string;
  readonly endedOn: PlainDate;
  readonly onFile: boolean;
  readonly household: Household;
  /** By what it was decided. */
  readonly decidedBy: Deciding;
  /** What would decide it today. */
  readonly inForce: Deciding;
}

interface Deciding {
  readonly rule: EligibilityRule;
  readonly standard: SubsistenceStandard | undefined;
}

export const nearness = {
  'changed-since': { zh: '规则或标准已变，现可能符合', en: 'The rule or standard has changed: it may fit now' },
  'small-gap': { zh: '与标准相差不大', en: 'The gap was small' },
  undecided: { zh: '信息不全，未能判定', en: 'Something was not known, so it was not decided' },
} as const;
export type Nearness = keyof typeof nearness;

export function nearMiss(plan: FinderPlan, facts: NearMissFacts, on: PlainDate): Sign | undefined {
  const { fileId, endedOn, onFile } = facts;
  if (onFile || !within(endedOn, plan.refusedMonths, on)) return undefined;
  const how = howNear(plan, facts);
  if (!how) return undefined;
  return { rule: 'near-miss', noun: 'hardship', subjectId: fileId, on: endedOn, priority: how === 'changed-since' ? 1 : 2, facts: { how } };
}

function howNear(plan: FinderPlan, { household, decidedBy, inForce }: NearMissFacts): Nearness | undefined {
  const before = judgeHousehold(decidedBy.rule, decidedBy.standard, household);
  const today = judgeHousehold(inForce.rule, inForce.standard, household);
  // It was refused for another ground than the rule: looking again will not change that.
  if (opensFile(before)) return undefined;
  if (opensFile(today)) return 'changed-since';
  if (gapIsSmall(plan, inForce, household)) return 'small-gap';
  return today.verdict === 'undecided' && today.missing.some(({ kind }) => kind === 'input') ? 'undecided' : undefined;
}

const opensFile = ({ verdict, opensFile: opens }: Outcome): boolean => verdict === 'eligible' && opens;

function gapIsSmall(plan: FinderPlan, { rule, standard }: Deciding, household: Household): boolean {
  if (standard?.amountFen == null) return false;
  const most = (standard.amountFen * 12 * household.persons * plan.gapPercent) / 100;
  return whatWouldChange(rule, standard, household, opensFile).some((change) => isMoney(change.input) && distance(change) <= most);
}

/** A count turns a verdict by one step, however far the family is from need. */
const isMoney = (input: string): boolean => Object.hasOwn(moneyInputs, input);
