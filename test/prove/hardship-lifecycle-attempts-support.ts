/** Every operation as somebody would do it, with what its form asks filled in well; tried and taken back. */
import { Data } from '#data/data';
import { sql } from '#data/sql';
import { activateFile } from '#casework/hardship/application/activate-file';
import { approveFile } from '#casework/hardship/application/approve-file';
import { beginReview } from '#casework/hardship/reviews/begin-review';
import { beginVerification } from '#casework/hardship/application/begin-verification';
import { decideObjection } from '#casework/hardship/notices/decide-objection';
import { deregisterFile } from '#casework/hardship/changes/deregister-file';
import { endFile } from '#casework/hardship/changes/end-file';
import { liftFile } from '#casework/hardship/changes/lift-file';
import { lowerClass } from '#casework/hardship/changes/lower-class';
import { openNotice } from '#casework/hardship/notices/open-notice';
import { passFirstCheck } from '#casework/hardship/application/pass-first-check';
import { proposeExit } from '#casework/hardship/changes/propose-exit';
import { proposeLower } from '#casework/hardship/changes/propose-lower';
import { raiseClass } from '#casework/hardship/changes/raise-class';
import { recordObjection } from '#casework/hardship/notices/record-objection';
import { recordVerification } from '#casework/hardship/application/record-verification';
import { recordVisit } from '#casework/hardship/application/record-visit';
import { refuseApplicationForFile } from '#casework/hardship/application/refuse-file';
import { renewFile } from '#casework/hardship/reviews/renew-file';
import { returnToHardship } from '#casework/hardship/changes/return-to-hardship';
import { reviewFile } from '#casework/hardship/application/review-file';
import { sendBackFile } from '#casework/hardship/application/send-back-file';
import { submitFile } from '#casework/hardship/application/submit-file';
import { transferFile } from '#casework/hardship/changes/transfer-file';
import { verifyAgain } from '#casework/hardship/application/verify-again';
import { withdrawFile } from '#casework/hardship/application/withdraw-file';
import { withdrawProposal } from '#casework/hardship/changes/withdraw-proposal';
import type { Work } from '#casework/work';
import { plainDate } from '#rules/shared/plain-date';
import { Refusal } from '#rules/shared/refusal';
import { CALL } from '../support/a-case-of-hardship.js';
import { at } from '../support/people.js';

interface Input {
  fileId: string;
  version: number;
  objectionId: string;
  day: string;
  elsewhere: string;
}
const NO_OBJECTION = '00000000-0000-7000-8000-0000000000aa';
const reason = '如实说明理由';
const told = (day: string) => ({ ...CALL, reason, toldOn: plainDate(day) });
const decision = (objectionId: string, upheld: boolean) => ({ objectionId, upheld, finding: '已核查' });

export const attempts: Readonly<Record<string, (work: Work, input: Input) => Promise<unknown>>> = {
  submitFile: (work, { fileId, version }) => submitFile(work, { fileId, version }),
  sendBackFile: (work, { fileId, version }) => sendBackFile(work, { fileId, version, reason }),
  passFirstCheck: (work, { fileId, version }) => passFirstCheck(work, { fileId, version }),
  recordVisit: (work, { fileId, version }) => recordVisit(work, { fileId, version }),
  beginVerification: (work, { fileId, version }) => beginVerification(work, { fileId, version }),
  recordVerification: (work, { fileId, version, day }) =>
    recordVerification(work, { fileId, version, reportedOn: plainDate(day), findings: '无异常' }),
  verifyAgain: (work, { fileId, version }) => verifyAgain(work, { fileId, version, reason }),
  reviewFile: (work, { fileId, version }) => reviewFile(work, { fileId, version, hardshipClass: 'deep' }),
  refuseFile: (work, { fileId, version }) => refuseApplicationForFile(work, { fileId, version, reason }),
  openNotice: (work, { fileId, version }) => openNotice(work, { fileId, version, ...CALL }),
  recordObjection: (work, { fileId, version }) => recordObjection(work, { fileId, version, content: '不实' }),
  dismissObjection: (work, { fileId, version, objectionId }) => decideObjection(work, { fileId, version, ...decision(objectionId, false) }),
  upholdObjection: (work, { fileId, version, objectionId }) => decideObjection(work, { fileId, version, ...decision(objectionId, true) }),
  approveFile: (work, { fileId, version }) => approveFile(work, { fileId, version }),
  activateFile: (work, { fileId, version }) => activateFile(work, { fileId, version }),
  withdrawFile: (work, { fileId, version }) => withdrawFile(work, { fileId, version, reason }),
  beginReview: (work, { fileId, version }) => beginReview(work, { fileId, version }),
  renewFile: (work, { fileId, version }) => renewFile(work, { fileId, version }),
  raiseClass: (work, { fileId, version }) => raiseClass(work, { fileId, version, hardshipClass: 'deep' }),
  proposeLower: (work, { fileId, version, day }) => proposeLower(work, { fileId, version, ...told(day), hardshipClass: 'relative' }),
  lowerClass: (work, { fileId, version }) => lowerClass(work, { fileId, version }),
  proposeExit: (work, { fileId, version, day }) => proposeExit(work, { fileId, version, ...told(day), ground: 'left' }),
  withdrawProposal: (work, { fileId, version }) => withdrawProposal(work, { fileId, version, reason }),
  liftFile: (work, { fileId, version }) => liftFile(work, { fileId, version }),
  deregisterFile: (work, { fileId, version }) => deregisterFile(work, { fileId, version }),
  endFile: (work, { fileId, version }) => endFile(work, { fileId, version, ground: 'own-request', proof: '本人申请' }),
  transferFile: (work, { fileId, version, day, elsewhere }) =>
    transferFile(work, { fileId, version, toOrganisationId: elsewhere, acceptedBy: '周宁', acceptedOn: plainDate(day), reason }),
  returnToHardship: (work, { fileId, version }) => returnToHardship(work, { fileId, version, reason }),
};

/** What was done is thrown away with this, once it is known where it led. */
class TakenBack extends Error {
  constructor(readonly status: string) {
    super('taken back');
  }
}

/** The data layer as it is, but for the end: every transaction that would commit says where the file stands and is rolled back. */
function takingBack(data: Data, fileId: string): Data {
  const inTransaction: Data['inTransaction'] = (actor, now, doing) =>
    data.inTransaction(actor, now, async (tx) => {
      await doing(tx);
      await tx.flush();
      throw new TakenBack((await tx.one<{ status: string }>(sql`SELECT status FROM hardship_file WHERE id = ${fileId}`)).status);
    });
  return Object.assign(Object.create(data) as Data, { inTransaction });
}

/** The status that it led to, or the code of the refusal; a fault stays a fault and falls short by itself. */
export async function attempt(
  work: Work,
  operation: string,
  input: Omit<Input, 'objectionId'> & { objectionId?: string | undefined },
): Promise<string> {
  const tried = { ...at(work, `${input.day}T03:00:00Z`), data: takingBack(work.data, input.fileId) };
  try {
    await attempts[operation]!(tried, { ...input, objectionId: input.objectionId ?? NO_OBJECTION });
    return 'nothing was written';
  } catch (error) {
    if (error instanceof TakenBack) return error.status;
    return error instanceof Refusal ? error.code : `fault: ${String(error)}`;
  }
}
