import type { TFunction } from 'i18next';
import { policyMoves, type PolicyMove } from '#rules/hardship/policy/policy-lifecycle';
import { agreeToPolicy, dropPolicy, publishPolicy, tryPolicy } from '../../../api/policy.js';
import type { ActionChoice } from '../../../kit/ActionBar.js';
import { ConfirmForm } from './ConfirmForm.js';
import type { Policy } from './policy-codes.js';
import { ChangeRuleForm } from './ChangeRuleForm.js';
import { StandardDraftForm } from './StandardDraftForm.js';

/** A dialog for each act on a draft, in the order of its life; which of them can be opened, the server says. */
export function policyActionChoices(policy: Policy, t: TFunction, onReload: () => void): ActionChoice[] {
  const far = (move: PolicyMove): boolean => !policyMoves.open(move, policy.status);
  const confirm = (name: string, move: PolicyMove, act: typeof tryPolicy, label: string, says: string, danger = false): ActionChoice => ({
    name,
    label,
    far: far(move),
    form: (onClose) => (
      <ConfirmForm policy={policy} onClose={onClose} onReload={onReload} title={label} says={says} move={act} danger={danger} />
    ),
  });
  const again = policy.found !== null || policy.status === 'trying';
  const { name, validFrom } = policy;
  return [
    confirm('publishPolicy', 'publish', publishPolicy, t('policy.publish'), t('policy.publishSays', { name, validFrom })),
    confirm('agreeToPolicy', 'agree', agreeToPolicy, t('policy.agree'), t('policy.agreeSays', { name })),
    { ...confirm('tryPolicy', 'try', tryPolicy, again ? t('policy.tryAgain') : t('policy.try'), t('policy.trySays')), aside: again },
    {
      name: policy.rule ? 'changeRule' : 'changeStandard',
      label: t('policy.change'),
      far: far('change'),
      aside: true,
      form: (onClose) =>
        policy.rule ? (
          <ChangeRuleForm policy={policy} onClose={onClose} onReload={onReload} />
        ) : (
          <StandardDraftForm policy={policy} onClose={onClose} onReload={onReload} />
        ),
    },
    { ...confirm('dropPolicy', 'drop', dropPolicy, t('policy.drop'), t('policy.dropSays', { name }), true), aside: true },
  ];
}
