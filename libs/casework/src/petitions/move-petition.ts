import { refuseData } from '#data/refusals';
import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import type { Permission } from '#rules/access/permissions';
import { petitionMoveOpen } from '#rules/petitions/petition-guards';
import { petitionClockEffects, petitionMoves, type PetitionMove, type PetitionStatus } from '#rules/petitions/petition-lifecycle';
import { refusePetition } from '#rules/petitions/refusals';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf, type Judgement } from '#rules/shared/refusal';
import { runClocks } from '../deadlines/run-clocks.js';
import { lastMovedOn, lastOf } from '../case-parts.js';
import { visibleTo } from '../visible.js';
import { inTransaction, mustBePermitted, today, type Work } from '../work.js';

export type PetitionRow = Tables['petition'];

/** What every move is told: which petition, from which version, on which day it happened. */
export interface MoveInput {
  petitionId: string;
  version: number;
  on?: PlainDate | undefined;
  note?: string | null | undefined;
}

interface MoveDoing {
  permission: Permission;
  judge?: (petition: PetitionRow, on: PlainDate, tx: Transaction) => Judgement | Promise<Judgement>;
  changes?: (petition: PetitionRow, on: PlainDate) => Partial<PetitionRow>;
  reason?: string;
  /** for an extension, in the rule's own days */
  days?: number;
  also?: (tx: Transaction, petition: PetitionRow, on: PlainDate) => Promise<void>;
}

/** The shape of every move of a petition, as of a dispute's: lock, judge, write, run the clocks, tell. */
export function movePetition(
  work: Work,
  move: PetitionMove,
  { petitionId, version, on: given, note }: MoveInput,
  doing: MoveDoing,
): Promise<void> {
  return inTransaction(work, async (tx) => {
    const on = given ?? today(work);
    const petition = await tx.one<PetitionRow & { lastMovedOn: PlainDate | null }>(
      sql`SELECT p.*, ${lastMovedOn('p')} FROM petition p WHERE p.id = ${petitionId} AND ${visibleTo(work.actor, 'petition.read', 'p', 'handler_id')} FOR UPDATE OF p`,
    );
    if (petition.version !== version) throw refuseData('data.changed-meanwhile');
    mustBePermitted(work.actor, doing.permission, { organisationId: petition.organisationId, handlerId: petition.handlerId });
    refuseIf(petitionMoveOpen(move, petition.status as PetitionStatus));
    refuseIf(dayIsPossible(petition, on, today(work)));
    refuseIf(await doing.judge?.(petition, on, tx));
    const to = petitionMoves.target(move);
    const changes = doing.changes?.(petition, on) ?? {};
    await tx.update('petition', petition, { ...changes, status: to });
    const subject = {
      noun: 'petition' as const,
      id: petition.id,
      organisationId: petition.organisationId,
      ownerId: changes.handlerId ?? petition.handlerId,
    };
    await runClocks(tx, work.clockwork, subject, petitionClockEffects[move], { on, ...(doing.days && { days: doing.days }) });
    await doing.also?.(tx, petition, on);
    tx.tell({
      noun: 'petition',
      subjectId: petition.id,
      organisationId: petition.organisationId,
      personId: petition.petitionerId,
      kind: `petition.${move}`,
      happenedOn: on,
      fromStatus: petition.status,
      toStatus: to,
      note: [doing.reason, note].filter(Boolean).join('；') || null,
    });
    tx.audit({
      type: 'petition.moved',
      subject: { noun: 'petition', id: petition.id },
      organisationId: petition.organisationId,
      details: { move, from: petition.status, to },
    });
  });
}

/** A move lies neither in the future nor before what the petition has already been through. */
function dayIsPossible(petition: PetitionRow & { lastMovedOn: PlainDate | null }, on: PlainDate, now: PlainDate): Judgement {
  if (on > now) return refusePetition('petitions.day-in-future', { field: 'on' });
  const last = lastOf([petition.lastMovedOn, petition.repliedOn, petition.acceptedOn, petition.registeredOn]);
  return on < last ? refusePetition('petitions.day-too-early', { last, field: 'on' }) : undefined;
}
