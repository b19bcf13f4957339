import { changedAnswers, mayAnswerForm, type MemberAnswers } from '#rules/hardship/file-form';
import type { Relation } from '#rules/hardship/household/household-members';
import { refuseRecording } from '#rules/hardship/recording-refusals';
import { refuseIf } from '#rules/shared/refusal';
import type { Work } from '../../work.js';
import { formEraOf } from '../change-file-form.js';
import { householdChanged, lockMember, type MemberRow } from './change-household.js';
import { inFile } from '../in-file.js';
import { openFacts } from '../sealed-facts.js';

export interface MemberChange {
  fileId: string;
  memberId: string;
  version: number;
  relation?: Relation | undefined;
  status?: string | null | undefined;
  schooling?: string | null | undefined;
  answers?: MemberAnswers | undefined;
}

/** What is known of a member; who lives there is not changed by it. The earlier words stay in the file's versions. */
export function changeHouseholdMember(work: Work, change: MemberChange): Promise<void> {
  const { memberId, relation, status, schooling, answers } = change;
  return inFile(work, 'changeHouseholdMember', change, async (tx, file) => {
    const member = await lockMember(tx, file, memberId);
    const isHolder = member.personId === file.holderId;
    if (relation && (relation === 'holder') !== isHolder) throw refuseRecording('hardship.one-holder', { field: 'relation' });
    refuseIf(mayAnswerForm(await formEraOf(tx, work, file), answers ?? {}));
    const said: Partial<MemberRow> = {
      ...(relation && { relation }),
      ...(status !== undefined && { status }),
      ...(schooling !== undefined && { schooling }),
    };
    if (Object.keys(said).length > 0) await tx.update('household_member', member, said);
    const was = openFacts(work.secrets, file.factsCipher).members[memberId];
    await householdChanged(tx, work, file, {
      memberId,
      how: 'changed',
      facts: {
        relation: relation ?? member.relation,
        status: status === undefined ? member.status : status,
        schooling: schooling === undefined ? member.schooling : schooling,
        answers: changedAnswers(was?.answers ?? {}, answers),
      },
    });
  });
}
