import { Input } from 'antd';
import { ChangeStandard, DraftStandard } from '#contract/policy';
import { changeStandard, draftStandard } from '../../../api/policy.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { Field } from '../../../kit/Field.js';
import { MoneyInput } from '../../../kit/MoneyInput.js';
import { Notice } from '../../../kit/Notice.js';
import { useWords } from '../../../kit/words.js';
import { DivisionSelect } from '../../organisations/DivisionSelect.js';
import { DraftFoot, DraftHead } from './DraftFields.js';
import type { Policy } from './policy-codes.js';
import styles from './policy.module.css';

interface Props {
  policy?: Policy;
  onClose: () => void;
  onMade?: (id: string) => void;
  onReload?: () => void;
}

const CITY = '320500';

/** A standard from a day on: a new one, or a remembered one that is confirmed. */
export function StandardDraftForm({ policy, onClose, onMade, onReload }: Props) {
  const { t } = useWords();
  const fields = (
    <>
      <div className={styles['whole']}>
        <Notice>{t('policy.standardFormHint')}</Notice>
      </div>
      <DraftHead />
      <Field name="division" label={t('policy.division')} span={4}>
        <DivisionSelect />
      </Field>
      <Field name="amountFen" label={t('policy.amountMonth')} span={4}>
        <MoneyInput />
      </Field>
      <Field name="source" label={t('policy.source')}>
        <Input maxLength={200} placeholder={t('policy.sourceHint')} />
      </Field>
      <DraftFoot />
    </>
  );
  const common = { forget: ['policy'], onClose, width: 680 };
  if (!policy)
    return (
      <ActionForm
        {...common}
        title={t('policy.draftStandard')}
        schema={DraftStandard}
        initial={{ capPercent: 100, division: CITY }}
        submit={draftStandard}
        onDone={({ id }) => onMade?.(id)}
        submitLabel={t('policy.saveDraft')}
      >
        {fields}
      </ActionForm>
    );
  const { name, validFrom, reason, capPercent, version, standard } = policy;
  return (
    <ActionForm
      {...common}
      title={t('policy.change')}
      schema={ChangeStandard}
      initial={{
        name,
        validFrom,
        reason,
        capPercent,
        division: standard?.division,
        amountFen: standard?.amountFen,
        source: standard?.source,
      }}
      constants={{ version }}
      submit={(body, key) => changeStandard(policy.id, body, key)}
      onReload={onReload}
      submitLabel={t('policy.saveDraft')}
    >
      {fields}
    </ActionForm>
  );
}
