import { ExtendMediation } from '#contract/disputes';
import { extendMediation } from '../../api/disputes.js';
import { DayInput } from '../../kit/DayInput.js';
import { Field } from '../../kit/Field.js';
import { Tick } from '../../kit/Tick.js';
import { useWords } from '../../kit/words.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

export function ExtensionForm(props: MoveFormProps) {
  const { t } = useWords();
  const due = props.dispute.clocks.find((clock) => clock.state === 'running')?.dueOn;
  return (
    <MoveForm
      {...props}
      title={t('disputes.moves.extend')}
      schema={ExtendMediation}
      initial={{ applicantSigned: false, respondentSigned: false }}
      move={extendMediation}
    >
      <Field name="until" label={t('disputes.extendUntil')} span={6} extra={due ? t('disputes.dueNow', { day: due }) : undefined}>
        <DayInput earliest={due} />
      </Field>
      <Tick name="applicantSigned" label={t('disputes.applicantSigned')} />
      <Tick name="respondentSigned" label={t('disputes.respondentSigned')} />
    </MoveForm>
  );
}
