import { policyMoves } from '#rules/hardship/policy/policy-lifecycle';
import { refusePolicy } from '#rules/hardship/policy/policy-refusals';
import { inTransaction, type Work } from '../../work.js';
import { lockPolicy, type PolicyMeant } from './policy-record.js';

/** 复核: a second person agrees to the draft as it was tried. */
export function agreeToPolicy(work: Work, meant: PolicyMeant): Promise<void> {
  return inTransaction(work, async (tx) => {
    const draft = await lockPolicy(tx, work, meant, 'agree', 'policy.publish');
    if (draft.madeBy === work.actor.id) throw refusePolicy('policy.another-must-agree');
    await tx.update('policy_draft', draft, {
      status: policyMoves.target('agree'),
      agreedBy: work.actor.id,
      agreedByName: work.actor.name,
      agreedAt: work.now,
    });
    tx.audit({
      type: 'policy.agreed',
      subject: { noun: 'policy', id: draft.id },
      organisationId: draft.organisationId,
      details: { kind: draft.kind },
    });
  });
}
