import { fileRecordings, type RecordingOperation } from '#rules/hardship/recording-operations';
import { refuseRecording } from '#rules/hardship/recording-refusals';
import type { Judgement } from '#rules/shared/refusal';
import { action, type ActionView } from '../actions.js';
import type { Actor } from '../work.js';
import type { FileRow } from './household/household-of-file.js';
import { whyMayNotRecord } from './in-file.js';
import type { WorksheetRow } from './worksheet/kept-worksheet.js';

type OfFile = Pick<FileRow, 'organisationId' | 'status'>;

/** What may be entered in this file now, apart from its moves; `worksheets` with the newest first. */
export function recordingActions(actor: Actor, file: OfFile, worksheets: readonly Pick<WorksheetRow, 'status'>[]): ActionView[] {
  return fileRecordings.map((name) => action(name, whyMayNotRecord(actor, name, file) ?? whyNotYet(name, worksheets)));
}

function whyNotYet(name: RecordingOperation, worksheets: readonly Pick<WorksheetRow, 'status'>[]): Judgement {
  const newest = worksheets.find(({ status }) => status !== 'dropped');
  if (name === 'startWorksheet') return newest && newest.status !== 'checked' ? refuseRecording('hardship.worksheet-in-work') : undefined;
  if (name === 'assessFile') return newest?.status === 'checked' ? undefined : refuseRecording('hardship.worksheet-missing');
  return undefined;
}
