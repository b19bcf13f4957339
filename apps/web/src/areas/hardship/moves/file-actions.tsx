import type { ComponentType } from 'react';
import type { HardshipRecord } from '#contract/hardship';
import { fileMoveLabels, fileMoves, type FileMove, type FileStatus } from '#rules/hardship/file-lifecycle';
import { fileOperations, type FileOperation } from '#rules/hardship/file-operations';
import * as moves from '../../../api/hardship-moves.js';
import type { ActionChoice } from '../../../kit/ActionBar.js';
import { todayInChina } from '../../../kit/formats.js';
import type { Words } from '../../../kit/words.js';
import { RaiseClassForm, RenewForm, ReviewForm } from './ClassForms.js';
import type { FileDialogProps } from '../file-parts.js';
import { reviewIsDue } from '../next-step.js';
import { DeregisterForm, EndForm, ReturnForm, TransferForm } from './LeavingForms.js';
import { ObjectionForm, OpenNoticeForm, ProposeExitForm, ProposeLowerForm } from './NoticeForms.js';
import { reasonedMove, toldMove } from './PlainMoveForms.js';
import { VerificationForm } from './VerificationForm.js';

type Dialogs = readonly (readonly [FileOperation, ComponentType<FileDialogProps>])[];

/** The straight way of an application and of a review, in the order of a file's life. */
const straight: Dialogs = [
  ['submitFile', toldMove('submit', moves.submitFile)],
  ['passFirstCheck', toldMove('passFirstCheck', moves.passFirstCheck)],
  ['recordVisit', toldMove('recordVisit', moves.recordVisit)],
  ['beginVerification', toldMove('beginVerification', moves.beginVerification)],
  ['recordVerification', VerificationForm],
  ['reviewFile', ReviewForm],
  ['openNotice', OpenNoticeForm],
  ['approveFile', toldMove('approve', moves.approveFile)],
  ['activateFile', toldMove('activate', moves.activateFile)],
  ['renewFile', RenewForm],
  ['lowerClass', toldMove('lowerClass', moves.lowerClass)],
  ['liftFile', toldMove('lift', moves.liftFile)],
  ['deregisterFile', DeregisterForm],
];
const aside: Dialogs = [
  ['beginReview', toldMove('beginReview', moves.beginReview)],
  ['raiseClass', RaiseClassForm],
  ['proposeLower', ProposeLowerForm],
  ['proposeExit', ProposeExitForm],
  ['recordObjection', ObjectionForm],
  ['sendBackFile', reasonedMove('sendBack', moves.sendBackFile)],
  ['verifyAgain', reasonedMove('verifyAgain', moves.verifyAgain)],
  ['refuseFile', reasonedMove('refuse', moves.refuseFile)],
  ['withdrawProposal', reasonedMove('withdrawProposal', moves.withdrawProposal)],
  ['withdrawFile', reasonedMove('withdraw', moves.withdrawFile)],
  ['transferFile', TransferForm],
  ['endFile', EndForm],
  ['returnToHardship', ReturnForm],
];

/** A dialog for each move; which of them can be opened, the server says. Objections are decided where they stand. */
export function fileActionChoices(file: HardshipRecord, { say }: Words, onReload: () => void): ActionChoice[] {
  const status = file.status as FileStatus;
  const choice = ([operation, Dialog]: Dialogs[number]): ActionChoice => {
    const made: readonly FileMove[] = fileOperations[operation].moves;
    return {
      name: operation,
      label: say(fileMoveLabels[made[0]!]),
      far: !made.some((move) => fileMoves.open(move, status)),
      form: (onClose) => <Dialog file={file} onClose={onClose} onReload={onReload} />,
    };
  };
  const fitting = straight.filter(([operation]) => !leadsElsewhere(operation, file));
  const due = reviewIsDue(file, todayInChina());
  return [...fitting.map(choice), ...aside.map((one) => ({ ...choice(one), aside: !(due && one[0] === 'beginReview') }))];
}

/** What was announced says how the file ends. */
function leadsElsewhere(operation: FileOperation, { notices }: HardshipRecord): boolean {
  const ground = notices.find(({ kind, endedHow }) => kind === 'exit' && endedHow === null)?.ground;
  return (operation === 'liftFile' && ground !== 'lifted') || (operation === 'deregisterFile' && ground === 'lifted');
}
