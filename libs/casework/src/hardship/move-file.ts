import { refuseData } from '#data/refusals';
import { sealText } from '#data/sealed-text';
import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { fileClockEffects } from '#rules/hardship/file-clocks';
import { fileMoves, type FileMove, type FileStatus } from '#rules/hardship/file-lifecycle';
import { fileMovesFrom, fileOperations, type FileOperation } from '#rules/hardship/file-operations';
import { refuseFile } from '#rules/hardship/file-refusals';
import type { PlainDate } from '#rules/shared/plain-date';
import { Refusal, refuseIf, type Judgement } from '#rules/shared/refusal';
import { newId } from '#runtime/ids';
import { runClocks } from '../deadlines/run-clocks.js';
import { visibleTo } from '../visible.js';
import { inTransaction, today, whyNotPermitted, type Actor, type Work } from '../work.js';

export type FileRow = Tables['hardship_file'];
/** A file as it was locked, with the day of its last decision. */
export type LockedFile = FileRow & { lastDecidedOn: PlainDate | null };

/** What every move is told: which file, from which version, on which day it happened. */
export interface FileMoveInput {
  fileId: string;
  version: number;
  on?: PlainDate | undefined;
  note?: string | null | undefined;
}

export interface FileMoveDoing {
  judge?: (file: LockedFile, on: PlainDate, tx: Transaction) => Judgement | Promise<Judgement>;
  changes?: (file: LockedFile, on: PlainDate, tx: Transaction) => Partial<FileRow> | Promise<Partial<FileRow>>;
  /** Where the operation has two moves open: which. Nothing chosen records what was done and moves nothing. */
  pick?: (open: readonly FileMove[]) => FileMove | undefined;
  /** Kept with the decision; the reason is told on the timeline too. */
  reason?: string | null | undefined;
  ground?: string | null | undefined;
  assessmentId?: string | null | undefined;
  noticeId?: string | null | undefined;
  details?: Tables['hardship_decision']['details'] | undefined;
  also?: (tx: Transaction, file: LockedFile, on: PlainDate) => Promise<void>;
}
/** What is done may depend on what is read of the locked file. */
type Doing = FileMoveDoing | ((tx: Transaction, file: LockedFile, on: PlainDate) => Promise<FileMoveDoing>);

/**
 * The shape of every operation on a hardship file: lock the row, judge it by the lifecycle and the move's own rule, write
 * the change, run the clocks, keep the decision, tell the timeline and the audit trail; all in one transaction.
 */
export function moveFile(
  work: Work,
  operation: FileOperation,
  { fileId, version, on: given, note }: FileMoveInput,
  what: Doing,
): Promise<void> {
  return inTransaction(work, async (tx) => {
    const on = given ?? today(work);
    const file = await lockFile(tx, work, fileId);
    if (file.version !== version) throw refuseData('data.changed-meanwhile');
    refuseIf(whyMayNotMove(work.actor, operation, file));
    const open = fileMovesFrom(operation, file.status as FileStatus);
    if (open instanceof Refusal) throw open;
    refuseIf(dayIsPossible(file, on, today(work)));
    const doing = typeof what === 'function' ? await what(tx, file, on) : what;
    refuseIf(await doing.judge?.(file, on, tx));
    const changes = (await doing.changes?.(file, on, tx)) ?? {};
    const move = doing.pick ? doing.pick(open) : open[0];
    const moved: Partial<FileRow> = { ...changes, ...(move && { status: fileMoves.target(move) }) };
    await tx.update('hardship_file', file, moved);
    if (move) await run(tx, work, file, move, on, moved);
    await doing.also?.(tx, file, on);
    // Last, because it names what the move has made: a notice, an assessment.
    if (move) await keep(tx, work, file, move, on, moved, doing);
    tell(tx, work, operation, file, move, on, [doing.reason, note].filter(Boolean).join('；'));
  });
}

export async function lockFile(tx: Transaction, work: Work, id: string): Promise<LockedFile> {
  return tx.one<LockedFile>(
    sql`SELECT f.*, (SELECT max(d.decided_on) FROM hardship_decision d WHERE d.file_id = f.id) AS last_decided_on
        FROM hardship_file f WHERE f.id = ${id} AND ${visibleTo(work.actor, 'hardship.read', 'f')} FOR UPDATE OF f`,
  );
}

/** Who made which of these moves since the file was last submitted, or its review last begun: nobody checks their own work. */
export async function actorsBefore(tx: Transaction, fileId: string, moves: readonly FileMove[]): Promise<string[]> {
  const rows = await tx.rows<{ by: string }>(
    sql`SELECT DISTINCT d.decided_by AS by FROM hardship_decision d WHERE d.file_id = ${fileId} AND d.move = ANY (${[...moves]})
          AND d.file_version >= coalesce((SELECT max(b.file_version) FROM hardship_decision b WHERE b.file_id = ${fileId} AND b.move IN ('submit', 'beginReview')), 0)`,
  );
  return rows.map(({ by }) => by);
}

export function whyMayNotMove(actor: Actor, operation: FileOperation, file: Pick<FileRow, 'organisationId' | 'handlerId'>): Judgement {
  return whyNotPermitted(actor, fileOperations[operation].needs, { organisationId: file.organisationId, handlerId: file.handlerId });
}

/** A move lies neither in the future nor before what the file has already been through. */
function dayIsPossible(file: LockedFile, on: PlainDate, now: PlainDate): Judgement {
  if (on > now) return refuseFile('hardship.day-in-future', { field: 'on' });
  const last = file.lastDecidedOn ?? file.filedOn ?? file.begunOn;
  return on < last ? refuseFile('hardship.day-too-early', { last, field: 'on' }) : undefined;
}

function run(tx: Transaction, work: Work, file: LockedFile, move: FileMove, on: PlainDate, moved: Partial<FileRow>): Promise<void> {
  const ownerId = moved.handlerId ?? file.handlerId;
  const subject = { noun: 'hardship', id: file.id, organisationId: file.organisationId, ownerId } as const;
  return runClocks(tx, work.clockwork, subject, fileClockEffects[move], { on });
}

function keep(
  tx: Transaction,
  { actor, now, secrets }: Work,
  file: LockedFile,
  move: FileMove,
  on: PlainDate,
  moved: Partial<FileRow>,
  { reason, ground, assessmentId, noticeId, details }: FileMoveDoing,
): Promise<void> {
  return tx.insert('hardship_decision', {
    id: newId(),
    fileId: file.id,
    organisationId: file.organisationId,
    fileVersion: file.version + 1,
    move,
    fromStatus: file.status,
    toStatus: fileMoves.target(move),
    decidedOn: on,
    decidedBy: actor.id,
    decidedByName: actor.name,
    decidedAt: now,
    classBefore: file.hardshipClass,
    classAfter: moved.hardshipClass === undefined ? file.hardshipClass : moved.hardshipClass,
    ground: ground ?? null,
    reasonCipher: sealText(secrets, reason),
    assessmentId: assessmentId ?? null,
    noticeId: noticeId ?? null,
    details: details ?? null,
  });
}

function tell(
  tx: Transaction,
  { secrets }: Work,
  operation: FileOperation,
  file: LockedFile,
  move: FileMove | undefined,
  on: PlainDate,
  words: string,
): void {
  const to = move ? fileMoves.target(move) : file.status;
  tx.tell({
    noun: 'hardship',
    subjectId: file.id,
    organisationId: file.organisationId,
    personId: file.holderId,
    kind: `hardship.${move ?? operation}`,
    happenedOn: on,
    fromStatus: file.status,
    toStatus: to,
    noteCipher: sealText(secrets, words),
  });
  tx.audit({
    type: 'hardship.moved',
    subject: { noun: 'hardship', id: file.id },
    organisationId: file.organisationId,
    details: { move: move ?? operation, from: file.status, to },
  });
}
