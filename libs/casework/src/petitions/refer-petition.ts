import { mayAssignOutPetition, mayReferPetition } from '#rules/petitions/petition-guards';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Work } from '../work.js';
import { movePetition, type MoveInput } from './move-petition.js';

/** 转送 to the office it belongs to; with a day for the answer it is 交办. */
export function referPetition(
  work: Work,
  { office, feedbackBy, ...input }: MoveInput & { office: string; feedbackBy?: PlainDate | null | undefined },
): Promise<void> {
  const assigned = Boolean(feedbackBy);
  return movePetition(work, assigned ? 'assignOut' : 'refer', input, {
    permission: 'petition.sort',
    judge: () =>
      assigned ? mayAssignOutPetition({ target: office, deadline: feedbackBy ?? undefined }) : mayReferPetition({ target: office }),
    changes: () => ({ handling: assigned ? 'assign_out' : 'refer', handlingOffice: office }),
    reason: assigned ? `${office}，${feedbackBy}前反馈` : office,
  });
}
