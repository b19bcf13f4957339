import { Input } from 'antd';
import { RecordFailure } from '#contract/disputes';
import { recordFailure } from '../../api/disputes.js';
import { Field } from '../../kit/Field.js';
import { Tick } from '../../kit/Tick.js';
import { useWords } from '../../kit/words.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

export function FailureForm(props: MoveFormProps) {
  const { t } = useWords();
  return (
    <MoveForm
      {...props}
      title={t('disputes.moves.fail')}
      schema={RecordFailure}
      initial={{ arbitrationNoticeGiven: false }}
      move={recordFailure}
    >
      <Field name="reason" label={t('fields.reason')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
      <Tick name="arbitrationNoticeGiven" label={t('disputes.arbitrationNotice')} />
    </MoveForm>
  );
}
