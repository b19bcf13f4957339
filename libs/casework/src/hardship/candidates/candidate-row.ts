import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { refuseData } from '#data/refusals';
import type { Attempt } from '#rules/hardship/finder/candidate-closing';
import { refuseCandidate } from '#rules/hardship/finder/candidate-refusals';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Judgement } from '#rules/shared/refusal';
import type { KeptSign } from '../../handoffs/keep-candidates.js';
import { visibleTo } from '../../visible.js';
import { inTransaction, mustBePermitted, type Actor, type Work, whyNotPermitted } from '../../work.js';

export type CandidateRow = Tables['hardship_candidate'];

/** An attempt as the row keeps it: with who made it. */
export interface KeptAttempt extends Attempt {
  readonly by: string;
  readonly byName: string;
}

export const signsOf = (row: Pick<CandidateRow, 'reasons'>): KeptSign[] => row.reasons as unknown as KeptSign[];
export const attemptsOf = (row: Pick<CandidateRow, 'attempts'>): KeptAttempt[] => row.attempts as unknown as KeptAttempt[];

/** Why this person may not work on the candidate as it stands. */
export function whyNotWork(actor: Actor, candidate: Pick<CandidateRow, 'organisationId' | 'status'>): Judgement {
  return (
    whyNotPermitted(actor, 'candidate.work', { organisationId: candidate.organisationId }) ??
    (candidate.status === 'closed' ? refuseCandidate('candidates.closed') : undefined)
  );
}

export interface CandidateInput {
  candidateId: string;
  version: number;
}

/** The candidate, locked, at the version that was read, still open, and the actor's to work on. */
export async function workOnCandidate(
  work: Work,
  { candidateId, version }: CandidateInput,
  doing: (tx: Transaction, candidate: CandidateRow) => Promise<void>,
): Promise<void> {
  mustBePermitted(work.actor, 'candidate.work');
  return inTransaction(work, async (tx) => {
    const candidate = await tx.one<CandidateRow>(
      sql`SELECT c.* FROM hardship_candidate c WHERE c.id = ${candidateId} AND ${visibleTo(work.actor, 'candidate.read', 'c')} FOR UPDATE`,
    );
    const why = whyNotWork(work.actor, candidate);
    if (why) throw why;
    if (candidate.version !== version) throw refuseData('data.changed-meanwhile');
    await doing(tx, candidate);
  });
}

/** A line of the candidate's own timeline. */
export function tellCandidate(
  tx: Transaction,
  { id, organisationId, personId }: CandidateRow,
  kind: `candidate.${string}`,
  on: PlainDate,
  more: { noteCipher?: Buffer | null; toStatus?: string } = {},
): void {
  tx.tell({ noun: 'candidate', subjectId: id, organisationId, personId, kind, happenedOn: on, ...more });
}

export const candidateSubject = ({ id }: Pick<CandidateRow, 'id'>): { noun: string; id: string } => ({ noun: 'candidate', id });
