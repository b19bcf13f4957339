import { RecordAgreement } from '#contract/disputes';
import { recordAgreement } from '../../api/disputes.js';
import { DayInput } from '../../kit/DayInput.js';
import { Field } from '../../kit/Field.js';
import { MoneyInput } from '../../kit/MoneyInput.js';
import { Tick } from '../../kit/Tick.js';
import { useWords } from '../../kit/words.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

const unsigned = { oral: false, applicantSigned: false, respondentSigned: false, mediatorSigned: false, sealed: false };

export function AgreementForm(props: MoveFormProps) {
  const { t } = useWords();
  return (
    <MoveForm {...props} title={t('disputes.moves.agree')} schema={RecordAgreement} initial={unsigned} move={recordAgreement}>
      <Field name="agreedFen" label={t('disputes.agreed')} span={6}>
        <MoneyInput />
      </Field>
      <Field name="performBy" label={t('disputes.performBy')} span={6}>
        <DayInput earliest={props.dispute.registeredOn} />
      </Field>
      <Tick name="applicantSigned" label={t('disputes.applicantSigned')} span={6} />
      <Tick name="respondentSigned" label={t('disputes.respondentSigned')} span={6} />
      <Tick name="mediatorSigned" label={t('disputes.mediatorSigned')} span={6} />
      <Tick name="sealed" label={t('disputes.sealed')} span={6} />
      <Tick name="oral" label={t('disputes.oralAgreement')} />
    </MoveForm>
  );
}
