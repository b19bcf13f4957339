import type { Tables } from '#data/tables';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { refuseData } from '#data/refusals';
import type { Permission } from '#rules/access/permissions';
import { disputeMoveOpen } from '#rules/disputes/dispute-guards';
import { disputeClockEffects, disputeMoves, type DisputeMove, type DisputeStatus } from '#rules/disputes/dispute-lifecycle';
import { refuseDispute } from '#rules/disputes/refusals';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf, type Judgement } from '#rules/shared/refusal';
import { runClocks } from '../deadlines/run-clocks.js';
import { visibleTo } from '../visible.js';
import { inTransaction, mustBePermitted, today, type Work } from '../work.js';

export type DisputeRow = Tables['dispute'];

/** What every move is told: which case, from which version, on which day it happened. */
export interface MoveInput {
  disputeId: string;
  version: number;
  on?: PlainDate | undefined;
  note?: string | null | undefined;
}

interface MoveDoing {
  permission: Permission;
  judge?: (dispute: DisputeRow, on: PlainDate) => Judgement;
  changes?: (dispute: DisputeRow, on: PlainDate) => Partial<DisputeRow>;
  reason?: string;
  until?: PlainDate;
  also?: (tx: Transaction, dispute: DisputeRow, on: PlainDate) => Promise<void>;
}

/**
 * The shape of every move of a dispute: lock the row, judge it by the lifecycle and the move's own rule, write the change,
 * run the clocks, tell the timeline and the audit trail; all in one transaction.
 */
export function moveDispute(work: Work, move: DisputeMove, { disputeId, version, on: given, note }: MoveInput, doing: MoveDoing): Promise<void> {
  return inTransaction(work, async (tx) => {
    const on = given ?? today(work);
    const dispute = await lockDispute(tx, work, disputeId);
    if (dispute.version !== version) throw refuseData('data.changed-meanwhile');
    mustBePermitted(work.actor, doing.permission, { organisationId: dispute.organisationId, handlerId: dispute.mediatorId });
    refuseIf(disputeMoveOpen(move, dispute.status as DisputeStatus));
    refuseIf(dayIsPossible(dispute, on, today(work)));
    refuseIf(doing.judge?.(dispute, on));
    const to = disputeMoves.target(move);
    const changes = doing.changes?.(dispute, on) ?? {};
    await tx.update('dispute', dispute, { ...changes, status: to });
    const handler = changes.mediatorId ?? dispute.mediatorId;
    await runClocks(tx, work.clockwork, { noun: 'dispute', id: dispute.id, organisationId: dispute.organisationId, ownerId: handler }, disputeClockEffects[move], { on, ...(doing.until && { until: doing.until }) });
    await doing.also?.(tx, dispute, on);
    tx.tell({
      noun: 'dispute', subjectId: dispute.id, organisationId: dispute.organisationId, personId: dispute.applicantId, kind: `dispute.${move}`, happenedOn: on,
      fromStatus: dispute.status, toStatus: to, note: [doing.reason, note].filter(Boolean).join('；') || null,
    });
    tx.audit({ type: 'dispute.moved', subject: { noun: 'dispute', id: dispute.id }, organisationId: dispute.organisationId, details: { move, from: dispute.status, to } });
  });
}

export async function lockDispute(tx: Transaction, work: Work, id: string): Promise<DisputeRow> {
  return tx.one<DisputeRow>(sql`SELECT d.* FROM dispute d WHERE d.id = ${id} AND ${visibleTo(work.actor, 'dispute.read', 'd', 'mediator_id')} FOR UPDATE`);
}

/** A move lies neither in the future nor before what the case has already been through. */
function dayIsPossible(dispute: DisputeRow, on: PlainDate, now: PlainDate): Judgement {
  if (on > now) return refuseDispute('disputes.day-in-future');
  const last = [dispute.acceptedOn, dispute.appliedOn, dispute.registeredOn].find(Boolean)!;
  return on < last ? refuseDispute('disputes.day-too-early', { last }) : undefined;
}
