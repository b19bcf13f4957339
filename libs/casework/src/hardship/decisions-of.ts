import { sealedIn } from '#data/sealed-text';
import { raw, sql, type Sql } from '#data/sql';
import { fileMoves, type FileMove } from '#rules/hardship/file-lifecycle';
import type { PlainDate } from '#rules/shared/plain-date';

export interface DecisionKept {
  id: string;
  move: string;
  fromStatus: string;
  toStatus: string;
  decidedOn: PlainDate;
  decidedByName: string;
  decidedAt: string;
  classBefore: string | null;
  classAfter: string | null;
  ground: string | null;
  reason: string | null;
}

/** Every move of a file for its page, the newest first, as a column. */
export function decisionsOf(alias: string): Sql {
  return sql`coalesce((SELECT json_agg(json_build_object('id', d.id, 'move', d.move, 'fromStatus', d.from_status, 'toStatus', d.to_status, 'decidedOn', d.decided_on, 'decidedByName', d.decided_by_name,
      'decidedAt', d.decided_at, 'classBefore', d.class_before, 'classAfter', d.class_after, 'ground', d.ground, 'reason', ${sealedIn('d.reason_cipher')}) ORDER BY d.file_version DESC)
    FROM hardship_decision d WHERE d.file_id = ${raw(`${alias}.id`)}), '[]')`;
}

/** With the official name of the paper that the move makes. */
export function withDocument(decision: DecisionKept): DecisionKept & { document: string | null } {
  const move: { document?: string } | undefined = fileMoves.moves[decision.move as FileMove];
  return { ...decision, document: move?.document ?? null };
}
