import { MovePolicy } from '#contract/policy';
import { ActionForm } from '../../../kit/ActionForm.js';
import type { Policy } from './policy-codes.js';
import styles from './policy.module.css';

export interface ConfirmProps {
  policy: Policy;
  onClose: () => void;
  onReload: () => void;
}

interface Props extends ConfirmProps {
  title: string;
  /** What will happen, in a sentence. */
  says: string;
  move: (id: string, body: { version: number }, key: string) => Promise<Policy>;
  danger?: boolean;
}

/** One more look before it is done. */
export function ConfirmForm({ policy, onClose, onReload, title, says, move, danger }: Props) {
  return (
    <ActionForm
      title={title}
      schema={MovePolicy}
      constants={{ version: policy.version }}
      submit={(body, key) => move(policy.id, body, key)}
      forget={['policy']}
      onClose={onClose}
      onReload={onReload}
      submitLabel={title}
      width={480}
      {...(danger && { danger })}
    >
      <p className={styles['says']}>{says}</p>
    </ActionForm>
  );
}
