/** Hardship files at every stage, brought there through the front door by the people whose work it is. */
import { activateFile } from '#casework/hardship/application/activate-file';
import { agreeToOverride } from '#casework/hardship/eligibility/agree-to-override';
import { approveFile } from '#casework/hardship/application/approve-file';
import { askOverride } from '#casework/hardship/eligibility/ask-override';
import { assessFile } from '#casework/hardship/eligibility/assess-file';
import { beginReview } from '#casework/hardship/reviews/begin-review';
import { beginVerification } from '#casework/hardship/application/begin-verification';
import { changeFileForm } from '#casework/hardship/change-file-form';
import { checkWorksheet } from '#casework/hardship/worksheet/check-worksheet';
import { draftHardshipFile } from '#casework/hardship/draft-hardship-file';
import { openNotice } from '#casework/hardship/notices/open-notice';
import { passFirstCheck } from '#casework/hardship/application/pass-first-check';
import { recordConsent } from '#casework/hardship/household/record-consent';
import { recordVerification } from '#casework/hardship/application/record-verification';
import { recordVisit } from '#casework/hardship/application/record-visit';
import { reviewFile } from '#casework/hardship/application/review-file';
import { saveWorksheet } from '#casework/hardship/worksheet/save-worksheet';
import { signWorksheet } from '#casework/hardship/worksheet/sign-worksheet';
import { startWorksheet } from '#casework/hardship/worksheet/start-worksheet';
import { submitFile } from '#casework/hardship/application/submit-file';
import type { Work } from '#casework/work';
import type { HardshipClass } from '#rules/hardship/codes';
import { fen } from '#rules/shared/money';
import { dateInShanghai, plainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { aPerson } from './a-person.js';
import type { TestDatabase } from './database.js';
import { at, aWorker } from './people.js';

export interface AidOffice {
  db: TestDatabase;
  /** takes applications down */
  clerk: Work;
  /** checks and verifies */
  officer: Work;
  reviewer: Work;
  approver: Work;
}

export async function anAidOffice(db: TestDatabase, organisationId: string, now?: Date): Promise<AidOffice> {
  const worker = (role: Parameters<typeof aWorker>[1]) => aWorker(db, role, organisationId, now);
  const [clerk, officer] = [await worker('window-clerk'), await worker('aid-officer')];
  return { db, clerk, officer, reviewer: await worker('reviewer'), approver: await worker('approver') };
}

/** The same people on another day, at ten in the morning in Shanghai. */
export function onDay(office: AidOffice, day: string): AidOffice {
  const time = `${day}T02:00:00Z`;
  const { db, clerk, officer, reviewer, approver } = office;
  return { db, clerk: at(clerk, time), officer: at(officer, time), reviewer: at(reviewer, time), approver: at(approver, time) };
}

export const versionOf = async ({ db }: AidOffice, fileId: string): Promise<number> =>
  (await db.owner.query<{ version: number }>('SELECT version FROM hardship_file WHERE id = $1', [fileId])).rows[0]!.version;
export const rowOf = async ({ db }: AidOffice, fileId: string) =>
  (await db.owner.query<Record<string, unknown>>('SELECT * FROM hardship_file WHERE id = $1', [fileId])).rows[0]!;
/** `{ fileId, version }` as every move wants it. */
export const as = async (office: AidOffice, fileId: string) => ({ fileId, version: await versionOf(office, fileId) });

/** Income of a single worker a month, by the class that it leads to; null is above all of them. */
const monthly = { deep: 90_000, relative: 200_000, none: 900_000 };
export type Standing = keyof typeof monthly;

export async function aDraft(office: AidOffice, name = '单雄信', address?: string): Promise<string> {
  const holderId = await aPerson(office.clerk, { name, notSameAs: await sameNamed(office, name), ...(address && { address }) });
  const { id } = await draftHardshipFile(office.clerk, {
    holderId,
    mainCause: 'major-illness',
    otherCauses: [],
    employment: 'employed',
    employerName: '苏州煜泓纺织有限公司',
  });
  await changeFileForm(office.clerk, { ...(await as(office, id)), household: notExcluded });
  return id;
}

/** Nothing that excludes, said in so many words. */
const notExcluded = {
  dwellings: 1,
  hiresInBusiness: false,
  schoolFee: fen(0),
  publicSchoolFee: fen(0),
  studyAbroad: false,
  carNotForWork: false,
};

const sameNamed = async ({ db }: AidOffice, name: string): Promise<string[]> =>
  (await db.owner.query<{ id: string }>('SELECT id FROM person WHERE name = $1', [name])).rows.map(({ id }) => id);

export async function sign({ db, clerk }: AidOffice, fileId: string): Promise<void> {
  const { rows } = await db.owner.query<{ holder: string }>('SELECT holder_id AS holder FROM hardship_file WHERE id = $1', [fileId]);
  for (const kind of ['application', 'verification'] as const)
    await recordConsent(clerk, { fileId, personId: rows[0]!.holder, kind, signedOn: plainDate('2026-11-02'), signedBy: '单雄信' });
}

export async function aSubmitted(office: AidOffice, name?: string): Promise<string> {
  const fileId = await aDraft(office, name);
  await sign(office, fileId);
  await submitFile(office.clerk, await as(office, fileId));
  return fileId;
}

export async function aChecked(office: AidOffice, name?: string): Promise<string> {
  const fileId = await aSubmitted(office, name);
  await passFirstCheck(office.officer, await as(office, fileId));
  return fileId;
}

/** The form itself has tests of its own: here it is complete. */
export async function visited({ db, clerk }: AidOffice, fileId: string, visitors = ['周宁', '郑和平']): Promise<void> {
  await db.owner.query(
    `INSERT INTO hardship_visit (id, file_id, organisation_id, purpose, visited_on, visitors, form_cipher, complete, made_by, made_by_name)
     SELECT $1, id, organisation_id, 'intake', '2026-11-10', $3, $4, true, $5, $6 FROM hardship_file WHERE id = $2`,
    [
      newId(),
      fileId,
      JSON.stringify(visitors.map((name) => ({ name, userId: null }))),
      db.secrets.seal(JSON.stringify({ fields: {}, conflicts: {}, decided: [], late: [], changes: [] })),
      clerk.actor.id,
      clerk.actor.name,
    ],
  );
}

export async function aVisited(office: AidOffice, name?: string): Promise<string> {
  const fileId = await aChecked(office, name);
  await visited(office, fileId);
  await recordVisit(office.clerk, await as(office, fileId));
  return fileId;
}

export async function aVerifying(office: AidOffice, name?: string): Promise<string> {
  const fileId = await aVisited(office, name);
  await beginVerification(office.officer, await as(office, fileId));
  return fileId;
}

/** The clerk reckons, the applicant signs, the officer checks and assesses. */
export async function reckon({ db, clerk, officer }: AidOffice, fileId: string, standing: Standing = 'deep'): Promise<string> {
  const worksheetId = await startWorksheet(clerk, { fileId });
  const { rows } = await db.owner.query<{ id: string }>(
    'SELECT m.id FROM household_member m JOIN hardship_file f ON f.household_id = m.household_id WHERE f.id = $1 AND m.left_on IS NULL ORDER BY m.recorded_at, m.id',
    [fileId],
  );
  const wages = {
    id: newId(),
    memberId: rows[0]!.id,
    amountFen: fen(monthly[standing]),
    frequency: 'monthly' as const,
    voucherId: '工资流水1',
  };
  await saveWorksheet(clerk, { fileId, worksheetId, version: 1, lines: [{ ...wages, side: 'income', kind: 'wages' }] });
  await signWorksheet(clerk, { fileId, worksheetId, version: 2, signedBy: '单雄信' });
  await checkWorksheet(officer, { fileId, worksheetId, version: 3 });
  return assessFile(officer, { fileId });
}

/** Decided otherwise by two people. */
export async function override(
  { officer, approver }: AidOffice,
  fileId: string,
  assessmentId: string,
  wanted: HardshipClass | null,
): Promise<void> {
  await askOverride(officer, { fileId, assessmentId, version: 1, wanted, reason: '家庭支出型困难，另有凭证说明' });
  await agreeToOverride(approver, { fileId, assessmentId, version: 2 });
}

export async function aVerified(
  office: AidOffice,
  { name, hardshipClass = 'deep' }: { name?: string; hardshipClass?: HardshipClass } = {},
): Promise<string> {
  const fileId = await aVerifying(office, name);
  const assessmentId = await reckon(office, fileId, hardshipClass === 'relative' ? 'relative' : 'deep');
  if (!['deep', 'relative'].includes(hardshipClass)) await override(office, fileId, assessmentId, hardshipClass);
  const reportedOn = dateInShanghai(office.officer.now.getTime());
  await recordVerification(office.officer, { ...(await as(office, fileId)), reportedOn, findings: '名下住房一套，无车辆' });
  return fileId;
}

export type Wanted = Parameters<typeof aVerified>[1];

export async function aReviewed(office: AidOffice, wanted: Wanted = {}): Promise<string> {
  const fileId = await aVerified(office, wanted);
  await reviewFile(office.reviewer, { ...(await as(office, fileId)), hardshipClass: wanted.hardshipClass ?? 'deep' });
  return fileId;
}

export const CALL = { phone: '0512-65221234' };

export async function onNotice(office: AidOffice, wanted: Wanted = {}): Promise<string> {
  const fileId = await aReviewed(office, wanted);
  await openNotice(office.reviewer, { ...(await as(office, fileId)), ...CALL });
  await askedElsewhere(office, fileId);
  return fileId;
}

/** As if it had been asked on that day whether the family is helped elsewhere: past the limit of questions an hour. */
export async function askedElsewhere({ db, officer }: AidOffice, fileId: string): Promise<void> {
  const { id, name } = officer.actor;
  await db.owner.query(
    `INSERT INTO elsewhere_question (id, asked_at, asked_by, asked_by_name, organisation_id, person_id, file_id, purpose, answer)
     SELECT gen_random_uuid(), $2, $3, $4, organisation_id, holder_id, id, 'approval', false FROM hardship_file WHERE id = $1`,
    [fileId, officer.now, id, name],
  );
}

/** Five working days from Friday 20 November 2026: open until the 27th. */
export const AFTER = '2026-11-30';

export async function anApproved(office: AidOffice, wanted: Wanted = {}): Promise<string> {
  const fileId = await onNotice(office, wanted);
  const later = onDay(office, AFTER);
  await approveFile(later.approver, await as(office, fileId));
  return fileId;
}

export async function anActive(office: AidOffice, wanted: Wanted = {}): Promise<string> {
  const fileId = await anApproved(office, wanted);
  await activateFile(onDay(office, AFTER).approver, await as(office, fileId));
  return fileId;
}

export const REVIEW = '2027-10-11';

/** Its review begun, and the household assessed again to this standing. */
export async function underReview(office: AidOffice, wanted: Wanted = {}, standing: Standing = 'deep'): Promise<string> {
  const fileId = await anActive(office, wanted);
  const then = onDay(office, REVIEW);
  await beginReview(then.clerk, await as(office, fileId));
  const assessmentId = await reckon(then, fileId, standing);
  // Nobody knows the threshold of the gravest class: that no class fits is for two people to say.
  if (standing === 'none') await override(then, fileId, assessmentId, null);
  return fileId;
}
