/** A change of rule or standard before it holds: what may be drafted, and the row that it would become. */
import { formatYuan, type Fen } from '../../shared/money.js';
import type { PlainDate } from '../../shared/plain-date.js';
import type { Judgement } from '../../shared/refusal.js';
import {
  criteriaOf,
  eligibilityRuleId,
  eligibilityRuleInForce,
  type Criterion,
  type EligibilityRule,
} from '../eligibility/eligibility-rule.js';
import { refusePolicy } from './policy-refusals.js';
import type { Rulebook } from '../eligibility/rulebook.js';
import { standardId, standardInForce, standardOf, type SubsistenceStandard } from '../eligibility/subsistence-standard.js';

export interface RuleDraft {
  readonly kind: 'rule';
  /** The rule in force on the first day, of which this is the next version. */
  readonly ruleId: string;
  /** By criterion code: percent, fen or a number, as the criterion compares. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** What decides it, as its paper is cited; without one the thresholds stay marked as unverified. */
  readonly instrument: string | null;
  readonly article: string | null;
  readonly says: string | null;
}

export interface StandardDraft {
  readonly kind: 'standard';
  readonly division: string;
  readonly amountFen: Fen;
  readonly source: string;
  /** The row that this corrects or follows, as it was when the draft was made. */
  readonly replaces: string | null;
}

export type PolicyDraft = RuleDraft | StandardDraft;
export type Numeric = Extract<Criterion, { threshold: number | null }>;

const most: Readonly<Record<Numeric['formula'], number>> = { 'per-capita': 1_000, ratio: 1_000, count: 600, amount: 100_000_000 };
const LEAST_STANDARD: Fen = 10_000;
const MOST_STANDARD: Fen = 1_000_000;

/** The thresholds of a rule, each once, in the order of the rule. */
export function thresholdsOf(rule: EligibilityRule): Numeric[] {
  const seen = new Map<string, Numeric>();
  for (const criterion of criteriaOf(rule)) if ('threshold' in criterion) seen.set(criterion.code, criterion);
  return [...seen.values()];
}

/** Whether this may be drafted today to hold from that day on; asked again before it is published. */
export function mayDraft(draft: PolicyDraft, book: Rulebook, validFrom: PlainDate, today: PlainDate): Judgement {
  return draft.kind === 'rule' ? mayDraftRule(draft, book, validFrom, today) : mayDraftStandard(draft, book, validFrom, today);
}

function mayDraftRule({ ruleId, thresholds }: RuleDraft, { rules }: Rulebook, validFrom: PlainDate, today: PlainDate): Judgement {
  const rule = rules.find((one) => eligibilityRuleId(one) === ruleId);
  if (!rule) return refusePolicy('policy.rule-gone', { rule: ruleId, field: 'ruleId' });
  const inForce = eligibilityRuleInForce(rules, validFrom);
  if (inForce !== rule)
    return refusePolicy('policy.rule-not-in-force', {
      on: validFrom,
      rule: ruleId,
      inForce: inForce ? eligibilityRuleId(inForce) : '—',
      field: 'validFrom',
    });
  const known = thresholdsOf(rule);
  for (const [code, value] of Object.entries(thresholds)) {
    const criterion = known.find((one) => one.code === code);
    if (!criterion) return refusePolicy('policy.no-such-threshold', { criterion: code, field: 'thresholds' });
    if (!Number.isSafeInteger(value) || value < 0 || value > most[criterion.formula])
      return refusePolicy('policy.threshold-range', {
        nameZh: criterion.name.zh,
        nameEn: criterion.name.en,
        least: 0,
        most: most[criterion.formula],
        field: 'thresholds',
      });
  }
  const changed = known.filter(({ code, threshold }) => thresholds[code] !== undefined && thresholds[code] !== threshold);
  if (changed.length === 0) return refusePolicy('policy.changes-nothing', { field: 'thresholds' });
  const onlySupplies = changed.every(({ threshold }) => threshold === null);
  return validFrom < today && !onlySupplies ? refusePolicy('policy.backwards', { today, field: 'validFrom' }) : undefined;
}

function mayDraftStandard(
  { division, amountFen }: StandardDraft,
  { standards }: Rulebook,
  validFrom: PlainDate,
  today: PlainDate,
): Judgement {
  if (!Number.isSafeInteger(amountFen) || amountFen < LEAST_STANDARD || amountFen > MOST_STANDARD)
    return refusePolicy('policy.amount-range', {
      least: formatYuan(LEAST_STANDARD),
      most: formatYuan(MOST_STANDARD),
      field: 'amountFen',
    });
  const own = standardOf(standards, division, validFrom);
  if (isConfirmed(own) && own.amountFen === amountFen) return refusePolicy('policy.changes-nothing', { field: 'amountFen' });
  // Also the city's own standard, where that is what the district's families were decided by.
  const used = standardInForce(standards, division, validFrom);
  return validFrom < today && isConfirmed(used) ? refusePolicy('policy.backwards', { today, field: 'validFrom' }) : undefined;
}

function isConfirmed(row: SubsistenceStandard | undefined): row is SubsistenceStandard {
  return row !== undefined && row.amountFen !== null && !row.unverified;
}

/** Whether what the draft rests on is still what it rested on. */
export function stillRests(draft: PolicyDraft, { standards }: Rulebook, validFrom: PlainDate): Judgement {
  if (draft.kind === 'rule') return undefined;
  const held = standardOf(standards, draft.division, validFrom);
  return (held ? standardId(held) : null) === draft.replaces ? undefined : refusePolicy('policy.standard-changed', { on: validFrom });
}
