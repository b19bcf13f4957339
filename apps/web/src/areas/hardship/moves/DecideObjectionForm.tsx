import { Input, Radio } from 'antd';
import { DecideObjection } from '#contract/hardship-moves';
import { partOf } from '../../../api/hardship.js';
import { decideObjection } from '../../../api/hardship-moves.js';
import { Field } from '../../../kit/Field.js';
import { useWords } from '../../../kit/words.js';
import type { FileDialogProps } from '../file-parts.js';
import { MoveForm } from './MoveForm.js';

/** Another than who took the objection down says whether it holds, and what was found. */
export function DecideObjectionForm({ objectionId, ...props }: FileDialogProps & { objectionId: string }) {
  const { t } = useWords();
  return (
    <MoveForm
      {...props}
      title={t('objections.decide')}
      schema={DecideObjection}
      move={(fileId, body, key) => decideObjection(partOf(fileId, 'objections', objectionId), body, key)}
    >
      <Field name="upheld" label={t('objections.outcome')}>
        <Radio.Group
          options={[
            { value: false, label: t('objections.dismiss') },
            { value: true, label: t('objections.uphold') },
          ]}
        />
      </Field>
      <Field name="finding" label={t('objections.finding')}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Field>
    </MoveForm>
  );
}
