import { AcceptPetition, HandlePetition } from '#contract/petitions';
import { acceptPetition, handlePetition } from '../../api/petitions.js';
import { Tick } from '../../kit/Tick.js';
import { useWords } from '../../kit/words.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

/** Taking it on: accepted by the office, then in the hands of whoever handles it. */
export function AcceptPetitionForm(props: MoveFormProps) {
  const { t } = useWords();
  return <MoveForm {...props} title={t('petitions.moves.accept')} schema={AcceptPetition} move={acceptPetition} />;
}

export function HandlePetitionForm(props: MoveFormProps) {
  const { t } = useWords();
  return (
    <MoveForm {...props} title={t('petitions.moves.handle')} schema={HandlePetition} initial={{ noInterest: false }} move={handlePetition}>
      <Tick name="noInterest" label={t('petitions.noInterest')} />
    </MoveForm>
  );
}
