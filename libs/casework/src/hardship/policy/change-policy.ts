import { policyMoves } from '#rules/hardship/policy/policy-lifecycle';
import { refusePolicy } from '#rules/hardship/policy/policy-refusals';
import { inTransaction, type Work } from '../../work.js';
import { judged, type PolicyWish } from './draft-policy.js';
import { kept, lockPolicy, type PolicyMeant } from './policy-record.js';

/** Its maker changes a draft; whatever was tried and agreed to was something else, and falls away. */
export function changePolicy(work: Work, { draftId, version, ...wish }: PolicyMeant & PolicyWish): Promise<void> {
  return inTransaction(work, async (tx) => {
    const draft = await lockPolicy(tx, work, { draftId, version }, 'change', 'policy.draft');
    if (draft.madeBy !== work.actor.id) throw refusePolicy('policy.another-must-change');
    // What a draft is about stays: another kind is another draft.
    if (wish.changes.kind !== draft.kind) throw refusePolicy('policy.kind-stays');
    await tx.update('policy_draft', draft, {
      name: wish.name,
      reason: wish.reason,
      validFrom: wish.validFrom,
      changes: kept(await judged(tx, work, wish)),
      status: policyMoves.target('change'),
      effect: null,
      agreedBy: null,
      agreedByName: null,
      agreedAt: null,
    });
    tx.audit({
      type: 'policy.changed',
      subject: { noun: 'policy', id: draftId },
      organisationId: draft.organisationId,
      details: { kind: draft.kind },
    });
  });
}
