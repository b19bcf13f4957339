/** A draft as it is kept, and the way in which verbs get hold of it. */
import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { refuseData } from '#data/refusals';
import type { Permission } from '#rules/access/permissions';
import type { CostTerms } from '#rules/hardship/policy/policy-cost';
import type { PolicyDraft } from '#rules/hardship/policy/policy-draft';
import { policyMoveOpen, type PolicyMove, type PolicyStatus } from '#rules/hardship/policy/policy-lifecycle';
import { refuseIf } from '#rules/shared/refusal';
import { visibleTo } from '../../visible.js';
import { mustBePermitted, type Work } from '../../work.js';
import type { Trial } from './trial.js';

/** What would be published, and how much of the cap its cost is reckoned with. */
export type PolicyChanges = PolicyDraft & Pick<CostTerms, 'capPercent'>;

export type PolicyRow = Omit<Tables['policy_draft'], 'kind' | 'changes' | 'effect' | 'status'> & {
  kind: PolicyDraft['kind'];
  changes: PolicyChanges;
  effect: Trial | null;
  status: PolicyStatus;
};

/** A draft whose trial was asked for. */
export type Tried = PolicyRow & { effect: Trial };

export interface PolicyMeant {
  draftId: string;
  /** the version that was seen */
  version: number;
}

/** The draft, held until the end of the transaction, when the move is open to this person from the version that was read. */
export async function lockPolicy(
  tx: Transaction,
  { actor }: Work,
  { draftId, version }: PolicyMeant,
  move: PolicyMove,
  permission: Permission,
): Promise<PolicyRow> {
  const { organisationId } = await tx.one<{ organisationId: string }>(
    sql`SELECT d.organisation_id FROM policy_draft d WHERE d.id = ${draftId} AND ${visibleTo(actor, 'policy.read', 'd')}`,
  );
  // Before the lock: to those who may only read, the database does not give the row for changing.
  mustBePermitted(actor, permission, { organisationId });
  const draft = await tx.one<PolicyRow>(sql`SELECT * FROM policy_draft WHERE id = ${draftId} FOR UPDATE`);
  if (draft.version !== version) throw refuseData('data.changed-meanwhile');
  refuseIf(policyMoveOpen(move, draft.status));
  return draft;
}

/** What the table keeps as it is said here; a draft is small, so its parts are written whole. */
export const kept = (part: PolicyChanges | Trial): Tables['policy_draft']['changes'] =>
  part as unknown as Tables['policy_draft']['changes'];
