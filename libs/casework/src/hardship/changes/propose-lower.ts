import type { Transaction } from '#data/transaction';
import { mayProposeLower } from '#rules/hardship/changes/change-guards';
import type { HardshipClass } from '#rules/hardship/codes';
import { refuseFile } from '#rules/hardship/file-refusals';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Judgement } from '#rules/shared/refusal';
import { newId } from '#runtime/ids';
import { today, type Work } from '../../work.js';
import { classFacts, mustBeReckoned } from '../eligibility/class-decision.js';
import { decidedClass } from '../eligibility/decided-class.js';
import { moveFile, type LockedFile } from '../move-file.js';
import type { NoticeInput } from '../notices/open-notice.js';
import { putUpNotice } from '../notices/put-up-notice.js';

export interface LowerProposal extends NoticeInput {
  hardshipClass: HardshipClass;
  reason: string;
  /** the day on which the household was told in writing */
  toldOn: PlainDate;
}

/** 拟调档（困难减轻）并告知: says which class and why; starts H2. The class itself stays until the window has passed. */
export function proposeLower(work: Work, { hardshipClass, reason, toldOn, phone, place, ...input }: LowerProposal): Promise<void> {
  const noticeId = newId();
  return moveFile(work, 'proposeLower', input, async (tx, file) => {
    const facts = await classFacts(tx, work, file, hardshipClass);
    const assessmentId = facts.assessment.id;
    return {
      reason,
      assessmentId,
      noticeId,
      details: { hardshipClass },
      judge: async () =>
        mayHaveTold(toldOn, today(work)) ??
        mayProposeLower({ ...facts, reason, householdTold: true }) ??
        (await mustBeReckoned(tx, work, file.id, facts.assessment.worksheetId)),
      also: (_, __, on) =>
        putUpNotice(tx, work, file, on, {
          id: noticeId,
          kind: 'lower',
          phone,
          place,
          classWanted: hardshipClass,
          assessmentId,
          reason,
          toldOn,
        }),
    };
  });
}

export function mayHaveTold(toldOn: PlainDate, now: PlainDate): Judgement {
  return toldOn > now ? refuseFile('hardship.told-after-today', { field: 'toldOn' }) : undefined;
}

export async function whyNotProposeLower(tx: Transaction, work: Work, file: LockedFile): Promise<Judgement> {
  const facts = await classFacts(tx, work, file, await decidedClass(tx, file.id));
  return mayProposeLower({ ...facts, reason: '…', householdTold: true }) ?? mustBeReckoned(tx, work, file.id, facts.assessment.worksheetId);
}
