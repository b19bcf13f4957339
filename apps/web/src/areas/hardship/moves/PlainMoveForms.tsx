import { Input } from 'antd';
import type { ComponentType } from 'react';
import type { z } from 'zod';
import { WithdrawFile, SubmitFile } from '#contract/hardship-moves';
import type { HardshipRecord } from '#contract/hardship';
import { fileMoveLabels, type FileMove } from '#rules/hardship/file-lifecycle';
import { Field } from '../../../kit/Field.js';
import { useWords } from '../../../kit/words.js';
import type { FileDialogProps } from '../file-parts.js';
import { MoveForm } from './MoveForm.js';

type Send<Schema extends z.ZodType> = (id: string, body: z.input<Schema>, key: string) => Promise<HardshipRecord>;
export type Told =
  'submit' | 'passFirstCheck' | 'recordVisit' | 'beginVerification' | 'approve' | 'activate' | 'beginReview' | 'lowerClass' | 'lift';
export type Reasoned = 'sendBack' | 'verifyAgain' | 'refuse' | 'withdraw' | 'withdrawProposal';

/** A move that needs nothing but its day; the dialog says what it brings about. */
export function toldMove(move: Told, send: Send<typeof SubmitFile>): ComponentType<FileDialogProps> {
  return function ToldMove(props) {
    const { t, say } = useWords();
    return (
      <MoveForm
        {...props}
        title={say(fileMoveLabels[move])}
        hint={<p>{t(`moves.hints.${move}`)}</p>}
        schema={SubmitFile}
        move={send}
        danger={move === 'lowerClass' || move === 'lift'}
      />
    );
  };
}

/** A move that has to be explained. */
export function reasonedMove(move: Reasoned & FileMove, send: Send<typeof WithdrawFile>): ComponentType<FileDialogProps> {
  return function ReasonedMove(props) {
    const { t, say } = useWords();
    return (
      <MoveForm
        {...props}
        title={say(fileMoveLabels[move])}
        hint={<p>{t(`moves.hints.${move}`)}</p>}
        schema={WithdrawFile}
        move={send}
        danger={move === 'refuse'}
      >
        <Field name="reason" label={t('fields.reason')}>
          <Input.TextArea rows={3} maxLength={500} />
        </Field>
      </MoveForm>
    );
  };
}
