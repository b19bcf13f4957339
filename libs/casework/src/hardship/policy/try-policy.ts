import { tryPolicy as job } from '#jobs/hardship';
import { eligibilityRuleInForce } from '#rules/hardship/eligibility/eligibility-rule';
import { mayDraft, stillRests } from '#rules/hardship/policy/policy-draft';
import { policyMoves } from '#rules/hardship/policy/policy-lifecycle';
import { refusePolicy } from '#rules/hardship/policy/policy-refusals';
import { laterOf } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { inTransaction, today, type Work } from '../../work.js';
import { readRulebook } from '../eligibility/rulebook.js';
import { kept, lockPolicy, type PolicyMeant } from './policy-record.js';
import { trialBegins } from './trial.js';

/** Asks for the draft to be tried on every household on file. Asked for again, an older trial of the same draft leaves off. */
export function tryPolicy(work: Work, { draftId, version }: PolicyMeant): Promise<void> {
  return inTransaction(work, async (tx) => {
    const draft = await lockPolicy(tx, work, { draftId, version }, 'try', 'policy.draft');
    const book = await readRulebook(tx);
    refuseIf(mayDraft(draft.changes, book, draft.validFrom, today(work)));
    refuseIf(stillRests(draft.changes, book, draft.validFrom));
    const on = laterOf(draft.validFrom, today(work));
    if (!eligibilityRuleInForce(book.rules, on)) throw refusePolicy('policy.no-rule-that-day', { on });
    await tx.update('policy_draft', draft, { status: policyMoves.target('try'), effect: kept(trialBegins(on, book)) });
    tx.audit({
      type: 'policy.trial-asked',
      subject: { noun: 'policy', id: draftId },
      organisationId: draft.organisationId,
      details: { kind: draft.kind },
    });
    tx.later(job, { draftId, version: draft.version + 1 }, { key: `${job.name}:${draftId}:${draft.version + 1}` });
  });
}
