import type { Transaction } from '#data/transaction';
import { certificateMoveOpen, mayIssueCertificate, type CertificateStatus } from '#rules/hardship/certificates/certificate-lifecycle';
import {
  certificateOperationNames,
  certificateOperations,
  type CertificateOperation,
} from '#rules/hardship/certificates/certificate-operations';
import { refuseCertificate } from '#rules/hardship/certificates/certificate-refusals';
import type { HardshipClass } from '#rules/hardship/codes';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { fileMovesFrom, fileOperationNames, type FileOperation } from '#rules/hardship/file-operations';
import { Refusal, type Judgement } from '#rules/shared/refusal';
import type { PlainDate } from '#rules/shared/plain-date';
import { action, type ActionView } from '../actions.js';
import { today, type Work } from '../work.js';
import { whyNotApprove } from './application/approve-file.js';
import { whyNotVerify } from './application/begin-verification.js';
import { whyNoCheck } from './certificates/check-certificate.js';
import { whyNotRaise, whyNotRenew } from './eligibility/class-decision.js';
import { whyNoDecision } from './notices/decide-objection.js';
import { whyNotDeregister } from './changes/deregister-file.js';
import type { CertificateRow } from './certificates/issue-for.js';
import { whyNotLift } from './changes/lift-file.js';
import { whyNotAdverse } from './changes/lower-class.js';
import { whyMayNotHandle } from './certificates/move-certificate.js';
import { whyMayNotMove, type LockedFile } from './move-file.js';
import { whyNotProposeLower } from './changes/propose-lower.js';
import { whyNoObjection } from './notices/record-objection.js';
import { whyNoVisit } from './application/record-visit.js';
import { whyNotRefuse } from './application/refuse-file.js';
import { whyNotReview } from './application/review-file.js';
import { whyNotSubmit } from './application/submit-file.js';

type Known = (tx: Transaction, work: Work, file: LockedFile, on: PlainDate) => Promise<Judgement>;

/** What is known before a form is filled in: signatures that lack, a window that is open, somebody who did an earlier step. */
const knownBefore: Readonly<Partial<Record<FileOperation, Known>>> = {
  submitFile: whyNotSubmit,
  recordVisit: whyNoVisit,
  beginVerification: whyNotVerify,
  verifyAgain: whyNotVerify,
  reviewFile: whyNotReview,
  refuseFile: whyNotRefuse,
  recordObjection: whyNoObjection,
  decideObjection: whyNoDecision,
  approveFile: whyNotApprove,
  renewFile: whyNotRenew,
  raiseClass: whyNotRaise,
  proposeLower: whyNotProposeLower,
  lowerClass: whyNotAdverse,
  liftFile: whyNotLift,
  // Whether aid is recovered is asked in the form.
  deregisterFile: (tx, work, file, on) => whyNotDeregister(tx, work, file, on, 'waive'),
};

/** For every operation whether this person may do it to this file now, and if not, why not. */
export async function fileActions(tx: Transaction, work: Work, file: LockedFile): Promise<ActionView[]> {
  const actions: ActionView[] = [];
  for (const name of fileOperationNames) {
    const why = whyMayNotMove(work.actor, name, file) ?? whyNotOpen(name, file) ?? (await knownWhyNot(tx, work, file, name));
    actions.push(action(name, why));
  }
  return actions;
}

function whyNotOpen(name: FileOperation, { status }: LockedFile): Judgement {
  const open = fileMovesFrom(name, status as FileStatus);
  return open instanceof Refusal ? open : undefined;
}

/** Some facts refuse by themselves when they are read: that an assessment no longer holds is a reason like any other. */
async function knownWhyNot(tx: Transaction, work: Work, file: LockedFile, name: FileOperation): Promise<Judgement> {
  try {
    return await knownBefore[name]?.(tx, work, file, today(work));
  } catch (error) {
    if (error instanceof Refusal && !error.code.startsWith('data.')) return error;
    throw error;
  }
}

/** The same for the certificate of the file, among those that it has had. */
export function certificateActions(
  work: Work,
  file: LockedFile,
  certificates: readonly Pick<CertificateRow, 'number' | 'status' | 'validUntil'>[],
): ActionView[] {
  return certificateOperationNames.map((name) =>
    action(name, whyMayNotHandle(work.actor, name, file) ?? whyNoCertificate(work, file, certificates, name)),
  );
}

function whyNoCertificate(
  work: Work,
  file: LockedFile,
  certificates: readonly Pick<CertificateRow, 'number' | 'status' | 'validUntil'>[],
  name: CertificateOperation,
): Judgement {
  const { move } = certificateOperations[name];
  const all = certificates.map(({ number, status }) => ({ number, status: status as CertificateStatus }));
  if (move === 'issue')
    return file.status === 'approved'
      ? refuseCertificate('hardship.certificate-only-severe')
      : mayIssueCertificate({
          hardshipClass: file.hardshipClass as HardshipClass,
          fileStatus: file.status as FileStatus,
          earlier: all,
          number: '',
        });
  const newest = certificates[0];
  if (!newest) return refuseCertificate('hardship.certificate-missing');
  return (
    certificateMoveOpen(move, newest.status as CertificateStatus) ?? (move === 'check' ? whyNoCheck(file, newest, today(work)) : undefined)
  );
}
