import { mustGiveReason } from '#rules/hardship/application/application-guards';
import type { Work } from '../../work.js';
import { moveFile, type FileMoveInput } from '../move-file.js';

/** 退回补正, with what is wanting. */
export function sendBackFile(work: Work, { reason, ...input }: FileMoveInput & { reason: string }): Promise<void> {
  return moveFile(work, 'sendBackFile', input, { reason, judge: () => mustGiveReason(reason) });
}
