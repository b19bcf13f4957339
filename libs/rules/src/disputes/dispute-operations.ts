/** What people do with a dispute: each operation makes one move, or several in a row, for those who hold one of its permissions. */
import type { Permission } from '../access/permissions.js';
import type { Refusal } from '../shared/refusal.js';
import { disputeMoveOpen } from './dispute-guards.js';
import { disputeMoves, type DisputeMove, type DisputeStatus } from './dispute-lifecycle.js';

interface Operation {
  readonly moves: readonly DisputeMove[];
  readonly needs: readonly Permission[];
}

export const disputeOperations = {
  applyForMediation: { moves: ['apply'], needs: ['dispute.register'] },
  acceptDispute: { moves: ['accept'], needs: ['dispute.accept'] },
  refuseDispute: { moves: ['refuse'], needs: ['dispute.accept'] },
  assignMediator: { moves: ['assign'], needs: ['dispute.assign'] },
  beginMediation: { moves: ['mediate'], needs: ['dispute.mediate'] },
  extendMediation: { moves: ['extend'], needs: ['dispute.mediate'] },
  // At the table the text is agreed and signed in one go; an agreed text that waits for signatures is only signed.
  recordAgreement: { moves: ['agree', 'sign'], needs: ['dispute.mediate'] },
  recordFailure: { moves: ['fail'], needs: ['dispute.mediate'] },
  withdrawDispute: { moves: ['withdraw'], needs: ['dispute.register'] },
  terminateDispute: { moves: ['terminate'], needs: ['dispute.accept'] },
  transferDispute: { moves: ['transfer'], needs: ['dispute.mediate', 'dispute.accept'] },
  closeDispute: { moves: ['close'], needs: ['dispute.close'] },
} as const satisfies Record<string, Operation>;
export type DisputeOperation = keyof typeof disputeOperations;
export const disputeOperationNames = Object.keys(disputeOperations) as DisputeOperation[];

/** Any one of these is enough. Before anything was applied for, the window itself may send a matter elsewhere. */
export function permissionsFor(operation: DisputeOperation, status: DisputeStatus): readonly Permission[] {
  const early = operation === 'transferDispute' && (status === 'registered' || status === 'consulting');
  return early ? [...disputeOperations[operation].needs, 'dispute.register'] : disputeOperations[operation].needs;
}

/** The moves that the operation makes from this status, or why it is not open. */
export function movesFrom(operation: DisputeOperation, status: DisputeStatus): readonly DisputeMove[] | Refusal {
  const { moves }: Operation = disputeOperations[operation];
  const first = moves.findIndex((move) => disputeMoves.open(move, status));
  return first >= 0 ? moves.slice(first) : disputeMoveOpen(moves[0]!, status)!;
}
