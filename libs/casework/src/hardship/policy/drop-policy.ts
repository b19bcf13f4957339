import { policyMoves } from '#rules/hardship/policy/policy-lifecycle';
import { whyNotPermitted, inTransaction, type Work } from '../../work.js';
import { lockPolicy, type PolicyMeant } from './policy-record.js';

/** 放弃: by who may draft, or by who will not agree. */
export function dropPolicy(work: Work, meant: PolicyMeant): Promise<void> {
  return inTransaction(work, async (tx) => {
    const permission = whyNotPermitted(work.actor, 'policy.draft') ? 'policy.publish' : 'policy.draft';
    const draft = await lockPolicy(tx, work, meant, 'drop', permission);
    await tx.update('policy_draft', draft, { status: policyMoves.target('drop') });
    tx.audit({
      type: 'policy.dropped',
      subject: { noun: 'policy', id: draft.id },
      organisationId: draft.organisationId,
      details: { kind: draft.kind },
    });
  });
}
