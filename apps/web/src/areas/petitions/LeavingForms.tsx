import { Input } from 'antd';
import { DeclinePetition, ReferPetition, WithdrawPetition } from '#contract/petitions';
import { declinePetition, referPetition, withdrawPetition } from '../../api/petitions.js';
import { DayInput } from '../../kit/DayInput.js';
import { Field } from '../../kit/Field.js';
import { useWords } from '../../kit/words.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

/** The ways out: to another office, to the legal route, or taken back. */
export function ReferPetitionForm(props: MoveFormProps) {
  const { t } = useWords();
  return (
    <MoveForm {...props} title={t('petitions.moves.refer')} schema={ReferPetition} move={referPetition}>
      <Field name="office" label={t('petitions.office')} span={8}>
        <Input maxLength={80} />
      </Field>
      <Field name="feedbackBy" label={t('petitions.feedbackBy')} span={4}>
        <DayInput earliest={props.petition.registeredOn} />
      </Field>
    </MoveForm>
  );
}

export function DeclinePetitionForm(props: MoveFormProps) {
  const { t } = useWords();
  return (
    <MoveForm {...props} danger title={t('petitions.moves.decline')} schema={DeclinePetition} move={declinePetition}>
      <Field name="reason" label={t('fields.reason')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
      <Field name="routeTold" label={t('petitions.routeTold')}>
        <Input maxLength={200} placeholder={t('petitions.routeHint')} />
      </Field>
    </MoveForm>
  );
}

export function WithdrawPetitionForm(props: MoveFormProps) {
  const { t } = useWords();
  return (
    <MoveForm {...props} title={t('petitions.moves.withdraw')} schema={WithdrawPetition} move={withdrawPetition}>
      <Field name="reason" label={t('fields.reason')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
    </MoveForm>
  );
}
