import type { Tables } from '#data/tables';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { refuseData } from '#data/refusals';
import { disputeClockEffects, disputeMoves, type DisputeStatus } from '#rules/disputes/dispute-lifecycle';
import { movesFrom, permissionsFor, type DisputeOperation } from '#rules/disputes/dispute-operations';
import { refuseDispute } from '#rules/disputes/refusals';
import type { PlainDate } from '#rules/shared/plain-date';
import { Refusal, refuseIf, type Judgement } from '#rules/shared/refusal';
import { runClocks } from '../deadlines/run-clocks.js';
import { lastMovedOn, lastOf } from '../case-parts.js';
import { visibleTo } from '../visible.js';
import { inTransaction, today, whyNotPermitted, type Actor, type Work } from '../work.js';

export type DisputeRow = Tables['dispute'];
/** A case as it was locked, with the day of its last move. */
type LockedDispute = DisputeRow & { lastMovedOn: PlainDate | null };

/** What every move is told: which case, from which version, on which day it happened. */
export interface MoveInput {
  disputeId: string;
  version: number;
  on?: PlainDate | undefined;
  note?: string | null | undefined;
}

interface MoveDoing {
  judge?: (dispute: DisputeRow, on: PlainDate, tx: Transaction) => Judgement | Promise<Judgement>;
  changes?: (dispute: DisputeRow, on: PlainDate, tx: Transaction) => Partial<DisputeRow> | Promise<Partial<DisputeRow>>;
  reason?: string | undefined;
  until?: PlainDate;
  also?: (tx: Transaction, dispute: DisputeRow, on: PlainDate) => Promise<void>;
}

/**
 * The shape of every operation on a dispute: lock the row, judge it by the lifecycle and the move's own rule, write the
 * change, run the clocks, tell the timeline and the audit trail; all in one transaction.
 */
export function moveDispute(
  work: Work,
  operation: DisputeOperation,
  { disputeId, version, on: given, note }: MoveInput,
  doing: MoveDoing,
): Promise<void> {
  return inTransaction(work, async (tx) => {
    const on = given ?? today(work);
    const dispute = await lockDispute(tx, work, disputeId);
    if (dispute.version !== version) throw refuseData('data.changed-meanwhile');
    const status = dispute.status as DisputeStatus;
    refuseIf(whyMayNot(work.actor, operation, dispute));
    const moves = movesFrom(operation, status);
    if (moves instanceof Refusal) throw moves;
    refuseIf(dayIsPossible(dispute, on, today(work)));
    refuseIf(await doing.judge?.(dispute, on, tx));
    const changes = (await doing.changes?.(dispute, on, tx)) ?? {};
    await tx.update('dispute', dispute, { ...changes, status: disputeMoves.target(moves.at(-1)!) });
    const subject = {
      noun: 'dispute',
      id: dispute.id,
      organisationId: dispute.organisationId,
      ownerId: changes.mediatorId ?? dispute.mediatorId,
    } as const;
    let from = status;
    for (const move of moves) {
      const to = disputeMoves.target(move);
      await runClocks(tx, work.clockwork, subject, disputeClockEffects[move], { on, ...(doing.until && { until: doing.until }) });
      const words = move === moves.at(-1) ? [doing.reason, note].filter(Boolean).join('；') : '';
      tx.tell({
        noun: 'dispute',
        subjectId: dispute.id,
        organisationId: dispute.organisationId,
        personId: dispute.applicantId,
        kind: `dispute.${move}`,
        happenedOn: on,
        fromStatus: from,
        toStatus: to,
        note: words || null,
      });
      tx.audit({
        type: 'dispute.moved',
        subject: { noun: 'dispute', id: dispute.id },
        organisationId: dispute.organisationId,
        details: { move, from, to },
      });
      from = to;
    }
    await doing.also?.(tx, dispute, on);
  });
}

function lockDispute(tx: Transaction, work: Work, id: string): Promise<LockedDispute> {
  return tx.one<LockedDispute>(
    sql`SELECT d.*, ${lastMovedOn('d')} FROM dispute d WHERE d.id = ${id} AND ${visibleTo(work.actor, 'dispute.read', 'd', 'mediator_id')} FOR UPDATE OF d`,
  );
}

/** Why the actor may not do this to the case as it stands; any one of the operation's permissions is enough. */
export function whyMayNot(
  actor: Actor,
  operation: DisputeOperation,
  dispute: Pick<DisputeRow, 'organisationId' | 'mediatorId' | 'status'>,
): Judgement {
  const subject = { organisationId: dispute.organisationId, handlerId: dispute.mediatorId };
  const reasons = permissionsFor(operation, dispute.status as DisputeStatus).map((permission) =>
    whyNotPermitted(actor, permission, subject),
  );
  return reasons.every(Boolean) ? reasons[0] : undefined;
}

/** A move lies neither in the future nor before what the case has already been through. */
function dayIsPossible(dispute: LockedDispute, on: PlainDate, now: PlainDate): Judgement {
  if (on > now) return refuseDispute('disputes.day-in-future', { field: 'on' });
  const last = lastOf([dispute.lastMovedOn, dispute.acceptedOn, dispute.appliedOn, dispute.registeredOn]);
  return on < last ? refuseDispute('disputes.day-too-early', { last, field: 'on' }) : undefined;
}
