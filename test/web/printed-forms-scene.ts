/** A family on file with everything that its forms print, and one that was refused; put there as people do it. */
import { addAttachment } from '#casework/hardship/attachments/add-attachment';
import { addHouseholdMember } from '#casework/hardship/household/add-household-member';
import { approveFile } from '#casework/hardship/application/approve-file';
import { activateFile } from '#casework/hardship/application/activate-file';
import { assessFile } from '#casework/hardship/eligibility/assess-file';
import { changeFileForm } from '#casework/hardship/change-file-form';
import { checkWorksheet } from '#casework/hardship/worksheet/check-worksheet';
import { draftHardshipFile } from '#casework/hardship/draft-hardship-file';
import { completeVisit } from '#casework/hardship/visits/complete-visit';
import { mergeVisitChange } from '#casework/hardship/visits/merge-visit-change';
import { openVisit } from '#casework/hardship/visits/open-visit';
import { openNotice } from '#casework/hardship/notices/open-notice';
import { passFirstCheck } from '#casework/hardship/application/pass-first-check';
import { recordConsent } from '#casework/hardship/household/record-consent';
import { recordVisit } from '#casework/hardship/application/record-visit';
import { refuseApplicationForFile } from '#casework/hardship/application/refuse-file';
import { reviewFile } from '#casework/hardship/application/review-file';
import { saveWorksheet } from '#casework/hardship/worksheet/save-worksheet';
import { signWorksheet } from '#casework/hardship/worksheet/sign-worksheet';
import { startWorksheet } from '#casework/hardship/worksheet/start-worksheet';
import { submitFile } from '#casework/hardship/application/submit-file';
import { beginVerification } from '#casework/hardship/application/begin-verification';
import { recordVerification } from '#casework/hardship/application/record-verification';
import type { Work } from '#casework/work';
import type { WorksheetLine } from '#rules/hardship/worksheet/worksheet';
import { fen } from '#rules/shared/money';
import { plainDate } from '#rules/shared/plain-date';
import type { Files } from '#runtime/files/open-files';
import { newId } from '#runtime/ids';
import { AFTER, anAidOffice, as, askedElsewhere, CALL, onDay, override, type AidOffice } from '../support/a-case-of-hardship.js';
import { sent, wholeVisit } from '../support/a-visit.js';
import { aPerson, anIdNumber } from '../support/a-person.js';
import type { TestDatabase } from '../support/database.js';
import { aPdf, aPng } from '../support/papers.js';

const INK = `data:image/png;base64,${aPng().toString('base64')}`;

export interface PrintedFamilies {
  onFile: string;
  refused: string;
}

/** Their numbers and names, which nothing but a printing in full may show. */
export const planted = [anIdNumber(1), anIdNumber(2), '13400002932', '单雄信'];

export async function printedFamilies(db: TestDatabase, organisationId: string, files: Files): Promise<PrintedFamilies> {
  const bare = await anAidOffice(db, organisationId);
  const equipped = (work: Work): Work => ({ ...work, files });
  const office = { ...bare, clerk: equipped(bare.clerk), officer: equipped(bare.officer) };
  const onFile = await throughReview(
    office,
    { name: '单雄信', spouse: '贾云', child: '单小小', phone: '13400002932', id: 1, wages: 180_000, medical: 6_000_00 },
    'severe',
  );
  await openNotice(office.reviewer, { ...(await as(office, onFile)), ...CALL, place: '玉山镇职工服务站公告栏' });
  const later = onDay(office, AFTER);
  await approveFile(later.approver, await as(office, onFile));
  await activateFile(later.approver, await as(office, onFile));
  const refused = await throughReview(office, {
    name: '王伯当',
    spouse: '谢映登',
    child: '王小宝',
    phone: '13400002940',
    id: 5,
    wages: 1_500_000,
    medical: 1_200_00,
  });
  await refuseApplicationForFile(office.approver, { ...(await as(office, refused)), reason: '家庭人均收入高于各类困难职工标准' });
  return { onFile, refused };
}

interface Family {
  name: string;
  spouse: string;
  child: string;
  phone: string;
  id: number;
  wages: number;
  medical: number;
}

async function throughReview(office: AidOffice, family: Family, wanted?: 'severe'): Promise<string> {
  const { clerk, officer, reviewer } = office;
  const fileId = await applied(office, family);
  await submitFile(clerk, await as(office, fileId));
  await passFirstCheck(officer, await as(office, fileId));
  await visitedBy(office, fileId);
  await recordVisit(clerk, await as(office, fileId));
  await beginVerification(officer, await as(office, fileId));
  const assessmentId = await reckoned(office, fileId, family);
  if (wanted) await override(office, fileId, assessmentId, wanted);
  await recordVerification(officer, {
    ...(await as(office, fileId)),
    reportedOn: plainDate('2026-11-20'),
    findings: '名下住房一套，无车辆',
  });
  await askedElsewhere(office, fileId);
  if (wanted) await reviewFile(reviewer, { ...(await as(office, fileId)), hardshipClass: wanted });
  return fileId;
}

async function applied(office: AidOffice, { name, spouse, child, phone, id }: Family): Promise<string> {
  const { clerk } = office;
  const address = '苏州市姑苏区沧浪街道三香社区12幢302室';
  const holderId = await aPerson(clerk, { name, idNumber: anIdNumber(id), phone, address });
  const { id: fileId } = await draftHardshipFile(clerk, {
    holderId,
    mainCause: 'major-illness',
    otherCauses: ['schooling'],
    employment: 'employed',
    employerName: '苏州煜泓纺织有限公司',
    remark: '由单位工会代为申报。',
  });
  const member = async (person: object, relation: 'spouse' | 'child', more: object): Promise<void> =>
    addHouseholdMember(clerk, { ...(await as(office, fileId)), person: { notSameAs: [], ...person } as never, relation, ...more });
  await member({ name: spouse, idNumber: anIdNumber(id + 1), sex: 'female' }, 'spouse', {
    status: '失业',
    answers: { health: 'diabetes', medicalInsurance: '居民医保', politics: 'masses' },
  });
  await member({ name: child, birthDate: '2015-06-01', sex: 'male' }, 'child', {
    status: '学生',
    schooling: '三香小学',
    answers: { health: 'good', enrolledIn: 2021, schoolYears: 6 },
  });
  await changeFileForm(clerk, {
    ...(await as(office, fileId)),
    plain: {
      workerNumber: '0512-0017',
      politics: 'masses',
      marriage: 'married',
      registration: 'urban',
      registeredDivision: '江苏省苏州市姑苏区',
      modelWorker: 'none',
      employerNature: 'private',
      employerState: '正常经营',
      industry: '纺织业',
      workingSince: plainDate('2009-03-01'),
      contractTerm: '42',
      postalCode: '215004',
      singleParent: false,
      canSelfHelp: true,
      zeroEmployment: false,
    },
    sealed: {
      health: 'end-stage-kidney',
      housing: 'rented',
      floorArea: '50',
      medicalInsurance: '职工医保',
      otherContact: '0512-65220000',
      causeNote: '户主终末期肾病，每周透析三次，自付费用高；妻子失业，子女在读小学。',
    },
    household: {
      dwellings: 1,
      hiresInBusiness: false,
      schoolFee: fen(0),
      publicSchoolFee: fen(0),
      studyAbroad: false,
      carNotForWork: false,
    },
  } as never);
  await signedByAll(office, fileId);
  return fileId;
}

async function signedByAll({ db, clerk }: AidOffice, fileId: string): Promise<void> {
  const { rows } = await db.owner.query<{ person: string; relation: string }>(
    `SELECT m.person_id AS person, m.relation FROM household_member m JOIN hardship_file f ON f.household_id = m.household_id WHERE f.id = $1`,
    [fileId],
  );
  for (const { person, relation } of rows)
    for (const kind of relation === 'holder'
      ? (['application', 'verification'] as const)
      : relation === 'child'
        ? (['guardian'] as const)
        : (['verification'] as const))
      await recordConsent(clerk, { fileId, personId: person, kind, signedOn: plainDate('2026-11-18'), signedBy: '单雄信' });
}

async function visitedBy({ clerk }: AidOffice, fileId: string): Promise<void> {
  const { id } = await openVisit(clerk, { fileId, purpose: 'intake' });
  const seen = { ...wholeVisit, visitor1: { name: '郑和平', userId: null }, visitedOn: '2026-11-20', signature: INK };
  const { visit } = await mergeVisitChange(clerk, { visitId: id, clientId: newId(), changeId: newId(), fields: sent(seen, 1) });
  await completeVisit(clerk, { visitId: id, version: visit.version });
}

/** The clerk reckons with the bills attached, the applicant signs, the officer checks and assesses. */
async function reckoned(office: AidOffice, fileId: string, { wages, medical }: Family): Promise<string> {
  const { db, clerk, officer } = office;
  const bill = await addAttachment(clerk, {
    fileId,
    kind: 'medical',
    fileName: '透析收费票据.pdf',
    declared: 'application/pdf',
    bytes: aPdf('/Bill 1'),
  });
  const slip = await addAttachment(clerk, {
    fileId,
    kind: 'income',
    fileName: '工资流水.pdf',
    declared: 'application/pdf',
    bytes: aPdf('/Wages 1'),
  });
  const { rows } = await db.owner.query<{ id: string }>(
    'SELECT m.id FROM household_member m JOIN hardship_file f ON f.household_id = m.household_id WHERE f.id = $1 ORDER BY m.recorded_at, m.id',
    [fileId],
  );
  const [holder, , child] = rows.map(({ id }) => id);
  const worksheetId = await startWorksheet(clerk, { fileId });
  const line = (of: Partial<WorksheetLine>): WorksheetLine =>
    ({ id: newId(), memberId: holder, frequency: 'monthly', voucherId: slip.id, ...of }) as WorksheetLine;
  const lines = [
    line({ side: 'income', kind: 'wages', amountFen: fen(wages) }),
    line({ side: 'outlay', kind: 'medical', amountFen: fen(medical), frequency: 'yearly', voucherId: bill.id }),
    line({ side: 'outlay', kind: 'schooling', memberId: child!, amountFen: fen(60_000), frequency: 'yearly', voucherId: '票据0512-887' }),
    line({ side: 'not-counted', kind: 'one-off-aid', amountFen: fen(100_000), frequency: 'yearly', voucherId: '送温暖2026-12' }),
  ];
  await saveWorksheet(clerk, { fileId, worksheetId, version: 1, lines } as never);
  await signWorksheet(clerk, { fileId, worksheetId, version: 2, signedBy: '单雄信' } as never);
  await checkWorksheet(officer, { fileId, worksheetId, version: 3 });
  return assessFile(officer, { fileId });
}
