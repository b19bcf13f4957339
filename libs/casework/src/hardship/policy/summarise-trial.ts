import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { CAP_MONTHS } from '#rules/hardship/policy/policy-cost';
import { policyMoves } from '#rules/hardship/policy/policy-lifecycle';
import { withDraft } from '#rules/hardship/policy/publish-policy';
import type { Rulebook } from '#rules/hardship/eligibility/rulebook';
import { standardInForce } from '#rules/hardship/eligibility/subsistence-standard';
import type { Work } from '../../work.js';
import { kept, type Tried } from './policy-record.js';
import type { Trial, TrialFound } from './trial.js';

/** The city's own division: what its districts without a standard of their own go by. */
const CITY = '320500';

/** Counts the rows that were written, so that no number can say anything else than its rows, and ends the trial. */
export async function summariseTrial(tx: Transaction, work: Work, draft: Tried, trial: Trial, book: Rulebook): Promise<void> {
  const classes = await tx.rows<TrialFound['classes'][number]>(sql`
    SELECT class_before AS before, class_after AS after, effect, count(*) AS files, sum(cost_fen)::bigint AS cost_fen
    FROM policy_effect WHERE draft_id = ${draft.id} GROUP BY class_before, class_after, effect ORDER BY effect, class_before, class_after`);
  const effects = sumsOf(classes);
  const { changes, id, organisationId } = draft;
  const division = changes.kind === 'standard' ? changes.division : CITY;
  const after = withDraft(book, changes, draft);
  const standard = ({ standards }: Rulebook): number | null => standardInForce(standards, division, trial.on)?.amountFen ?? null;
  const files = classes.reduce((sum, one) => sum + one.files, 0) - trial.enteringApplicants;
  const found: TrialFound = {
    triedAt: work.now.toISOString(),
    terms: { months: CAP_MONTHS, capPercent: changes.capPercent },
    standard: { division, beforeFen: standard(book), afterFen: standard(after) },
    files,
    effects,
    classes,
    costFen: effects.reduce((sum, one) => sum + one.costFen, 0),
    enteringApplicants: trial.enteringApplicants,
  };
  await tx.update('policy_draft', draft, { status: policyMoves.target('finishTrial'), effect: kept({ ...trial, found }) });
  const count = (effect: string): number => effects.find((one) => one.effect === effect)?.files ?? 0;
  tx.audit({
    type: 'policy.tried',
    subject: { noun: 'policy', id },
    organisationId,
    details: { files, enters: count('enters'), leaves: count('leaves') },
  });
}

function sumsOf(classes: TrialFound['classes']): TrialFound['effects'] {
  const sums = new Map<string, TrialFound['effects'][number]>();
  for (const { effect, files, costFen } of classes) {
    const sum = sums.get(effect) ?? { effect, files: 0, costFen: 0 };
    sums.set(effect, { effect, files: sum.files + files, costFen: sum.costFen + costFen });
  }
  return [...sums.values()];
}
