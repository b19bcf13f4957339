/** Files on which nothing happens: 一年未改 and 未帮扶过. */
import { addMonths, type PlainDate } from '../../shared/plain-date.js';
import { onFileStatuses, type FileStatus } from '../file-lifecycle.js';
import type { FinderPlan } from './finder-plan.js';
import type { Sign } from './finder-rules.js';

export interface IdleFileFacts {
  readonly fileId: string;
  readonly status: string;
  readonly filedOn: PlainDate;
  /** The last day on which anything was written into the file. */
  readonly changedOn: PlainDate;
  /** Anything paid or given to anybody of the family since it was filed. */
  readonly helped: boolean;
}

const isOnFile = (status: string): boolean => (onFileStatuses as readonly FileStatus[]).includes(status as FileStatus);

export function fileUnchanged(plan: FinderPlan, { fileId, status, changedOn }: IdleFileFacts, on: PlainDate): Sign | undefined {
  if (!isOnFile(status) || changedOn > addMonths(on, -plan.unchangedMonths)) return undefined;
  return { rule: 'file-unchanged', noun: 'hardship', subjectId: fileId, on: changedOn, priority: 3, facts: {} };
}

export function fileNeverHelped(plan: FinderPlan, { fileId, status, filedOn, helped }: IdleFileFacts, on: PlainDate): Sign | undefined {
  if (!isOnFile(status) || helped || filedOn > addMonths(on, -plan.neverHelpedMonths)) return undefined;
  return { rule: 'file-never-helped', noun: 'hardship', subjectId: fileId, on: filedOn, priority: 2, facts: {} };
}
