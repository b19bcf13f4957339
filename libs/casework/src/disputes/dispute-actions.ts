import { mayExtendMediation } from '#rules/disputes/dispute-guards';
import type { DisputeStatus } from '#rules/disputes/dispute-lifecycle';
import { disputeOperationNames, movesFrom, type DisputeOperation } from '#rules/disputes/dispute-operations';
import { refuseDispute } from '#rules/disputes/refusals';
import { addDays, type PlainDate } from '#rules/shared/plain-date';
import { Refusal, type Judgement } from '#rules/shared/refusal';
import { action, type ActionView } from '../actions.js';
import type { ClockPart } from '../case-parts.js';
import type { Actor } from '../work.js';
import { whyMayNot, type DisputeRow } from './move-dispute.js';

type Case = Pick<DisputeRow, 'organisationId' | 'mediatorId' | 'status'> & { clocks: ClockPart[] };

/** For every operation whether this person may do it to this case now, and if not, why not. */
export function disputeActions(actor: Actor, dispute: Case, today: PlainDate): ActionView[] {
  return disputeOperationNames.map((name) => action(name, whyMayNot(actor, name, dispute) ?? whyNotOpen(name, dispute, today)));
}

function whyNotOpen(name: DisputeOperation, dispute: Case, today: PlainDate): Judgement {
  const moves = movesFrom(name, dispute.status as DisputeStatus);
  if (moves instanceof Refusal) return moves;
  return name === 'extendMediation' ? whyNoExtension(dispute, today) : undefined;
}

/** What is known before anybody signs: whether the limit still runs. */
function whyNoExtension({ clocks }: Case, today: PlainDate): Judgement {
  const limit = clocks.find((clock) => clock.code === 'M5' && clock.state === 'running');
  if (!limit) return refuseDispute('disputes.limit-not-running');
  return mayExtendMediation({
    workerSigned: true,
    employerSigned: true,
    signedOn: today,
    due: limit.dueOn,
    until: addDays(limit.dueOn, 1),
  });
}
