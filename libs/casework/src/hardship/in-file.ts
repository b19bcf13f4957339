import { refuseData } from '#data/refusals';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { mayRecord, recordingOperations, type RecordingOperation } from '#rules/hardship/recording-operations';
import { refuseIf, type Judgement } from '#rules/shared/refusal';
import { inTransaction, whyNotPermitted, type Actor, type Work } from '../work.js';
import type { FileRow } from './household/household-of-file.js';
import { lockFile } from './move-file.js';
import { join } from './household/one-household.js';

/** Which file, and from which version where the change is one of the file itself. */
export interface InFile {
  readonly fileId: string;
  readonly version?: number;
}

/**
 * The shape of every entry in a file between its moves: lock the file, judge permission and status, and do it in one
 * transaction. Whoever moves the file waits, so no decision is made on half of a change.
 */
export function inFile<T>(
  work: Work,
  operation: RecordingOperation,
  { fileId, version }: InFile,
  doing: (tx: Transaction, file: FileRow) => Promise<T>,
): Promise<T> {
  return inTransaction(work, async (tx) => {
    const file = await lockFile(tx, work, fileId);
    if (version !== undefined && file.version !== version) throw refuseData('data.changed-meanwhile');
    refuseIf(whyMayNotRecord(work.actor, operation, file));
    if (file.importRowId) await listHolder(tx, work, file);
    return doing(tx, file);
  });
}

/** A ledger of households names the head above its members and not among them: who lives there is counted with the head. */
async function listHolder(tx: Transaction, work: Work, { householdId, holderId }: FileRow): Promise<void> {
  const listed = await tx.find(
    sql`SELECT id FROM household_member WHERE household_id = ${householdId} AND person_id = ${holderId} AND left_on IS NULL`,
  );
  if (!listed) await join(tx, work, householdId, holderId, 'holder', null);
}

export function whyMayNotRecord(actor: Actor, operation: RecordingOperation, file: Pick<FileRow, 'organisationId' | 'status'>): Judgement {
  const { needs } = recordingOperations[operation];
  return whyNotPermitted(actor, needs, { organisationId: file.organisationId }) ?? mayRecord(operation, file.status as FileStatus);
}

/** Who works on the file sees what is sealed in it; who only reads it does not. */
export function seesSealed(actor: Actor, organisationId: string): boolean {
  const work = ['hardship.record', 'hardship.check', 'hardship.review', 'hardship.approve'] as const;
  return work.some((permission) => whyNotPermitted(actor, permission, { organisationId }) === undefined);
}
