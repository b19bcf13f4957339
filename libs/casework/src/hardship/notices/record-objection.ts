import type { Transaction } from '#data/transaction';
import { mayObject } from '#rules/hardship/notices/notice-window';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Judgement } from '#rules/shared/refusal';
import { newId } from '#runtime/ids';
import type { Work } from '../../work.js';
import { moveFile, type FileMoveInput, type LockedFile } from '../move-file.js';
import { runningNotice, windowFacts } from './running-notice.js';

export interface Objection extends FileMoveInput {
  objector?: string | null | undefined;
  content: string;
}

/** 登记异议: the first one stops the clock; others may join while it is being checked. Both texts are sealed. */
export function recordObjection(work: Work, { objector, content, ...input }: Objection): Promise<void> {
  return moveFile(work, 'recordObjection', input, async (tx, file) => {
    const notice = await runningNotice(tx, file.id);
    return {
      noticeId: notice?.id,
      judge: (_, on) => whyNoObjection(tx, work, file, on),
      also: async (_, { id: fileId, organisationId }, objectedOn) => {
        await tx.insert('hardship_objection', {
          id: newId(),
          noticeId: notice!.id,
          fileId,
          organisationId,
          objectedOn,
          objectorCipher: objector?.trim() ? work.secrets.seal(objector.trim()) : null,
          contentCipher: work.secrets.seal(content),
          recordedBy: work.actor.id,
          recordedAt: work.now,
        });
      },
    };
  });
}

/** A notice that stands still cannot have run out. */
export async function whyNoObjection(tx: Transaction, _: Work, file: LockedFile, on: PlainDate): Promise<Judgement> {
  const notice = await runningNotice(tx, file.id);
  return notice?.suspended ? undefined : mayObject(windowFacts(notice, on));
}
