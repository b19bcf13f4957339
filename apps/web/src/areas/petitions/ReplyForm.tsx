import { Input, Select } from 'antd';
import { ReplyToPetition } from '#contract/petitions';
import { petitionResults } from '#rules/petitions/codes';
import { replyToPetition } from '../../api/petitions.js';
import { Field } from '../../kit/Field.js';
import { Tick } from '../../kit/Tick.js';
import { choices, useWords } from '../../kit/words.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

export function ReplyForm(props: MoveFormProps) {
  const { t, language } = useWords();
  return (
    <MoveForm
      {...props}
      title={t('petitions.moves.reply')}
      schema={ReplyToPetition}
      initial={{ reviewRightTold: false }}
      move={replyToPetition}
    >
      <Field name="result" label={t('petitions.result')}>
        <Select options={choices(petitionResults, language)} />
      </Field>
      <Field name="reply" label={t('petitions.reply')} required>
        <Input.TextArea rows={6} maxLength={8000} placeholder={t('petitions.replyHint')} />
      </Field>
      <Tick name="reviewRightTold" label={t('petitions.reviewRightTold')} />
    </MoveForm>
  );
}
