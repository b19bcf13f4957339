import { AcceptDispute } from '#contract/disputes';
import { acceptDispute } from '../../api/disputes.js';
import { Tick } from '../../kit/Tick.js';
import { useWords } from '../../kit/words.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

export function AcceptDisputeForm(props: MoveFormProps) {
  const { t } = useWords();
  return (
    <MoveForm
      {...props}
      title={t('disputes.moves.accept')}
      schema={AcceptDispute}
      initial={{ inScope: false, applicantConsents: false, respondentConsents: false }}
      move={acceptDispute}
    >
      <Tick name="inScope" label={t('disputes.inScope')} />
      <Tick name="applicantConsents" label={t('disputes.applicantConsents')} />
      <Tick name="respondentConsents" label={t('disputes.respondentConsents')} />
    </MoveForm>
  );
}
