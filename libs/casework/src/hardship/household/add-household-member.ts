import type { MemberAnswers } from '#rules/hardship/file-form';
import { mayAnswerForm } from '#rules/hardship/file-form';
import { mayJoinHousehold, type Relation } from '#rules/hardship/household/household-members';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { checkNewPerson, insertPerson, type NewPerson } from '../../people/create-person.js';
import { takeUpPerson } from '../../people/take-up-person.js';
import { today, type Work } from '../../work.js';
import { formEraOf } from '../change-file-form.js';
import { householdChanged } from './change-household.js';
import { membersOf } from './household-of-file.js';
import { inFile } from '../in-file.js';
import { mustBeOnlyFile, orOnFileAlready } from '../one-file.js';
import { join } from './one-household.js';

export interface Joining {
  fileId: string;
  version: number;
  /** somebody known, or else a new person */
  personId?: string | undefined;
  person?: NewPerson | undefined;
  relation: Relation;
  joinedOn?: PlainDate | undefined;
  status?: string | null | undefined;
  schooling?: string | null | undefined;
  answers?: MemberAnswers | undefined;
}

/** Somebody lives in the household from a day on; nobody who has an application or a file elsewhere. */
export async function addHouseholdMember(work: Work, joining: Joining): Promise<void> {
  const { personId, person, relation, joinedOn, answers = {} } = joining;
  const made = person && (await checkNewPerson(work, person));
  const [status, schooling] = [joining.status ?? null, joining.schooling ?? null];
  return orOnFileAlready(
    inFile(work, 'addHouseholdMember', joining, async (tx, file) => {
      refuseIf(mayAnswerForm(await formEraOf(tx, work, file), answers));
      const known = made ? await insertPerson(tx, work, made) : personId!;
      const { id } = await takeUpPerson(tx, known, file.organisationId);
      const alreadyMember = (await membersOf(tx, file.householdId)).some((member) => member.personId === id);
      refuseIf(mayJoinHousehold({ relation, joinedOn, today: today(work), alreadyMember }));
      await mustBeOnlyFile(tx, { fileId: file.id, householdId: file.householdId, personIds: [id] });
      const memberId = await join(tx, work, file.householdId, id, relation, joinedOn ?? null, { status, schooling });
      await householdChanged(tx, work, file, { memberId, how: 'joined', on: joinedOn, facts: { answers, relation, status, schooling } });
    }),
  );
}
