import { useQuery } from '@tanstack/react-query';
import { listEligibilityRules } from '../../../api/policy.js';
import { keys } from '../../../api/query-keys.js';
import type { ConfirmProps } from './ConfirmForm.js';
import { RuleDraftForm } from './RuleDraftForm.js';

/** The rule that a draft rests on is read with all others; the dialog opens when it is there. */
export function ChangeRuleForm({ policy, onClose, onReload }: ConfirmProps) {
  const { data } = useQuery({ queryKey: keys.list('policy', { rules: true }), queryFn: ({ signal }) => listEligibilityRules(signal) });
  const rule = data?.rules.find(({ id }) => id === policy.rule?.ruleId);
  return rule ? <RuleDraftForm rule={rule} policy={policy} onClose={onClose} onReload={onReload} /> : null;
}
