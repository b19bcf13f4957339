/** When the contents of a file may change: not while a decision or an announced change rests on them. */
import type { Judgement } from '../shared/refusal.js';
import type { PlainDate } from '../shared/plain-date.js';
import { applyingStatuses, fileStatuses, onFileStatuses, type FileStatus } from './file-lifecycle.js';
import { refuseRecording } from './recording-refusals.js';

export const openToRecording = [
  'draft',
  'submitted',
  'sent_back',
  'prelim_ok',
  'visited',
  'verifying',
  'verified',
  'active',
  'under_review',
] as const satisfies readonly FileStatus[];

export function mayRecordInFile(status: FileStatus): Judgement {
  if ((openToRecording as readonly FileStatus[]).includes(status)) return undefined;
  if (!isOpenFile(status)) return mustBeOpen(status);
  const { zh, en } = fileStatuses[status];
  return refuseRecording('hardship.part-closed', { statusZh: zh, statusEn: en });
}

export function mustBeOpen(status: FileStatus): Judgement {
  const { zh, en } = fileStatuses[status];
  return isOpenFile(status) ? undefined : refuseRecording('hardship.file-ended', { statusZh: zh, statusEn: en });
}

export const isApplying = (status: FileStatus): boolean => (applyingStatuses as readonly FileStatus[]).includes(status);
export const isOnFile = (status: FileStatus): boolean => (onFileStatuses as readonly FileStatus[]).includes(status);
export const isOpenFile = (status: FileStatus): boolean => isApplying(status) || isOnFile(status);

export interface RuleDayFacts {
  readonly status: FileStatus;
  readonly receivedOn: PlainDate | null;
  /** When the review that is under way, or went before an announced change, began. */
  readonly reviewBegunOn: PlainDate | null;
  readonly today: PlainDate;
}

/** An application is judged by the rule of the day it was received, a file on review by that of the day its review began. */
export function ruleDay({ status, receivedOn, reviewBegunOn, today }: RuleDayFacts): PlainDate {
  return (isApplying(status) ? receivedOn : status === 'active' ? null : reviewBegunOn) ?? today;
}
