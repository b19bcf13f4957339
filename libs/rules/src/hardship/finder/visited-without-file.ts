/** Somebody of an imported list who got a visit or a payment as a person in hardship, without any file then or now. */
import { payeeKinds } from '../../aid/codes.js';
import type { PlainDate } from '../../shared/plain-date.js';
import { within, type FinderPlan } from './finder-plan.js';
import type { Sign } from './finder-rules.js';

export interface VisitFacts {
  readonly disbursementId: string;
  /** As whom the person was visited; nothing where not as somebody in hardship. */
  readonly kind: string | null;
  readonly paidOn: PlainDate;
  readonly onFile: boolean;
  readonly onFileThen: boolean;
}

export function visitedWithoutFile(plan: FinderPlan, facts: VisitFacts, on: PlainDate): Sign | undefined {
  const { disbursementId, kind, paidOn, onFile, onFileThen } = facts;
  if (onFile || onFileThen || kind === null || !Object.hasOwn(payeeKinds, kind) || !within(paidOn, plan.visitMonths, on)) return undefined;
  return {
    rule: 'visited-without-file',
    noun: 'disbursement',
    subjectId: disbursementId,
    on: paidOn,
    priority: kind === 'illness' ? 2 : 3,
    facts: { kind },
  };
}
