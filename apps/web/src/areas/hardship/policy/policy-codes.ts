import type { z } from 'zod';
import type { EligibilityRuleView, PolicyRecord, RuleCriterion, StandardView, TrialFound } from '#contract/policy';
import { hardshipClasses, type HardshipClass } from '#rules/hardship/codes';
import type { PolicyFinding } from '#rules/hardship/policy/policy-effect';
import type { PolicyStatus } from '#rules/hardship/policy/policy-lifecycle';
import { formatYuan } from '#rules/shared/money';
import { todayInChina } from '../../../kit/formats.js';
import type { Tone } from '../../../kit/StatusTag.js';
import type { Label } from '../../../kit/words.js';

export type Rule = z.infer<typeof EligibilityRuleView>;
export type Criterion = z.infer<typeof RuleCriterion>;
export type Standard = z.infer<typeof StandardView>;
export type Policy = z.infer<typeof PolicyRecord>;
export type Found = z.infer<typeof TrialFound>;

export const policyTones: Readonly<Record<PolicyStatus, Tone>> = {
  draft: 'new',
  trying: 'going',
  tried: 'waiting',
  agreed: 'waiting',
  published: 'good',
  dropped: 'done',
};

export const policyKinds = {
  rule: { zh: '认定规则', en: 'Rule' },
  standard: { zh: '低保标准', en: 'Standard' },
} as const satisfies Record<string, Label>;

type State = 'inForce' | 'coming' | 'over' | 'replaced';
export const stateTones: Readonly<Record<State, Tone>> = { inForce: 'good', coming: 'waiting', over: 'done', replaced: 'done' };

/** Whether a row decides today, will, did, or never does. */
export function stateOf({ inForce, span }: Pick<Rule, 'inForce' | 'span'>): State {
  if (inForce) return 'inForce';
  if (span === null) return 'replaced';
  return span.from > todayInChina() ? 'coming' : 'over';
}

/** What matters to a family first. */
export const effectOrder: readonly PolicyFinding[] = ['leaves', 'milder', 'enters', 'graver', 'same', 'undecided', 'unassessed'];

export const classOrder = (Object.keys(hardshipClasses) as HardshipClass[]).sort(
  (a, b) => hardshipClasses[a].rank - hardshipClasses[b].rank,
);

/** 150 % · 5,000.00 元 · 12 */
export function thresholdText(unit: 'percent' | 'fen' | 'number', value: number | null): Label {
  if (value === null) return { zh: '待补充', en: 'missing' };
  if (unit === 'percent') return { zh: `${value}%`, en: `${value} %` };
  return unit === 'fen' ? { zh: `${formatYuan(value)} 元`, en: `${formatYuan(value)} yuan` } : { zh: String(value), en: String(value) };
}

/** Every threshold of a rule once, in its order. */
export function thresholdsIn(rule: Rule): (Criterion & { unit: 'percent' | 'fen' | 'number' })[] {
  const all = [
    ...rule.classes.flatMap(({ alternatives }) => alternatives.flat()),
    ...rule.applicants.flat(),
    ...rule.exclusions,
    ...rule.lifting.flatMap(({ criteria }) => criteria),
  ];
  const seen = new Map<string, Criterion & { unit: 'percent' | 'fen' | 'number' }>();
  for (const criterion of all)
    if (criterion.unit && !seen.has(criterion.code)) seen.set(criterion.code, { ...criterion, unit: criterion.unit });
  return [...seen.values()];
}
