import type { Transaction } from '#data/transaction';
import { mayDeregister, mustBeAnnounced, type CancelGround } from '#rules/hardship/changes/change-guards';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Judgement } from '#rules/shared/refusal';
import type { Work } from '../../work.js';
import { announcersBefore } from '../application/acted-before.js';
import { certificateFollows } from '../certificates/end-certificate.js';
import { groundOf } from './lift-file.js';
import { moveFile, type FileMoveInput, type LockedFile } from '../move-file.js';
import { endNotice, runningNotice, windowFacts } from '../notices/running-notice.js';

export type Recovery = 'recover' | 'waive';

/** 注销 on the ground that was announced. Where what was stated is untrue, whether aid is recovered is decided with it. */
export function deregisterFile(work: Work, { recovery, ...input }: FileMoveInput & { recovery?: Recovery | undefined }): Promise<void> {
  return moveFile(work, 'deregisterFile', input, async (tx, file, on) => {
    const notice = await runningNotice(tx, file.id);
    return {
      noticeId: notice?.id,
      ground: notice?.ground,
      details: recovery ? { recovery } : undefined,
      judge: () => whyNotDeregister(tx, work, file, on, recovery),
      changes: () => ({ endedOn: on, endGround: notice?.ground ?? null }),
      also: async () => {
        await endNotice(tx, notice, 'passed', on);
        await certificateFollows(tx, work, file, undefined, on);
      },
    };
  });
}

export async function whyNotDeregister(
  tx: Transaction,
  work: Work,
  file: LockedFile,
  on: PlainDate,
  recovery: Recovery | undefined,
): Promise<Judgement> {
  const notice = await runningNotice(tx, file.id);
  const ground = groundOf(notice);
  const announced = ground && mustBeAnnounced(ground, 'deregister');
  if (announced) return announced;
  const before = [...(await announcersBefore(tx, file.id)), ...(notice ? [notice.givenBy] : [])];
  return mayDeregister({ ...windowFacts(notice, on), actor: work.actor.id, before, ground: ground as CancelGround, recovery });
}
