import { Input } from 'antd';
import { ChangeRule, DraftRule } from '#contract/policy';
import { changeRule, draftRule } from '../../../api/policy.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { Field } from '../../../kit/Field.js';
import { Notice } from '../../../kit/Notice.js';
import { useWords } from '../../../kit/words.js';
import { DraftFoot, DraftHead } from './DraftFields.js';
import type { Policy, Rule } from './policy-codes.js';
import { Thresholds } from './Thresholds.js';
import styles from './policy.module.css';

interface Props {
  rule: Rule;
  /** The draft that is changed; none where one is begun. */
  policy?: Policy;
  onClose: () => void;
  onMade?: (id: string) => void;
  onReload?: () => void;
}

/** Other thresholds of a rule, or the missing ones supplied; begun or changed. */
export function RuleDraftForm({ rule, policy, onClose, onMade, onReload }: Props) {
  const { t, say } = useWords();
  const fields = (
    <>
      <div className={styles['whole']}>
        <Notice>{t('policy.ruleFormHint', { rule: `${rule.id} ${say(rule.name)}` })}</Notice>
      </div>
      <DraftHead />
      <Field name="thresholds" label={t('policy.thresholds')}>
        <Thresholds rule={rule} />
      </Field>
      <Field name="instrument" label={t('policy.instrument')} span={8} tooltip={t('policy.instrumentHint')}>
        <Input maxLength={200} placeholder={t('policy.instrumentExample')} />
      </Field>
      <Field name="article" label={t('policy.article')} span={4}>
        <Input maxLength={100} />
      </Field>
      <Field name="says" label={t('policy.says')}>
        <Input.TextArea rows={1} maxLength={2000} placeholder={t('policy.saysHint')} />
      </Field>
      <DraftFoot />
    </>
  );
  const common = { forget: ['policy'], onClose, width: 760 };
  if (!policy)
    return (
      <ActionForm
        {...common}
        title={t('policy.draftRule')}
        schema={DraftRule}
        initial={{ capPercent: 100 }}
        constants={{ ruleId: rule.id }}
        submit={draftRule}
        onDone={({ id }) => onMade?.(id)}
        submitLabel={t('policy.saveDraft')}
      >
        {fields}
      </ActionForm>
    );
  const { name, validFrom, reason, capPercent, version, rule: changed } = policy;
  const thresholds = Object.fromEntries((changed?.thresholds ?? []).map(({ code, after }) => [code, after]));
  return (
    <ActionForm
      {...common}
      title={t('policy.change')}
      schema={ChangeRule}
      initial={{
        name,
        validFrom,
        reason,
        capPercent,
        thresholds,
        instrument: changed?.instrument,
        article: changed?.article,
        says: changed?.says,
      }}
      constants={{ ruleId: rule.id, version }}
      submit={(body, key) => changeRule(policy.id, body, key)}
      onReload={onReload}
      submitLabel={t('policy.saveDraft')}
    >
      {fields}
    </ActionForm>
  );
}
