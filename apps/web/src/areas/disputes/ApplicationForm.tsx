import { Input } from 'antd';
import { ApplyForMediation } from '#contract/disputes';
import { applyForMediation } from '../../api/disputes.js';
import { Field } from '../../kit/Field.js';
import { MoneyInput } from '../../kit/MoneyInput.js';
import { Tick } from '../../kit/Tick.js';
import { useWords } from '../../kit/words.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

export function ApplicationForm(props: MoveFormProps) {
  const { t } = useWords();
  const { request, claimedFen } = props.dispute;
  return (
    <MoveForm
      {...props}
      title={t('disputes.moves.apply')}
      schema={ApplyForMediation}
      initial={{ request, claimedFen, oral: false }}
      move={applyForMediation}
    >
      <Field name="request" label={t('disputes.request')}>
        <Input.TextArea rows={4} maxLength={4000} placeholder={t('disputes.requestHint')} />
      </Field>
      <Field name="claimedFen" label={t('disputes.claimed')} span={6}>
        <MoneyInput />
      </Field>
      <Tick name="oral" label={t('disputes.oral')} />
    </MoveForm>
  );
}
