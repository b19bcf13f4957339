import { sql } from '#data/sql';
import { eligibilityRuleId } from '#rules/hardship/eligibility/eligibility-rule';
import { capCitation, costFormula } from '#rules/hardship/policy/policy-cost';
import { thresholdsOf, type RuleDraft, type StandardDraft } from '#rules/hardship/policy/policy-draft';
import type { Rulebook } from '#rules/hardship/eligibility/rulebook';
import { criterionInWords, unitOf, type ThresholdUnit } from '#rules/hardship/eligibility/rule-in-words';
import { standardInForce } from '#rules/hardship/eligibility/subsistence-standard';
import type { Label } from '#rules/shared/label';
import type { Fen } from '#rules/shared/money';
import type { PlainDate } from '#rules/shared/plain-date';
import { visibleTo } from '../../visible.js';
import type { Work } from '../../work.js';
import { readRulebook } from '../eligibility/rulebook.js';
import { POLICY_COLUMNS, type PolicyLine } from './find-policies.js';
import { policyActions } from './policy-actions.js';
import type { PolicyRow } from './policy-record.js';

type Row = PolicyLine & Pick<PolicyRow, 'organisationId' | 'madeBy' | 'changes' | 'effect' | 'reason' | 'agreedAt' | 'version'>;

export interface ThresholdChange {
  code: string;
  name: Label;
  unit: ThresholdUnit;
  before: number | null;
  after: number;
  words: Label;
}

/** A draft with what it would change, how far its trial is and what it found, and what the reader may do with it now. */
export async function getPolicy(work: Work, draftId: string) {
  const row = await work.data.readOne<Row>(
    work.actor,
    sql`SELECT ${POLICY_COLUMNS}, d.organisation_id, d.made_by, d.changes, d.effect, d.reason, d.agreed_at, d.version
        FROM policy_draft d JOIN organisation o ON o.id = d.organisation_id WHERE d.id = ${draftId} AND ${visibleTo(work.actor, 'policy.read', 'd')}`,
  );
  const book = await readRulebook(work.data);
  const { changes, effect, madeBy: _, ...draft } = row;
  return {
    ...draft,
    capPercent: changes.capPercent,
    rule: changes.kind === 'rule' ? ruleChange(changes, book) : null,
    standard: changes.kind === 'standard' ? standardChange(changes, book, row.validFrom) : null,
    trial: effect && { on: effect.on, total: effect.total, done: effect.done, applicants: effect.applicants, error: effect.error },
    found: effect?.found ?? null,
    formula: { words: costFormula, citation: capCitation },
    actions: policyActions(work.actor, row),
  };
}

function ruleChange({ ruleId, thresholds, instrument, article, says }: RuleDraft, { rules }: Rulebook) {
  const rule = rules.find((one) => eligibilityRuleId(one) === ruleId);
  const changed: ThresholdChange[] = (rule ? thresholdsOf(rule) : []).flatMap((criterion) => {
    const after = thresholds[criterion.code];
    if (after === undefined || after === criterion.threshold) return [];
    const { code, name, threshold } = criterion;
    return { code, name, unit: unitOf(criterion)!, before: threshold, after, words: criterionInWords({ ...criterion, threshold: after }) };
  });
  return { ruleId, ruleName: rule?.name ?? { zh: ruleId, en: ruleId }, instrument, article, says, thresholds: changed };
}

function standardChange({ division, amountFen, source, replaces }: StandardDraft, { standards }: Rulebook, validFrom: PlainDate) {
  const before = standardInForce(standards, division, validFrom);
  const beforeFen: Fen | null = before?.amountFen ?? null;
  return { division, amountFen, source, replaces, beforeFen, beforeUnverified: before?.unverified ?? false };
}
