import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import type { PetitionRecord } from '#contract/petitions';
import { petitionMoves, type PetitionMove } from '#rules/petitions/petition-lifecycle';
import type { ActionChoice } from '../../kit/ActionBar.js';
import type { MoveFormProps } from './MoveForm.js';
import { AcceptPetitionForm, HandlePetitionForm } from './TakingForms.js';
import { ClosePetitionForm } from './ClosePetitionForm.js';
import { DeclinePetitionForm, ReferPetitionForm, WithdrawPetitionForm } from './LeavingForms.js';
import { ExtendPetitionForm } from './ExtendPetitionForm.js';
import { MergePetitionForm } from './MergePetitionForm.js';
import { ReplyForm } from './ReplyForm.js';

/** A dialog for each move, in the order of a petition's life; which of them can be opened, the server says. */
export function petitionActionChoices(petition: PetitionRecord, t: TFunction, onReload: () => void): ActionChoice[] {
  const choice = (name: string, move: PetitionMove, label: string, Form: ComponentType<MoveFormProps>): ActionChoice => ({
    name,
    label,
    far: !petitionMoves.open(move, petition.status),
    form: (onClose) => <Form petition={petition} onClose={onClose} onReload={onReload} />,
  });
  const atOnce = petition.status === 'registered';
  const straight = [
    choice('acceptPetition', 'accept', t('petitions.moves.accept'), AcceptPetitionForm),
    choice('handlePetition', 'handle', t('petitions.moves.handle'), HandlePetitionForm),
    choice('replyToPetition', atOnce ? 'answer' : 'reply', t(atOnce ? 'petitions.moves.answer' : 'petitions.moves.reply'), ReplyForm),
    choice('closePetition', 'close', t('petitions.moves.close'), ClosePetitionForm),
  ];
  const aside = [
    choice('referPetition', 'refer', t('petitions.moves.refer'), ReferPetitionForm),
    choice('declinePetition', 'decline', t('petitions.moves.decline'), DeclinePetitionForm),
    choice('mergePetition', 'merge', t('petitions.moves.merge'), MergePetitionForm),
    choice('extendPetition', 'extend', t('petitions.moves.extend'), ExtendPetitionForm),
    choice('withdrawPetition', 'withdraw', t('petitions.moves.withdraw'), WithdrawPetitionForm),
  ];
  return [...straight, ...aside.map((one) => ({ ...one, aside: true }))];
}
