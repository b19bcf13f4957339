import { Select } from 'antd';
import { CloseDispute } from '#contract/disputes';
import { disputeOutcomes, type DisputeOutcomeCode } from '#rules/disputes/codes';
import { outcomesFitting } from '#rules/disputes/dispute-guards';
import { closeDispute } from '../../api/disputes.js';
import { DayInput } from '../../kit/DayInput.js';
import { Field } from '../../kit/Field.js';
import { MoneyInput } from '../../kit/MoneyInput.js';
import { useWords } from '../../kit/words.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

export function CloseDisputeForm(props: MoveFormProps) {
  const { t, label } = useWords();
  const { status, outcome, agreedFen, performedFen, performedOn } = props.dispute;
  const fitting: Partial<Record<string, readonly DisputeOutcomeCode[]>> = outcomesFitting;
  // What the move that ended the case has said stands; only where it said nothing is there a choice.
  const offered = outcome ? [outcome as DisputeOutcomeCode] : (fitting[status] ?? []);
  return (
    <MoveForm
      {...props}
      title={t('disputes.moves.close')}
      schema={CloseDispute}
      initial={{ outcome: offered.length === 1 ? offered[0] : undefined, performedFen, performedOn }}
      move={closeDispute}
    >
      <Field name="outcome" label={t('disputes.outcome')}>
        <Select options={offered.map((value) => ({ value, label: label(disputeOutcomes, value) }))} />
      </Field>
      {agreedFen !== null && (
        <>
          <Field name="performedFen" label={t('disputes.performed')} span={6}>
            <MoneyInput />
          </Field>
          <Field name="performedOn" label={t('disputes.performedOn')} span={6}>
            <DayInput />
          </Field>
        </>
      )}
    </MoveForm>
  );
}
