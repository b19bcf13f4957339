import type { Transaction } from '#data/transaction';
import { mustBeAnnounced, type ExitFacts } from '#rules/hardship/changes/change-guards';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Judgement } from '#rules/shared/refusal';
import type { Work } from '../../work.js';
import { certificateFollows } from '../certificates/end-certificate.js';
import { whyNotAdverse } from './lower-class.js';
import { moveFile, type FileMoveInput, type LockedFile } from '../move-file.js';
import { endNotice, runningNotice, type RunningNotice } from '../notices/running-notice.js';

/** 脱困销档: hardship is over, as was announced; after the window, by another than who announced it. */
export function liftFile(work: Work, input: FileMoveInput): Promise<void> {
  return moveFile(work, 'liftFile', input, async (tx, file, on) => {
    const notice = await runningNotice(tx, file.id);
    return {
      noticeId: notice?.id,
      assessmentId: notice?.assessmentId,
      ground: notice?.ground,
      judge: () => whyNotLift(tx, work, file, on),
      changes: () => ({ endedOn: on, endGround: notice?.ground ?? null }),
      also: async () => {
        await endNotice(tx, notice, 'passed', on);
        await certificateFollows(tx, work, file, undefined, on);
      },
    };
  });
}

export async function whyNotLift(tx: Transaction, work: Work, file: LockedFile, on: PlainDate): Promise<Judgement> {
  const ground = groundOf(await runningNotice(tx, file.id));
  return (ground && mustBeAnnounced(ground, 'lift')) ?? whyNotAdverse(tx, work, file, on);
}

export const groundOf = (notice: RunningNotice | undefined): ExitFacts['ground'] | undefined =>
  (notice?.ground ?? undefined) as ExitFacts['ground'] | undefined;
