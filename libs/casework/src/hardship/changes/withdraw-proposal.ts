import { mustGiveReason } from '#rules/hardship/application/application-guards';
import type { Work } from '../../work.js';
import { moveFile, type FileMoveInput } from '../move-file.js';
import { endNotice, runningNotice } from '../notices/running-notice.js';

/** 撤回拟变更: nothing is taken after all; the review goes on. */
export function withdrawProposal(work: Work, { reason, ...input }: FileMoveInput & { reason: string }): Promise<void> {
  return moveFile(work, 'withdrawProposal', input, async (tx, file, on) => {
    const notice = await runningNotice(tx, file.id);
    return {
      reason,
      noticeId: notice?.id,
      judge: () => mustGiveReason(reason),
      also: () => endNotice(tx, notice, 'withdrawn', on),
    };
  });
}
