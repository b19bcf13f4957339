import { Radio, Select } from 'antd';
import { ClosePetition } from '#contract/petitions';
import { petitionResults, satisfactions } from '#rules/petitions/codes';
import { closePetition } from '../../api/petitions.js';
import { Field } from '../../kit/Field.js';
import { choices, useWords } from '../../kit/words.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

export function ClosePetitionForm(props: MoveFormProps) {
  const { t, language } = useWords();
  const { result, satisfaction } = props.petition;
  return (
    <MoveForm
      {...props}
      title={t('petitions.moves.close')}
      schema={ClosePetition}
      initial={{ result, satisfaction: satisfaction ?? 'not_rated' }}
      move={closePetition}
    >
      <Field name="result" label={t('petitions.result')}>
        <Select allowClear options={choices(petitionResults, language)} />
      </Field>
      <Field name="satisfaction" label={t('petitions.satisfaction')}>
        <Radio.Group optionType="button" options={choices(satisfactions, language)} />
      </Field>
    </MoveForm>
  );
}
