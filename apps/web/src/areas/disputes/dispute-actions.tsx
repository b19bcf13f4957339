import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import type { DisputeRecord } from '#contract/disputes';
import { disputeMoves, type DisputeMove } from '#rules/disputes/dispute-lifecycle';
import type { ActionChoice } from '../../kit/ActionBar.js';
import type { MoveFormProps } from './MoveForm.js';
import { AcceptDisputeForm } from './AcceptDisputeForm.js';
import { AgreementForm } from './AgreementForm.js';
import { ApplicationForm } from './ApplicationForm.js';
import { AssignMediatorForm } from './AssignMediatorForm.js';
import { BeginMediationForm } from './BeginMediationForm.js';
import { CloseDisputeForm } from './CloseDisputeForm.js';
import { ExtensionForm } from './ExtensionForm.js';
import { FailureForm } from './FailureForm.js';
import { TerminateDisputeForm, WithdrawDisputeForm } from './LeavingForms.js';
import { RefuseDisputeForm } from './RefuseDisputeForm.js';
import { TransferDisputeForm } from './TransferDisputeForm.js';

/** A dialog for each move, in the order of a case's life; which of them can be opened, the server says. */
export function disputeActionChoices(dispute: DisputeRecord, t: TFunction, onReload: () => void): ActionChoice[] {
  const choice = (name: string, move: DisputeMove, label: string, Form: ComponentType<MoveFormProps>): ActionChoice => ({
    name,
    label,
    far: !disputeMoves.open(move, dispute.status),
    form: (onClose) => <Form dispute={dispute} onClose={onClose} onReload={onReload} />,
  });
  const assign = choice('assignMediator', 'assign', t('disputes.moves.assign'), AssignMediatorForm);
  const unassigned = dispute.mediatorId === null;
  const straight = [
    choice('applyForMediation', 'apply', t('disputes.moves.apply'), ApplicationForm),
    choice('acceptDispute', 'accept', t('disputes.moves.accept'), AcceptDisputeForm),
    ...(unassigned ? [assign] : []),
    choice('beginMediation', 'mediate', t('disputes.moves.begin'), BeginMediationForm),
    choice('recordAgreement', 'agree', t('disputes.moves.agree'), AgreementForm),
    choice('closeDispute', 'close', t('disputes.moves.close'), CloseDisputeForm),
  ];
  const aside = [
    ...(unassigned ? [] : [{ ...assign, label: t('disputes.moves.reassign') }]),
    choice('extendMediation', 'extend', t('disputes.moves.extend'), ExtensionForm),
    choice('recordFailure', 'fail', t('disputes.moves.fail'), FailureForm),
    choice('refuseDispute', 'refuse', t('disputes.moves.refuse'), RefuseDisputeForm),
    choice('transferDispute', 'transfer', t('disputes.moves.transfer'), TransferDisputeForm),
    choice('withdrawDispute', 'withdraw', t('disputes.moves.withdraw'), WithdrawDisputeForm),
    choice('terminateDispute', 'terminate', t('disputes.moves.terminate'), TerminateDisputeForm),
  ];
  return [...straight, ...aside.map((one) => ({ ...one, aside: true }))];
}
