import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { mayAssignMediator } from '#rules/disputes/dispute-guards';
import { refuseDispute } from '#rules/disputes/refusals';
import { handClocksTo } from '../deadlines/run-clocks.js';
import type { Work } from '../work.js';
import { activeMediator } from './mediators.js';
import { moveDispute, type MoveInput } from './move-dispute.js';

export interface Assignment extends MoveInput {
  mediatorId: string;
  mediationBodyId?: string | null | undefined;
  noConflict: boolean;
}

/** 指派调解员, or another one in the place of the first: the case and its running clocks are that person's from now on. */
export async function assignMediator(work: Work, assignment: Assignment): Promise<void> {
  const { mediatorId, mediationBodyId, noConflict } = assignment;
  // Before the transaction: it is read on behalf of the gate, and a transaction has one actor.
  const mediator = await activeMediator(work.data, mediatorId);
  return moveDispute(work, 'assignMediator', assignment, {
    reason: mediator?.name,
    judge: () =>
      mediator ? mayAssignMediator({ hasInterest: !noConflict }) : refuseDispute('disputes.mediator-unfit', { field: 'mediatorId' }),
    changes: async (_, __, tx) => ({
      mediatorId,
      mediatorName: mediator!.name,
      ...(mediationBodyId && (await bodyNamed(tx, mediationBodyId))),
    }),
    also: (tx, dispute) => handClocksTo(tx, dispute.id, mediatorId),
  });
}

async function bodyNamed(tx: Transaction, id: string): Promise<{ mediationBodyId: string; mediationBody: string }> {
  const body = await tx.one<{ name: string }>(sql`SELECT name FROM mediation_body WHERE id = ${id} AND status <> 'withdrawn'`);
  return { mediationBodyId: id, mediationBody: body.name };
}
