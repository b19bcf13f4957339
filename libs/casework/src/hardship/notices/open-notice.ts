import { mayOpenNotice } from '#rules/hardship/application/application-guards';
import type { HardshipClass } from '#rules/hardship/codes';
import { newId } from '#runtime/ids';
import type { Work } from '../../work.js';
import { moveFile, type FileMoveInput } from '../move-file.js';
import { putUpNotice } from './put-up-notice.js';

/** It counts from the day it is recorded: nobody can say afterwards that it has hung for a week. */
export type NoticeInput = Omit<FileMoveInput, 'on'> & { phone: string; place?: string | null | undefined };

/** 公示: the masked notice of an application; starts H1. */
export function openNotice(work: Work, { phone, place, ...input }: NoticeInput): Promise<void> {
  const noticeId = newId();
  return moveFile(work, 'openNotice', input, {
    noticeId,
    judge: () => mayOpenNotice({ masked: true, phone }),
    also: (tx, file, on) =>
      putUpNotice(tx, work, file, on, {
        id: noticeId,
        kind: 'application',
        phone,
        place,
        classWanted: file.hardshipClass as HardshipClass,
      }),
  });
}
