import { mayLeaveHousehold, type Leaving } from '#rules/hardship/household/household-members';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { today, type Work } from '../../work.js';
import { householdChanged, lockMember } from './change-household.js';
import { inFile } from '../in-file.js';

export interface MemberLeaving {
  fileId: string;
  memberId: string;
  version: number;
  leftOn: PlainDate;
  leaving: Leaving;
}

/** A divorce, a death, a move: the membership is closed on its day and stays in the file. */
export function endHouseholdMember(work: Work, { memberId, leftOn, leaving, ...where }: MemberLeaving): Promise<void> {
  return inFile(work, 'endHouseholdMember', where, async (tx, file) => {
    const member = await lockMember(tx, file, memberId);
    refuseIf(mayLeaveHousehold({ isHolder: member.personId === file.holderId, joinedOn: member.joinedOn, leftOn, today: today(work) }));
    await tx.update('household_member', member, { leftOn });
    await householdChanged(tx, work, file, { memberId, how: 'left', on: leftOn, facts: { leaving } });
  });
}
