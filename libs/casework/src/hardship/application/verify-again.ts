import { mustGiveReason } from '#rules/hardship/application/application-guards';
import type { Work } from '../../work.js';
import { sendForVerification, whyNotVerify } from './begin-verification.js';
import { moveFile, type FileMoveInput } from '../move-file.js';

/** 重新核对: a report has run out, or the review has a doubt. */
export function verifyAgain(work: Work, { reason, ...input }: FileMoveInput & { reason: string }): Promise<void> {
  return moveFile(work, 'verifyAgain', input, {
    reason,
    judge: async (file, _, tx) => mustGiveReason(reason) ?? (await whyNotVerify(tx, work, file)),
    also: (tx, file, on) => sendForVerification(tx, work, file, on),
  });
}
