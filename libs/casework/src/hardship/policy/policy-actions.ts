import type { Permission } from '#rules/access/permissions';
import { policyMoveOpen, type PolicyMove } from '#rules/hardship/policy/policy-lifecycle';
import { refusePolicy } from '#rules/hardship/policy/policy-refusals';
import type { Judgement } from '#rules/shared/refusal';
import { action, type ActionView } from '../../actions.js';
import { whyNotPermitted, type Actor } from '../../work.js';
import type { PolicyRow } from './policy-record.js';
import { mustCoverTheCity } from './publish-policy.js';

type Draft = Pick<PolicyRow, 'organisationId' | 'kind' | 'madeBy' | 'status'>;

/** What this person may do with the draft now, and if not, why not. */
export function policyActions(actor: Actor, draft: Draft): ActionView[] {
  const may = (permission: Permission): Judgement => whyNotPermitted(actor, permission, draft);
  const open = (move: PolicyMove): Judgement => policyMoveOpen(move, draft.status);
  const mine = draft.madeBy === actor.id;
  return [
    action(
      draft.kind === 'rule' ? 'changeRule' : 'changeStandard',
      may('policy.draft') ?? open('change') ?? (mine ? undefined : refusePolicy('policy.another-must-change')),
    ),
    action('tryPolicy', may('policy.draft') ?? open('try')),
    action('agreeToPolicy', may('policy.publish') ?? open('agree') ?? (mine ? refusePolicy('policy.another-must-agree') : undefined)),
    action('publishPolicy', may('policy.publish') ?? mustCoverTheCity(actor) ?? open('publish')),
    action('dropPolicy', (may('policy.draft') && may('policy.publish')) ?? open('drop')),
  ];
}
