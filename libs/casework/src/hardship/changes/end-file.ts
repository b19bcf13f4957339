import { sql } from '#data/sql';
import { mayEndFile, type EndGround } from '#rules/hardship/changes/change-guards';
import type { Transaction } from '#data/transaction';
import type { Work } from '../../work.js';
import { certificateFollows } from '../certificates/end-certificate.js';
import { moveFile, type FileMoveInput } from '../move-file.js';
import { endNotice, runningNotice } from '../notices/running-notice.js';

export interface FileEnd extends FileMoveInput {
  ground: EndGround;
  /** the paper in the file, or its number where it is kept elsewhere */
  attachmentId?: string | null | undefined;
  proof?: string | null | undefined;
}

/** 死亡或本人申请注销: nobody is left to object, so no notice; but a proof. */
export function endFile(work: Work, { ground, attachmentId, proof, ...input }: FileEnd): Promise<void> {
  return moveFile(work, 'endFile', input, async (tx, file, on) => {
    const notice = await runningNotice(tx, file.id);
    const attached = attachmentId ? await attachmentOf(tx, file.id, attachmentId) : undefined;
    return {
      ground,
      // What proves a death is said in words like any other reason, and sealed like one.
      reason: proof?.trim(),
      noticeId: notice?.id,
      details: attached && { attachmentId: attached },
      judge: () => mayEndFile({ ground, proofId: attached ?? (proof?.trim() || undefined) }),
      changes: () => ({ endedOn: on, endGround: ground }),
      also: async () => {
        await endNotice(tx, notice, 'ended', on);
        await certificateFollows(tx, work, file, undefined, on);
      },
    };
  });
}

/** Only a paper of this very file proves anything about it. */
async function attachmentOf(tx: Transaction, fileId: string, id: string): Promise<string | undefined> {
  const found = await tx.find<{ id: string }>(
    sql`SELECT id FROM attachment WHERE id = ${id} AND subject_id = ${fileId} AND removed_at IS NULL`,
  );
  return found?.id;
}
