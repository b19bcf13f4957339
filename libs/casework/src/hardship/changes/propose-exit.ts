import type { Transaction } from '#data/transaction';
import { mayProposeExit, type ExitFacts } from '#rules/hardship/changes/change-guards';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Judgement } from '#rules/shared/refusal';
import { newId } from '#runtime/ids';
import { today, type Work } from '../../work.js';
import { mustBeReckoned } from '../eligibility/class-decision.js';
import { freshFacts, liftingOf } from '../application/facts-of-file.js';
import { moveFile, type LockedFile } from '../move-file.js';
import type { NoticeInput } from '../notices/open-notice.js';
import { mayHaveTold } from './propose-lower.js';
import { putUpNotice } from '../notices/put-up-notice.js';

export interface ExitProposal extends NoticeInput {
  ground: ExitFacts['ground'];
  reason: string;
  /** the day on which the household was told in writing */
  toldOn: PlainDate;
}

/** 拟退出并公示: because hardship is over, or on another ground. Starts H2; the family stays on file until the window has passed. */
export function proposeExit(work: Work, { ground, reason, toldOn, phone, place, ...input }: ExitProposal): Promise<void> {
  const noticeId = newId();
  return moveFile(work, 'proposeExit', input, async (tx, file) => {
    const lifting = ground === 'lifted' ? await liftingOf(tx, work, file) : undefined;
    const assessmentId = lifting?.assessment.id;
    return {
      reason,
      ground,
      assessmentId,
      noticeId,
      judge: async () => mayHaveTold(toldOn, today(work)) ?? (await mayExit(tx, work, file, { ground, reason, lifting })),
      also: (_, __, on) =>
        putUpNotice(tx, work, file, on, {
          id: noticeId,
          kind: 'exit',
          phone,
          place,
          classWanted: null,
          assessmentId,
          ground,
          reason,
          toldOn,
        }),
    };
  });
}

async function mayExit(
  tx: Transaction,
  work: Work,
  file: LockedFile,
  { ground, reason, lifting }: Pick<ExitFacts, 'ground' | 'reason'> & { lifting: Awaited<ReturnType<typeof liftingOf>> | undefined },
): Promise<Judgement> {
  const fresh = await freshFacts(tx, work, file);
  const { lifting: verdict, overridden } = lifting ?? { lifting: 'unknown' as const, overridden: false };
  return (
    mayProposeExit({ ...fresh, ground, reason, householdTold: true, lifting: verdict, overridden }) ??
    (lifting ? mustBeReckoned(tx, work, file.id, lifting.assessment.worksheetId) : undefined)
  );
}
