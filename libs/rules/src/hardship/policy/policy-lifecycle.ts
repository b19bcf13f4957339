/** The life of a draft: nothing of it holds before one person has drafted, the machine has tried, and another has agreed. */
import type { Label } from '../../shared/label.js';
import { lifecycle } from '../../shared/lifecycle.js';
import type { Judgement } from '../../shared/refusal.js';
import { refusePolicy } from './policy-refusals.js';

export const policyStatuses = {
  draft: { zh: '起草中', en: 'Draft' },
  trying: { zh: '测算中', en: 'Being tried' },
  tried: { zh: '已测算', en: 'Tried' },
  agreed: { zh: '已复核', en: 'Agreed' },
  published: { zh: '已发布', en: 'Published' },
  dropped: { zh: '已放弃', en: 'Dropped' },
} as const satisfies Record<string, Label>;
export type PolicyStatus = keyof typeof policyStatuses;

export const POLICY_BEGINS: PolicyStatus = 'draft';

export const policyMoves = lifecycle<PolicyStatus>()({
  // A change takes the trial and the agreement away again: what was tried and agreed to was something else.
  change: { from: ['draft', 'trying', 'tried', 'agreed'], to: 'draft' },
  // Also while it is tried: a trial that got stuck is begun anew, and the older one leaves off.
  try: { from: ['draft', 'trying', 'tried'], to: 'trying' },
  finishTrial: { from: ['trying'], to: 'tried' },
  agree: { from: ['tried'], to: 'agreed' },
  publish: { from: ['agreed'], to: 'published' },
  drop: { from: ['draft', 'trying', 'tried', 'agreed'], to: 'dropped' },
});
export type PolicyMove = keyof typeof policyMoves.moves;

export const policyMoveLabels: Readonly<Record<PolicyMove, Label>> = {
  change: { zh: '修改', en: 'Change' },
  try: { zh: '测算', en: 'Try' },
  finishTrial: { zh: '完成测算', en: 'Finish the trial' },
  agree: { zh: '复核同意', en: 'Agree' },
  publish: { zh: '发布', en: 'Publish' },
  drop: { zh: '放弃', en: 'Drop' },
};

export function policyMoveOpen(move: PolicyMove, status: PolicyStatus): Judgement {
  if (policyMoves.open(move, status)) return undefined;
  const [{ zh: statusZh, en: statusEn }, { zh: moveZh, en: moveEn }] = [policyStatuses[status], policyMoveLabels[move]];
  return refusePolicy('policy.move-not-open', { statusZh, statusEn, moveZh, moveEn });
}
