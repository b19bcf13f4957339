/** A dispute about unpaid wages, a work injury or the end of employment, which was not made good. */
import { disputeCategories, disputeOutcomes, type DisputeCategoryCode, type DisputeOutcomeCode } from '../../disputes/codes.js';
import type { Fen } from '../../shared/money.js';
import type { PlainDate } from '../../shared/plain-date.js';
import { within, type FinderPlan } from './finder-plan.js';
import type { Sign } from './finder-rules.js';

export interface DisputeFacts {
  readonly disputeId: string;
  /** The category first, then what else the dispute is about. */
  readonly categories: readonly string[];
  readonly registeredOn: PlainDate;
  readonly outcome: string | null;
  readonly agreedFen: Fen | null;
  readonly performedFen: Fen | null;
  /** The person has a seat in an open application or file. */
  readonly onFile: boolean;
}

/** Who leaves of the own will has planned for it. */
const OWN_LEAVING = '32';

/** Without pay, hurt at work, or without the job. */
export function losesIncome(code: string): boolean {
  if (!Object.hasOwn(disputeCategories, code) || code === OWN_LEAVING) return false;
  const { bucket } = disputeCategories[code as DisputeCategoryCode];
  return code === '51' || code === '52' || bucket === 'dismissal' || bucket === 'expiry';
}

export function incomeLost(plan: FinderPlan, facts: DisputeFacts, on: PlainDate): Sign | undefined {
  const category = facts.categories.find(losesIncome);
  if (facts.onFile || !category || !within(facts.registeredOn, plan.disputeMonths, on) || isOver(facts)) return undefined;
  return {
    rule: 'income-lost',
    noun: 'dispute',
    subjectId: facts.disputeId,
    on: facts.registeredOn,
    priority: category === '52' ? 1 : 2,
    facts: { category },
  };
}

/** Settled and paid as agreed, or taken back by the worker. */
function isOver({ outcome, agreedFen, performedFen }: DisputeFacts): boolean {
  if (outcome === null || !Object.hasOwn(disputeOutcomes, outcome)) return false;
  if (outcome === '05') return true;
  const settled = disputeOutcomes[outcome as DisputeOutcomeCode].counts === 'success';
  return settled && performedFen !== null && performedFen > 0 && performedFen >= (agreedFen ?? 0);
}
