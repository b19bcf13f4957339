/** What people do with a file between its moves: who may, and in which statuses. Named as the operations are. */
import type { Permission } from '../access/permissions.js';
import type { Judgement } from '../shared/refusal.js';
import type { FileStatus } from './file-lifecycle.js';
import { mayRecordInFile, mustBeOpen } from './file-parts.js';

interface Operation {
  readonly needs: Permission;
  /** Also while a decision rests on what the file says: it changes nothing of that. */
  readonly always?: true;
}

export const recordingOperations = {
  changeFileForm: { needs: 'hardship.record' },
  addHouseholdMember: { needs: 'hardship.record' },
  changeHouseholdMember: { needs: 'hardship.record' },
  endHouseholdMember: { needs: 'hardship.record' },
  recordConsent: { needs: 'hardship.record', always: true },
  withdrawConsent: { needs: 'hardship.record', always: true },
  startWorksheet: { needs: 'hardship.record' },
  saveWorksheet: { needs: 'hardship.record' },
  signWorksheet: { needs: 'hardship.record' },
  checkWorksheet: { needs: 'hardship.check' },
  dropWorksheet: { needs: 'hardship.record' },
  assessFile: { needs: 'hardship.check' },
  askOverride: { needs: 'hardship.check' },
  agreeToOverride: { needs: 'hardship.approve' },
  assignFile: { needs: 'hardship.record', always: true },
} as const satisfies Record<string, Operation>;
export type RecordingOperation = keyof typeof recordingOperations;

/** Those that a file offers as a whole; the others belong to one worksheet or one assessment. */
export const fileRecordings = [
  'changeFileForm',
  'addHouseholdMember',
  'changeHouseholdMember',
  'endHouseholdMember',
  'recordConsent',
  'withdrawConsent',
  'startWorksheet',
  'assessFile',
  'assignFile',
] as const satisfies readonly RecordingOperation[];

export function mayRecord(operation: RecordingOperation, status: FileStatus): Judgement {
  const { always }: Operation = recordingOperations[operation];
  return always ? mustBeOpen(status) : mayRecordInFile(status);
}
