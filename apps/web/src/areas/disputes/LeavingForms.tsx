import { Input } from 'antd';
import { TerminateDispute, WithdrawDispute } from '#contract/disputes';
import { terminateDispute, withdrawDispute } from '../../api/disputes.js';
import { Field } from '../../kit/Field.js';
import { useWords } from '../../kit/words.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

/** The two ways out before an agreement: the applicant takes it back, or it cannot go on. */
export function WithdrawDisputeForm(props: MoveFormProps) {
  const { t } = useWords();
  return (
    <MoveForm {...props} title={t('disputes.moves.withdraw')} schema={WithdrawDispute} move={withdrawDispute}>
      <Reason />
    </MoveForm>
  );
}

export function TerminateDisputeForm(props: MoveFormProps) {
  const { t } = useWords();
  return (
    <MoveForm {...props} danger title={t('disputes.moves.terminate')} schema={TerminateDispute} move={terminateDispute}>
      <Reason />
    </MoveForm>
  );
}

function Reason() {
  const { t } = useWords();
  return (
    <Field name="reason" label={t('fields.reason')}>
      <Input.TextArea rows={3} maxLength={500} />
    </Field>
  );
}
