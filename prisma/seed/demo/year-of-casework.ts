/**
 * The last twelve months of the demo city: disputes and petitions that go through casework day by day, each act at its own
 * time, so that audit, clocks and history are what they would be. The newest cases are still open when the year ends today.
 */
import { acceptDispute } from '#casework/disputes/accept-dispute';
import { applyForMediation } from '#casework/disputes/apply-for-mediation';
import { assignMediator } from '#casework/disputes/assign-mediator';
import { beginMediation } from '#casework/disputes/begin-mediation';
import { closeDispute } from '#casework/disputes/close-dispute';
import { recordAgreement } from '#casework/disputes/record-agreement';
import { recordFailure } from '#casework/disputes/record-failure';
import { refuseApplication } from '#casework/disputes/refuse-dispute';
import { registerDispute } from '#casework/disputes/register-dispute';
import { withdrawDispute } from '#casework/disputes/withdraw-dispute';
import { acceptPetition } from '#casework/petitions/accept-petition';
import { closePetition } from '#casework/petitions/close-petition';
import { declinePetition } from '#casework/petitions/decline-petition';
import { handlePetition } from '#casework/petitions/handle-petition';
import { referPetition } from '#casework/petitions/refer-petition';
import { registerPetition } from '#casework/petitions/register-petition';
import { replyToPetition } from '#casework/petitions/reply-to-petition';
import type { Work } from '#casework/work';
import type { DisputeCategoryCode, DisputeChannel } from '#rules/disputes/codes';
import type { PetitionChannel, PetitionPurpose, PetitionSubject } from '#rules/petitions/codes';
import { addDays, dateInShanghai, type PlainDate } from '#rules/shared/plain-date';
import { aFirm, aName, aPhone, type Chance } from './chance.js';
import type { Personnel } from './personnel.js';

/** Weighted as in the ledgers: pay, injury and severance are half of it. */
const CATEGORIES: readonly DisputeCategoryCode[] = [
  '51',
  '51',
  '51',
  '51',
  '51',
  '53',
  '53',
  '52',
  '52',
  '43',
  '43',
  '24',
  '24',
  '21',
  '10',
  '31',
  '41',
  '42',
  '54',
  '25',
];
const CHANNELS: readonly DisputeChannel[] = ['V', 'V', 'V', 'V', 'T', 'T', 'O', 'X', 'W', 'L'];
const SUBJECTS: readonly PetitionSubject[] = ['20', '20', '20', '20', '20', '01', '02', '02', '08', '03', '07', '99'];
const PURPOSES: readonly PetitionPurpose[] = [
  'settlement',
  'settlement',
  'settlement',
  'enquiry',
  'enquiry',
  'appeal',
  'suggestion',
  'accusation',
];
const PETITION_CHANNELS: readonly PetitionChannel[] = ['V', 'V', 'V', 'T', 'T', 'T', 'L', 'W', 'W'];
const REQUESTS: Partial<Record<DisputeCategoryCode, string>> = {
  '51': '请求支付拖欠的工资及加班工资',
  '52': '请求支付工伤医疗费和停工留薪期工资',
  '53': '请求支付解除劳动合同经济补偿',
  '43': '请求补缴社会保险',
  '24': '请求确认解除劳动合同违法并支付赔偿',
  '21': '请求支付未签劳动合同双倍工资',
  '10': '请求确认劳动关系',
};

export const DISPUTES = 360;
export const PETITIONS = 480;
/** The newest cases come in at the city's own centre, where the accounts that are shown at sign-in work: none of them begins with an empty desk. */
const NEWEST = 24;

/** A day's work begins at nine in Shanghai; each further act of the day is some minutes later. */
class Desk {
  private minutes = 0;
  constructor(
    private readonly day: PlainDate,
    private readonly end: Date,
  ) {}

  at(work: Work): Work | undefined {
    const now = new Date(Date.parse(`${this.day}T01:00:00Z`) + this.minutes++ * 420_000);
    return now <= this.end ? { ...work, now } : undefined;
  }
}

/** `already` cases were played before somebody stopped the play: it goes on with the next one. */
export async function playYear(
  staff: Personnel,
  chance: Chance,
  end: Date,
  already: number,
  onProgress: (share: number) => void,
): Promise<{ disputes: number; petitions: number }> {
  const first = addDays(dateInShanghai(end.getTime()), -364);
  const total = DISPUTES + PETITIONS;
  for (let i = already; i < total; i++) {
    // Spread over the year; the winter before the Spring Festival has the most.
    const winter = chance.happens(0.25);
    const day = addDays(first, winter ? chance.below(75) : Math.floor((i / total) * 364));
    const district = i < total - NEWEST ? chance.of(staff.districts) : staff.districts.find(({ place }) => place === '苏州')!;
    if (i % (total / DISPUTES) < 1) await playDispute(staff, district, chance, day, end);
    else await playPetition(staff, district, chance, day, end);
    if (i % 20 === 0) onProgress(i / total);
  }
  onProgress(1);
  return { disputes: DISPUTES, petitions: PETITIONS };
}

type District = Personnel['districts'][number];

async function playDispute(staff: Personnel, district: District, chance: Chance, day: PlainDate, end: Date): Promise<void> {
  const category = chance.of(CATEGORIES);
  const many = chance.happens(0.03);
  const desk = (after: number): Desk => new Desk(addDays(day, after), end);
  let version = 1;
  let id = '';
  /** Does an act if its time has come; says whether the case goes on. */
  const act = async (
    work: Work,
    after: number,
    doing: (work: Work, input: { disputeId: string; version: number }) => Promise<unknown>,
  ): Promise<boolean> => {
    const then = desk(after).at(work);
    if (!then) return false;
    await doing(then, { disputeId: id, version });
    version++;
    return true;
  };
  const clerk = desk(0).at(district.clerk);
  if (!clerk) return;
  const claimedFen = ['51', '52', '53', '54', '21', '24'].includes(category) ? (3 + chance.below(90)) * 100_000 : null;
  ({ id } = await registerDispute(clerk, {
    channel: chance.of(CHANNELS),
    category,
    secondary: [],
    applicantName: aName(chance),
    employerName: chance.happens(0.5) ? chance.of(staff.firms) : aFirm(chance, district.place),
    workerCount: many ? 10 + chance.below(60) : 1 + (chance.happens(0.1) ? chance.below(6) : 0),
    commonRequest: many,
    request: REQUESTS[category] ?? '请求依法处理',
    claimedFen,
  }));
  if (!(await act(district.clerk, 0, (work, input) => applyForMediation(work, { ...input, oral: chance.happens(0.3) })))) return;
  const wait = 1 + chance.below(3);
  if (chance.happens(0.05)) {
    if (
      await act(district.reviewer, wait, (work, input) =>
        refuseApplication(work, { ...input, outcome: '06', reason: '用人单位不同意调解，已告知可申请仲裁' }),
      )
    )
      await act(district.reviewer, wait, (work, input) => closeDispute(work, input));
    return;
  }
  if (
    !(await act(district.reviewer, wait, (work, input) =>
      acceptDispute(work, { ...input, inScope: true, applicantConsents: true, respondentConsents: true }),
    ))
  )
    return;
  const mediator = chance.of(district.mediators);
  if (
    !(await act(district.reviewer, wait, (work, input) =>
      assignMediator(work, { ...input, mediatorId: mediator.actor.id, mediationBodyId: district.mediationBodyId, noConflict: true }),
    ))
  )
    return;
  if (!(await act(mediator, wait + 1 + chance.below(3), (work, input) => beginMediation(work, { ...input, partiesNotified: true }))))
    return;
  const done = wait + 5 + chance.below(9);
  const fate = chance.next();
  const agreedFen = claimedFen ? Math.round((claimedFen * (0.5 + chance.next() / 2)) / 100) * 100 : null;
  const ended =
    fate < 0.9
      ? await act(mediator, done, (work, input) =>
          recordAgreement(work, {
            ...input,
            agreedFen: agreedFen ?? 100_000,
            oral: false,
            applicantSigned: true,
            respondentSigned: true,
            mediatorSigned: true,
            sealed: true,
          }),
        )
      : fate < 0.96
        ? await act(mediator, done, (work, input) =>
            recordFailure(work, { ...input, reason: '双方分歧较大，未能达成一致', arbitrationNoticeGiven: true }),
          )
        : await act(district.clerk, done, (work, input) => withdrawDispute(work, { ...input, reason: '申请人自愿撤回申请' }));
  if (ended)
    await act(district.reviewer, done + chance.below(4), (work, input) =>
      closeDispute(work, { ...input, ...(fate < 0.9 && { performedFen: agreedFen ?? 100_000 }) }),
    );
}

async function playPetition(staff: Personnel, district: District, chance: Chance, day: PlainDate, end: Date): Promise<void> {
  const desk = (after: number): Desk => new Desk(addDays(day, after), end);
  let version = 1;
  let id = '';
  const act = async (
    work: Work,
    after: number,
    doing: (work: Work, input: { petitionId: string; version: number }) => Promise<unknown>,
  ): Promise<boolean> => {
    const then = desk(after).at(work);
    if (!then) return false;
    await doing(then, { petitionId: id, version });
    version++;
    return true;
  };
  const clerk = desk(0).at(district.clerk);
  if (!clerk) return;
  const subject = chance.of(SUBJECTS);
  const channel = chance.of(PETITION_CHANNELS);
  const purpose = chance.of(PURPOSES);
  const anonymous = channel === 'L' && chance.happens(0.2);
  ({ id } = await registerPetition(clerk, {
    channel,
    purpose,
    subject,
    detail: subject === '20' ? chance.of(CATEGORIES) : null,
    petitionerName: anonymous ? null : aName(chance),
    phone: anonymous ? null : aPhone(chance),
    anonymous,
    personCount: channel === 'V' && chance.happens(0.08) ? 5 + chance.below(30) : 1,
    representatives: 0,
    contactKind: 'first',
    employerName: subject === '20' ? (chance.happens(0.5) ? chance.of(staff.firms) : aFirm(chance, district.place)) : null,
    content: '反映工资、社保或工作条件方面的问题，请求工会协调处理。',
  }));
  const { officer } = district;
  if (purpose === 'enquiry' && channel !== 'L') {
    if (
      await act(officer, 0, (work, input) =>
        replyToPetition(work, { ...input, result: 'explained', reply: '当场解答相关政策', reviewRightTold: false }),
      )
    )
      await act(officer, 0, (work, input) =>
        closePetition(work, { ...input, satisfaction: 'satisfied', petitionerAccepts: true, reportReceived: false }),
      );
    return;
  }
  // One in thirty lies about until somebody notices: the overdue lists should not be empty.
  if (chance.happens(1 / 30)) return;
  const wait = 1 + chance.below(10);
  if (subject === '99') {
    if (
      await act(officer, wait, (work, input) =>
        declinePetition(work, { ...input, reason: '不属于工会职责范围', routeTold: '向当地人力资源社会保障部门反映' }),
      )
    )
      await act(officer, wait, (work, input) => closePetition(work, { ...input, petitionerAccepts: false, reportReceived: false }));
    return;
  }
  if (chance.happens(0.12)) {
    if (await act(officer, wait, (work, input) => referPetition(work, { ...input, office: '属地街道（镇）总工会' })))
      await act(officer, wait + 20, (work, input) =>
        closePetition(work, { ...input, result: 'explained', petitionerAccepts: true, reportReceived: true }),
      );
    return;
  }
  if (!(await act(officer, wait, (work, input) => acceptPetition(work, input)))) return;
  if (!(await act(officer, wait + 1, (work, input) => handlePetition(work, { ...input, noInterest: true })))) return;
  const done = wait + 8 + chance.below(40);
  if (
    !(await act(officer, done, (work, input) =>
      replyToPetition(work, {
        ...input,
        result: chance.of(['granted', 'granted', 'explained', 'granted_pending', 'not_supported', 'legal_route']),
        reply: '经调查核实，现答复如下',
        reviewRightTold: true,
      }),
    ))
  )
    return;
  await act(officer, done + 2, (work, input) =>
    closePetition(work, {
      ...input,
      satisfaction: chance.of(['satisfied', 'satisfied', 'fairly', 'dissatisfied', 'not_rated']),
      petitionerAccepts: true,
      reportReceived: false,
    }),
  );
}
