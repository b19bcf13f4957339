import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { listForReassessment } from '#jobs/hardship';
import { criteriaOf, eligibilityRuleId } from '#rules/hardship/eligibility/eligibility-rule';
import { mayDraft, stillRests } from '#rules/hardship/policy/policy-draft';
import { policyMoves } from '#rules/hardship/policy/policy-lifecycle';
import { refusePolicy } from '#rules/hardship/policy/policy-refusals';
import { ruleOf, standardRowOf } from '#rules/hardship/policy/publish-policy';
import type { Rulebook } from '#rules/hardship/eligibility/rulebook';
import { standardId } from '#rules/hardship/eligibility/subsistence-standard';
import { refuseIf, type Judgement } from '#rules/shared/refusal';
import { inTransaction, today, type Actor, type Work } from '../../work.js';
import { readRulebook } from '../eligibility/rulebook.js';
import { lockPolicy, type PolicyMeant, type PolicyRow } from './policy-record.js';

/**
 * 发布: writes the row that the draft has become. It decides what is received from its first day on; what was decided before
 * stays as it was, and no file is touched: those that may be concerned come onto a list for re-assessment.
 */
export function publishPolicy(work: Work, meant: PolicyMeant): Promise<void> {
  return inTransaction(work, async (tx) => {
    const draft = await lockPolicy(tx, work, meant, 'publish', 'policy.publish');
    refuseIf(mustCoverTheCity(work.actor));
    // One at a time: each rests on all that is published before it.
    await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended('bangfu policy', 0))`);
    const book = await readRulebook(tx);
    refuseIf(stillRests(draft.changes, book, draft.validFrom));
    const why = mayDraft(draft.changes, book, draft.validFrom, today(work));
    if (why?.code === 'policy.backwards') throw refusePolicy('policy.day-gone', { on: draft.validFrom });
    refuseIf(why);
    const row = await writeRow(tx, work, draft, book);
    await tx.update('policy_draft', draft, { status: policyMoves.target('publish'), publishedAt: work.now });
    tx.audit({
      type: 'policy.published',
      subject: { noun: 'policy', id: draft.id },
      organisationId: draft.organisationId,
      details: { kind: draft.kind, row, from: draft.validFrom },
    });
    tx.later(listForReassessment, { draftId: draft.id }, { key: `${listForReassessment.name}:${draft.id}` });
  });
}

export function mustCoverTheCity({ rights }: Actor): Judgement {
  return rights.get('policy.publish')?.everything ? undefined : refusePolicy('policy.whole-city-needed');
}

async function writeRow(tx: Transaction, work: Work, draft: PolicyRow, book: Rulebook): Promise<string> {
  const by = { madeBy: draft.madeBy, agreedBy: draft.agreedBy, publishedAt: work.now };
  if (draft.changes.kind === 'standard') {
    const standard = standardRowOf(draft.changes, draft, book);
    const id = standardId(standard);
    await tx.insert('subsistence_standard', { id, ...standard, ...by });
    return id;
  }
  const rule = ruleOf(draft.changes, draft, book);
  const { code, version, validFrom, validTo } = rule;
  const id = eligibilityRuleId(rule);
  const unverified = rule.periodUnverified || criteriaOf(rule).some((criterion) => criterion.unverified);
  const body = rule as unknown as Tables['eligibility_rule']['body'];
  await tx.insert('eligibility_rule', { id, code, version, validFrom, validTo, unverified, body, ...by });
  return id;
}
