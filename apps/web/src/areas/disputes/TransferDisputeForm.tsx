import { Input, Radio } from 'antd';
import { TransferDispute } from '#contract/disputes';
import { transferDispute } from '../../api/disputes.js';
import { Field } from '../../kit/Field.js';
import { choices, useWords } from '../../kit/words.js';
import { onwardRoutes } from './dispute-codes.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

export function TransferDisputeForm(props: MoveFormProps) {
  const { t, language } = useWords();
  return (
    <MoveForm
      {...props}
      title={t('disputes.moves.transfer')}
      schema={TransferDispute}
      initial={{ route: 'arbitration' }}
      move={transferDispute}
    >
      <Field name="route" label={t('disputes.route')}>
        <Radio.Group options={choices(onwardRoutes, language)} />
      </Field>
      <Field name="reason" label={t('fields.reason')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
    </MoveForm>
  );
}
