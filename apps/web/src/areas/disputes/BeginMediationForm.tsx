import { BeginMediation } from '#contract/disputes';
import { beginMediation } from '../../api/disputes.js';
import { Tick } from '../../kit/Tick.js';
import { useWords } from '../../kit/words.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

export function BeginMediationForm(props: MoveFormProps) {
  const { t } = useWords();
  return (
    <MoveForm
      {...props}
      title={t('disputes.moves.begin')}
      schema={BeginMediation}
      initial={{ partiesNotified: false }}
      move={beginMediation}
    >
      <Tick name="partiesNotified" label={t('disputes.partiesNotified')} />
    </MoveForm>
  );
}
