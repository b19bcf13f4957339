import type { DisputeRecord } from '#contract/disputes';
import { CaseMoveForm, type MoveFormParts } from '../../kit/CaseMoveForm.js';
import type { FormSchema } from '../../kit/contract-form.js';

/** What every dialog of a move is given. */
export interface MoveFormProps {
  dispute: DisputeRecord;
  onClose: () => void;
  onReload: () => void;
}

export function MoveForm<Schema extends FormSchema>({ dispute, ...parts }: MoveFormProps & MoveFormParts<Schema, DisputeRecord>) {
  return <CaseMoveForm moved={dispute} noun="dispute" {...parts} />;
}
