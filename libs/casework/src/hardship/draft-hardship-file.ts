import { sealText } from '#data/sealed-text';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { mayStateCauses } from '#rules/hardship/causes';
import type { EmploymentState, Era, HardshipCause } from '#rules/hardship/codes';
import { eligibilityRuleInForce } from '#rules/hardship/eligibility/eligibility-rule';
import { FILE_BEGINS } from '#rules/hardship/file-lifecycle';
import { refuseFile } from '#rules/hardship/file-refusals';
import { refuseHardship } from '#rules/hardship/refusals';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { newId } from '#runtime/ids';
import { resolveEmployer } from '../organisations/resolve-employer.js';
import { takeUpPerson } from '../people/take-up-person.js';
import { inTransaction, mustBePermitted, today, type Work } from '../work.js';
import { type FileRow } from './household/household-of-file.js';
import { mustBeOnlyFile, orOnFileAlready } from './one-file.js';
import { householdOf } from './household/one-household.js';
import { readRulebook } from './eligibility/rulebook.js';

export interface NewFile {
  organisationId?: string | undefined;
  holderId: string;
  mainCause: HardshipCause;
  otherCauses: readonly HardshipCause[];
  employment?: EmploymentState | null | undefined;
  employerId?: string | null | undefined;
  employerName?: string | null | undefined;
  begunOn?: PlainDate | undefined;
  remark?: string | null | undefined;
}

/** 填报: begins the application of a known person. The household is found or made; nobody of it may have another file. */
export function draftHardshipFile(work: Work, asked: NewFile): Promise<{ id: string }> {
  const organisationId = asked.organisationId ?? work.actor.organisationId;
  mustBePermitted(work.actor, 'hardship.record', { organisationId });
  return orOnFileAlready(inTransaction(work, async (tx) => ({ id: await beginFile(tx, work, { ...asked, organisationId }) })));
}

/** `earlier`: the file that ended, of a family that is in hardship again; its answers are where the new one starts. */
export async function beginFile(
  tx: Transaction,
  work: Work,
  asked: NewFile & { organisationId: string; earlier?: FileRow },
): Promise<string> {
  const { organisationId, earlier, mainCause, otherCauses } = asked;
  const begunOn = asked.begunOn ?? today(work);
  if (begunOn > today(work)) throw refuseFile('hardship.day-in-future', { field: 'begunOn' });
  const era = await eraOn(tx, begunOn);
  refuseIf(mayStateCauses(era, [mainCause], otherCauses));
  const holder = await takeUpPerson(tx, asked.holderId, organisationId);
  const householdId = await householdOf(tx, work, { holderId: holder.id, organisationId, on: begunOn });
  await mustBeOnlyFile(tx, { householdId, personIds: [holder.id] });
  const { divisionCode, members } = await tx.one<{ divisionCode: string | null; members: number }>(
    sql`SELECT o.division_code, (SELECT count(*) FROM household_member m WHERE m.household_id = ${householdId} AND m.left_on IS NULL) AS members FROM organisation o WHERE o.id = ${organisationId}`,
  );
  const id = newId();
  await tx.insert('hardship_file', {
    id,
    organisationId,
    divisionCode,
    householdId,
    holderId: holder.id,
    holderName: holder.name,
    status: FILE_BEGINS,
    era,
    mainCause,
    otherCauses: [...otherCauses],
    employment: asked.employment ?? earlier?.employment ?? null,
    ...(await employerOf(tx, work, asked, holder.id)),
    householdSize: members,
    begunOn,
    form: earlier?.form ?? {},
    factsCipher: earlier?.factsCipher ?? null,
    handlerId: work.actor.id,
    handlerName: work.actor.name,
    remarkCipher: sealText(work.secrets, asked.remark?.trim()),
    earlierFileId: earlier?.id ?? null,
    createdBy: work.actor.id,
    createdAt: work.now,
    updatedAt: work.now,
  });
  tx.tell({
    noun: 'hardship',
    subjectId: id,
    organisationId,
    personId: holder.id,
    kind: 'hardship.draft',
    happenedOn: begunOn,
    toStatus: FILE_BEGINS,
  });
  tx.audit({ type: 'hardship.drafted', subject: { noun: 'hardship', id }, organisationId, details: { householdId } });
  return id;
}

/** The layer whose form is filled in. */
async function eraOn(tx: Transaction, on: PlainDate): Promise<Era> {
  const rule = eligibilityRuleInForce((await readRulebook(tx)).rules, on);
  if (!rule) throw refuseHardship('hardship.no-rule-in-force', { on });
  return rule.era;
}

async function employerOf(
  tx: Transaction,
  work: Work,
  { employerId, employerName }: NewFile,
  holderId: string,
): Promise<Pick<FileRow, 'employerId' | 'employerName'>> {
  if (employerId || employerName) {
    const employer = await resolveEmployer(tx, work.actor, { employerId, name: employerName ?? '' });
    return { employerId: employer.id, employerName: employer.name };
  }
  const own = await tx.find<{ id: string; name: string }>(
    sql`SELECT e.id, e.name FROM person p JOIN employer e ON e.id = p.employer_id WHERE p.id = ${holderId}`,
  );
  return { employerId: own?.id ?? null, employerName: own?.name ?? null };
}
