import { Input, Radio } from 'antd';
import { RefuseDispute } from '#contract/disputes';
import { disputeOutcomes } from '#rules/disputes/codes';
import { refuseDispute } from '../../api/disputes.js';
import { Field } from '../../kit/Field.js';
import { useWords } from '../../kit/words.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

export function RefuseDisputeForm(props: MoveFormProps) {
  const { t, label } = useWords();
  return (
    <MoveForm {...props} danger title={t('disputes.moves.refuse')} schema={RefuseDispute} initial={{ outcome: '07' }} move={refuseDispute}>
      <Field name="outcome" label={t('disputes.refusedBecause')}>
        <Radio.Group options={(['07', '06'] as const).map((value) => ({ value, label: label(disputeOutcomes, value) }))} />
      </Field>
      <Field name="reason" label={t('fields.reason')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
    </MoveForm>
  );
}
