import type { PetitionRecord } from '#contract/petitions';
import { CaseMoveForm, type MoveFormParts } from '../../kit/CaseMoveForm.js';
import type { FormSchema } from '../../kit/contract-form.js';

/** What every dialog of a move is given. */
export interface MoveFormProps {
  petition: PetitionRecord;
  onClose: () => void;
  onReload: () => void;
}

export function MoveForm<Schema extends FormSchema>({ petition, ...parts }: MoveFormProps & MoveFormParts<Schema, PetitionRecord>) {
  return <CaseMoveForm moved={petition} noun="petition" {...parts} />;
}
