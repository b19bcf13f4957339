import { mustGiveReason } from '#rules/hardship/application/application-guards';
import type { Work } from '../../work.js';
import { moveFile, type FileMoveInput } from '../move-file.js';
import { endNotice, runningNotice } from '../notices/running-notice.js';

/** 撤回申请, at any time before the file is opened. */
export function withdrawFile(work: Work, { reason, ...input }: FileMoveInput & { reason: string }): Promise<void> {
  return moveFile(work, 'withdrawFile', input, async (tx, file, on) => {
    const notice = await runningNotice(tx, file.id);
    return {
      reason,
      noticeId: notice?.id,
      judge: () => mustGiveReason(reason),
      changes: () => ({ endedOn: on }),
      also: () => endNotice(tx, notice, 'withdrawn', on),
    };
  });
}
