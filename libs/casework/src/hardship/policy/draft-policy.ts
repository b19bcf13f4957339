import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { WHOLE_CAP } from '#rules/hardship/policy/policy-cost';
import { mayDraft, type RuleDraft, type StandardDraft } from '#rules/hardship/policy/policy-draft';
import { POLICY_BEGINS } from '#rules/hardship/policy/policy-lifecycle';
import { refusePolicy } from '#rules/hardship/policy/policy-refusals';
import { standardId, standardOf } from '#rules/hardship/eligibility/subsistence-standard';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { newId } from '#runtime/ids';
import { inTransaction, mustBePermitted, today, type Work } from '../../work.js';
import { readRulebook } from '../eligibility/rulebook.js';
import { kept, type PolicyChanges } from './policy-record.js';

export interface PolicyWish {
  name: string;
  reason: string;
  validFrom: PlainDate;
  changes: RuleDraft | Omit<StandardDraft, 'replaces'>;
  capPercent?: number | undefined;
}

/** 起草: other thresholds of a rule, or a standard from a day on. Nothing holds of it yet. */
export async function draftPolicy(work: Work, wish: PolicyWish): Promise<{ id: string }> {
  const { organisationId } = work.actor;
  mustBePermitted(work.actor, 'policy.draft', { organisationId });
  return inTransaction(work, async (tx) => {
    const id = newId();
    const changes = await judged(tx, work, wish);
    await tx.insert('policy_draft', {
      id,
      organisationId,
      kind: changes.kind,
      name: wish.name,
      changes: kept(changes),
      validFrom: wish.validFrom,
      reason: wish.reason,
      status: POLICY_BEGINS,
      madeBy: work.actor.id,
      madeByName: work.actor.name,
      madeAt: work.now,
    });
    tx.audit({ type: 'policy.drafted', subject: { noun: 'policy', id }, organisationId, details: { kind: changes.kind } });
    return { id };
  });
}

/** The changes as they are kept, when they may be drafted today. */
export async function judged(
  tx: Transaction,
  work: Work,
  { changes, validFrom, capPercent = WHOLE_CAP }: PolicyWish,
): Promise<PolicyChanges> {
  const book = await readRulebook(tx);
  if (changes.kind === 'rule') {
    refuseIf(mayDraft(changes, book, validFrom, today(work)));
    return { ...changes, capPercent };
  }
  const { division } = changes;
  const known = await tx.find(sql`SELECT code FROM division WHERE code = ${division}`);
  if (!known) throw refusePolicy('policy.division-unknown', { division, field: 'division' });
  const held = standardOf(book.standards, division, validFrom);
  const standard: StandardDraft = { ...changes, replaces: held ? standardId(held) : null };
  refuseIf(mayDraft(standard, book, validFrom, today(work)));
  return { ...standard, capPercent };
}
