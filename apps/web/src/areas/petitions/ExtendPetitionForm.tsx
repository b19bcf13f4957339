import { Input, InputNumber } from 'antd';
import { ExtendPetition } from '#contract/petitions';
import { extendPetition } from '../../api/petitions.js';
import { Field } from '../../kit/Field.js';
import { Tick } from '../../kit/Tick.js';
import { useWords } from '../../kit/words.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

export function ExtendPetitionForm(props: MoveFormProps) {
  const { t } = useWords();
  return (
    <MoveForm
      {...props}
      title={t('petitions.moves.extend')}
      schema={ExtendPetition}
      initial={{ days: 30, petitionerTold: false }}
      move={extendPetition}
    >
      <Field name="days" label={t('petitions.extendDays')} span={4}>
        <InputNumber min={1} max={90} precision={0} style={{ width: '100%' }} />
      </Field>
      <Field name="reason" label={t('fields.reason')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
      <Tick name="petitionerTold" label={t('petitions.petitionerTold')} />
    </MoveForm>
  );
}
