import type { Transaction } from '#data/transaction';
import { maySubmitFile } from '#rules/hardship/application/application-guards';
import type { Judgement } from '#rules/shared/refusal';
import type { Work } from '../../work.js';
import { submissionFacts } from './facts-of-file.js';
import { moveFile, type FileMoveInput, type LockedFile } from '../move-file.js';

/** 申报: the signed application is received; the rule of this day will decide. */
export function submitFile(work: Work, input: FileMoveInput): Promise<void> {
  return moveFile(work, 'submitFile', input, {
    judge: (file, _, tx) => whyNotSubmit(tx, work, file),
    changes: (_, on) => ({ receivedOn: on }),
  });
}

export async function whyNotSubmit(tx: Transaction, work: Work, file: LockedFile): Promise<Judgement> {
  return maySubmitFile(await submissionFacts(tx, work, file));
}
