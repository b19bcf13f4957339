/** A draft as the row that is published. The rows that it follows are left as they are (in-force.ts). */
import type { PlainDate } from '../../shared/plain-date.js';
import { eligibilityRuleId, withCriteria, type Criterion, type EligibilityRule, type Source } from '../eligibility/eligibility-rule.js';
import { endBefore } from '../eligibility/in-force.js';
import { nameInWords } from '../eligibility/rule-in-words.js';
import type { PolicyDraft, RuleDraft, StandardDraft } from './policy-draft.js';
import type { Rulebook } from '../eligibility/rulebook.js';
import { standardOf, type SubsistenceStandard } from '../eligibility/subsistence-standard.js';

export interface Told {
  readonly name: string;
  readonly reason: string;
  readonly validFrom: PlainDate;
}

export function ruleOf(draft: RuleDraft, { name, reason, validFrom }: Told, { rules }: Rulebook): EligibilityRule {
  const base = rules.find((one) => eligibilityRuleId(one) === draft.ruleId)!;
  const version = Math.max(...rules.filter(({ code }) => code === base.code).map((one) => one.version)) + 1;
  const source: Source = {
    id: `P-${base.code}.${version}`,
    title: draft.instrument ?? name,
    read: draft.instrument === null ? '发布时未注明依据文件' : '发布时由起草人录入，复核人核对',
    text: { zh: draft.says ?? reason, en: draft.says ?? reason },
  };
  const change = (criterion: Criterion): Criterion => {
    const threshold = draft.thresholds[criterion.code];
    if (threshold === undefined || !('threshold' in criterion) || threshold === criterion.threshold) return criterion;
    const citation = { instrument: source.title, article: draft.article, sources: [source.id] };
    const changed = { ...criterion, threshold };
    // Many a name says its threshold: “低于低保2倍”.
    return { ...changed, name: nameInWords(changed), citation, unverified: draft.instrument === null };
  };
  return {
    ...withCriteria(base, change),
    version,
    name: { zh: name, en: name },
    validFrom,
    validTo: endBefore(base.validTo, rules, validFrom),
    periodUnverified: false,
    sources: [...base.sources, source],
  };
}

export function standardRowOf(draft: StandardDraft, { validFrom }: Told, { standards }: Rulebook): SubsistenceStandard {
  const own = standards.filter(({ division }) => division === draft.division);
  const sameDay = own.filter((one) => one.validFrom === validFrom);
  return {
    division: draft.division,
    validFrom,
    validTo: endBefore(standardOf(own, draft.division, validFrom)?.validTo ?? null, own, validFrom),
    version: Math.max(0, ...sameDay.map(({ version }) => version)) + 1,
    amountFen: draft.amountFen,
    recalledFen: null,
    evidence: 'published',
    unverified: false,
    source: draft.source,
  };
}

/** All that is published, with the draft among it: what a what-if compares with, and what holds once the draft is published. */
export function withDraft(book: Rulebook, draft: PolicyDraft, told: Told): Rulebook {
  return draft.kind === 'rule'
    ? { ...book, rules: [...book.rules, ruleOf(draft, told, book)] }
    : { ...book, standards: [...book.standards, standardRowOf(draft, told, book)] };
}
