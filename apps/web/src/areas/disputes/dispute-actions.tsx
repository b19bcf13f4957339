import type { TFunction } from 'i18next';
import type { DisputeRecord } from '#contract/disputes';
import type { ActionChoice } from '../../kit/ActionBar.js';
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

/** What every dialog of a move is given. */
export interface MoveFormProps {
  dispute: DisputeRecord;
  onClose: () => void;
  onReload: () => void;
}

/** A dialog for each move, in the order of a case's life; which of them can be opened, the server says. */
export function disputeActionChoices(dispute: DisputeRecord, t: TFunction, onReload: () => void): ActionChoice[] {
  const given = (onClose: () => void): MoveFormProps => ({ dispute, onClose, onReload });
  return [
    { name: 'applyForMediation', label: t('disputes.moves.apply'), form: (close) => <ApplicationForm {...given(close)} /> },
    { name: 'acceptDispute', label: t('disputes.moves.accept'), form: (close) => <AcceptDisputeForm {...given(close)} /> },
    { name: 'assignMediator', label: t('disputes.moves.assign'), form: (close) => <AssignMediatorForm {...given(close)} /> },
    { name: 'beginMediation', label: t('disputes.moves.begin'), form: (close) => <BeginMediationForm {...given(close)} /> },
    { name: 'recordAgreement', label: t('disputes.moves.agree'), form: (close) => <AgreementForm {...given(close)} /> },
    { name: 'closeDispute', label: t('disputes.moves.close'), form: (close) => <CloseDisputeForm {...given(close)} /> },
    { name: 'extendMediation', label: t('disputes.moves.extend'), form: (close) => <ExtensionForm {...given(close)} /> },
    { name: 'recordFailure', label: t('disputes.moves.fail'), form: (close) => <FailureForm {...given(close)} /> },
    { name: 'refuseDispute', label: t('disputes.moves.refuse'), form: (close) => <RefuseDisputeForm {...given(close)} /> },
    { name: 'transferDispute', label: t('disputes.moves.transfer'), form: (close) => <TransferDisputeForm {...given(close)} /> },
    { name: 'withdrawDispute', label: t('disputes.moves.withdraw'), form: (close) => <WithdrawDisputeForm {...given(close)} /> },
    { name: 'terminateDispute', label: t('disputes.moves.terminate'), form: (close) => <TerminateDisputeForm {...given(close)} /> },
  ];
}
