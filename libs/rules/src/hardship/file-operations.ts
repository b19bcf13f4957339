/**
 * What people do with a hardship file: each operation makes one move, for those who hold its permission. Which of several
 * it is follows from the status, or from what was decided (an objection upheld or not).
 */
import type { Permission } from '../access/permissions.js';
import type { Refusal } from '../shared/refusal.js';
import { fileMoveOpen } from './application/application-guards.js';
import { fileMoves, type FileMove, type FileStatus } from './file-lifecycle.js';

interface Operation {
  readonly moves: readonly FileMove[];
  readonly needs: Permission;
  /** Statuses in which it is recorded without moving the file: somebody else objects too, while an objection is being checked. */
  readonly stays?: readonly FileStatus[];
}

/** Objections are checked in these; the notice stands still. */
export const objectedStatuses = ['objected', 'class_objected', 'exit_objected'] as const satisfies readonly FileStatus[];

export const fileOperations = {
  submitFile: { moves: ['submit'], needs: 'hardship.record' },
  sendBackFile: { moves: ['sendBack'], needs: 'hardship.check' },
  passFirstCheck: { moves: ['passFirstCheck'], needs: 'hardship.check' },
  recordVisit: { moves: ['recordVisit'], needs: 'hardship.record' },
  beginVerification: { moves: ['beginVerification'], needs: 'hardship.check' },
  recordVerification: { moves: ['recordVerification'], needs: 'hardship.check' },
  verifyAgain: { moves: ['verifyAgain'], needs: 'hardship.check' },
  reviewFile: { moves: ['review'], needs: 'hardship.review' },
  refuseFile: { moves: ['refuse'], needs: 'hardship.approve' },
  openNotice: { moves: ['openNotice'], needs: 'hardship.review' },
  recordObjection: { moves: ['object', 'objectToLower', 'objectToExit'], needs: 'hardship.record', stays: objectedStatuses },
  decideObjection: {
    moves: [
      'dismissObjection',
      'upholdObjection',
      'dismissLowerObjection',
      'upholdLowerObjection',
      'dismissExitObjection',
      'upholdExitObjection',
    ],
    needs: 'hardship.review',
  },
  approveFile: { moves: ['approve'], needs: 'hardship.approve' },
  activateFile: { moves: ['activate'], needs: 'hardship.approve' },
  withdrawFile: { moves: ['withdraw'], needs: 'hardship.record' },
  beginReview: { moves: ['beginReview'], needs: 'hardship.record' },
  renewFile: { moves: ['renew'], needs: 'hardship.approve' },
  raiseClass: { moves: ['raiseClass'], needs: 'hardship.approve' },
  proposeLower: { moves: ['proposeLower'], needs: 'hardship.review' },
  lowerClass: { moves: ['lowerClass'], needs: 'hardship.approve' },
  proposeExit: { moves: ['proposeExit'], needs: 'hardship.review' },
  withdrawProposal: { moves: ['withdrawProposal'], needs: 'hardship.review' },
  liftFile: { moves: ['lift'], needs: 'hardship.approve' },
  deregisterFile: { moves: ['deregister'], needs: 'hardship.approve' },
  endFile: { moves: ['end'], needs: 'hardship.record' },
  transferFile: { moves: ['transfer'], needs: 'hardship.record' },
  returnToHardship: { moves: ['returnToHardship'], needs: 'hardship.record' },
} as const satisfies Record<string, Operation>;
export type FileOperation = keyof typeof fileOperations;
export const fileOperationNames = Object.keys(fileOperations) as FileOperation[];

/** The moves that the operation may make from this status (none where it only records), or why it is not open. */
export function fileMovesFrom(operation: FileOperation, status: FileStatus): readonly FileMove[] | Refusal {
  const { moves, stays = [] }: Operation = fileOperations[operation];
  const open = moves.filter((move) => fileMoves.open(move, status));
  return open.length > 0 || stays.includes(status) ? open : fileMoveOpen(moves[0]!, status)!;
}
