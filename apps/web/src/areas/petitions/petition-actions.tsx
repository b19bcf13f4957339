import type { TFunction } from 'i18next';
import type { PetitionRecord } from '#contract/petitions';
import type { ActionChoice } from '../../kit/ActionBar.js';
import { AcceptPetitionForm, HandlePetitionForm } from './TakingForms.js';
import { ClosePetitionForm } from './ClosePetitionForm.js';
import { DeclinePetitionForm, ReferPetitionForm, WithdrawPetitionForm } from './LeavingForms.js';
import { ExtendPetitionForm } from './ExtendPetitionForm.js';
import { MergePetitionForm } from './MergePetitionForm.js';
import { ReplyForm } from './ReplyForm.js';

export interface MoveFormProps {
  petition: PetitionRecord;
  onClose: () => void;
  onReload: () => void;
}

/** A dialog for each move, in the order of a petition's life; which of them can be opened, the server says. */
export function petitionActionChoices(petition: PetitionRecord, t: TFunction, onReload: () => void): ActionChoice[] {
  const given = (onClose: () => void): MoveFormProps => ({ petition, onClose, onReload });
  return [
    { name: 'acceptPetition', label: t('petitions.moves.accept'), form: (close) => <AcceptPetitionForm {...given(close)} /> },
    { name: 'handlePetition', label: t('petitions.moves.handle'), form: (close) => <HandlePetitionForm {...given(close)} /> },
    { name: 'replyToPetition', label: t('petitions.moves.reply'), form: (close) => <ReplyForm {...given(close)} /> },
    { name: 'closePetition', label: t('petitions.moves.close'), form: (close) => <ClosePetitionForm {...given(close)} /> },
    { name: 'referPetition', label: t('petitions.moves.refer'), form: (close) => <ReferPetitionForm {...given(close)} /> },
    { name: 'declinePetition', label: t('petitions.moves.decline'), form: (close) => <DeclinePetitionForm {...given(close)} /> },
    { name: 'mergePetition', label: t('petitions.moves.merge'), form: (close) => <MergePetitionForm {...given(close)} /> },
    { name: 'extendPetition', label: t('petitions.moves.extend'), form: (close) => <ExtendPetitionForm {...given(close)} /> },
    { name: 'withdrawPetition', label: t('petitions.moves.withdraw'), form: (close) => <WithdrawPetitionForm {...given(close)} /> },
  ];
}
