import type { Transaction } from '#data/transaction';
import { maySubmitFile } from '#rules/hardship/application/application-guards';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Judgement } from '#rules/shared/refusal';
import { newId } from '#runtime/ids';
import type { Work } from '../../work.js';
import { submissionFacts } from './facts-of-file.js';
import { moveFile, type FileMoveInput, type LockedFile } from '../move-file.js';

/** 提交核对: only with the consent of everybody of the household as it is now. */
export function beginVerification(work: Work, input: FileMoveInput): Promise<void> {
  return moveFile(work, 'beginVerification', input, {
    judge: (file, _, tx) => whyNotVerify(tx, work, file),
    also: (tx, file, on) => sendForVerification(tx, work, file, on),
  });
}

/** What was consented to may have been withdrawn, and somebody may have joined the household since. */
export async function whyNotVerify(tx: Transaction, work: Work, file: LockedFile): Promise<Judgement> {
  return maySubmitFile(await submissionFacts(tx, work, file));
}

export async function sendForVerification(tx: Transaction, { actor }: Work, file: LockedFile, sentOn: PlainDate): Promise<void> {
  await tx.insert('hardship_verification', {
    id: newId(),
    fileId: file.id,
    organisationId: file.organisationId,
    sentOn,
    sentBy: actor.id,
  });
}
