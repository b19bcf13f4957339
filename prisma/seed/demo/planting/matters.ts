/** What planted people bring to the window: disputes and petitions through casework, legal aid and visits through ledgers. */
import { acceptDispute } from '#casework/disputes/accept-dispute';
import { applyForMediation } from '#casework/disputes/apply-for-mediation';
import { assignMediator } from '#casework/disputes/assign-mediator';
import { beginMediation } from '#casework/disputes/begin-mediation';
import { closeDispute } from '#casework/disputes/close-dispute';
import { recordAgreement } from '#casework/disputes/record-agreement';
import { recordFailure } from '#casework/disputes/record-failure';
import { registerDispute } from '#casework/disputes/register-dispute';
import { withdrawDispute } from '#casework/disputes/withdraw-dispute';
import { acceptPetition } from '#casework/petitions/accept-petition';
import { handlePetition } from '#casework/petitions/handle-petition';
import { registerPetition } from '#casework/petitions/register-petition';
import { replyToPetition } from '#casework/petitions/reply-to-petition';
import type { DisputeCategoryCode } from '#rules/disputes/codes';
import type { PetitionPurpose, PetitionResult, PetitionSubject } from '#rules/petitions/codes';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Home, Stage } from './stage.js';

export type Fate = 'registered' | 'withdrawn' | 'failed' | 'agreed' | 'paid';

export async function disputeOf(
  stage: Stage,
  home: Home,
  day: PlainDate,
  category: DisputeCategoryCode,
  { secondary = [], fate = 'registered' }: { secondary?: DisputeCategoryCode[]; fate?: Fate } = {},
): Promise<void> {
  const { clerk, reviewer, mediators, mediationBodyId } = home.district;
  const at = { clerk: stage.at(clerk, day), reviewer: stage.at(reviewer, day), mediator: stage.at(mediators[0]!, day) };
  const { id: disputeId } = await registerDispute(at.clerk, {
    channel: 'V',
    category,
    secondary,
    applicantId: home.personId,
    applicantName: home.name,
    employerName: stage.chance.of(stage.staff.firms),
    workerCount: 1,
    commonRequest: false,
    request: '请求依法处理',
    claimedFen: 1_200_000,
  });
  if (fate === 'registered') return;
  await applyForMediation(at.clerk, { disputeId, version: 1, oral: false });
  if (fate === 'withdrawn') {
    await withdrawDispute(at.clerk, { disputeId, version: 2, reason: '申请人自愿撤回' });
    return closeDispute(at.reviewer, { disputeId, version: 3 });
  }
  await acceptDispute(at.reviewer, { disputeId, version: 2, inScope: true, applicantConsents: true, respondentConsents: true });
  await assignMediator(at.reviewer, {
    disputeId,
    version: 3,
    mediatorId: at.mediator.actor.id,
    mediationBodyId,
    noConflict: true,
  });
  await beginMediation(at.mediator, { disputeId, version: 4, partiesNotified: true });
  if (fate === 'failed') return recordFailure(at.mediator, { disputeId, version: 5, reason: '双方分歧较大', arbitrationNoticeGiven: true });
  await recordAgreement(at.mediator, {
    disputeId,
    version: 5,
    agreedFen: 900_000,
    oral: false,
    applicantSigned: true,
    respondentSigned: true,
    mediatorSigned: true,
    sealed: true,
  });
  if (fate === 'paid') await closeDispute(at.reviewer, { disputeId, version: 6, performedFen: 900_000, performedOn: day });
}

export async function petitionOf(
  stage: Stage,
  home: Home,
  day: PlainDate,
  {
    subject = '02',
    purpose = 'settlement',
    result,
  }: { subject?: PetitionSubject; purpose?: PetitionPurpose; result?: PetitionResult } = {},
): Promise<void> {
  const { clerk, officer } = home.district;
  const { id: petitionId } = await registerPetition(stage.at(clerk, day), {
    channel: 'V',
    purpose,
    subject,
    detail: subject === '20' ? '51' : null,
    petitionerId: home.personId,
    petitionerName: home.name,
    anonymous: false,
    personCount: 1,
    representatives: 0,
    contactKind: 'first',
    content: '反映生活方面的困难，请求工会帮助。',
  });
  if (!result) return;
  const then = stage.at(officer, day);
  await acceptPetition(then, { petitionId, version: 1 });
  await handlePetition(then, { petitionId, version: 2, noInterest: true });
  await replyToPetition(then, { petitionId, version: 3, result, reply: '经核实，现答复如下', reviewRightTold: true });
}

let numbered = 0;
const written = (home: Home): Record<string, string> => ({ 身份证号: home.idNumber, '所属区(市)': home.place });

export function legalAidOf(stage: Stage, home: Home, day: PlainDate, category: string, form: string): void {
  const number = `援补${stage.today.replaceAll('-', '')}${String((numbered += 1)).padStart(4, '0')}`;
  if (form.endsWith('代理'))
    stage.handIn('法律援助案件台账', {
      援助案号: number, 申请日期: day, 受援人: home.name, 争议类型: category, 援助形式: form, 受益职工人数: '1', ...written(home),
    }); // prettier-ignore
  else
    stage.handIn('法律服务登记', {
      登记编号: number, 服务日期: day, 服务形式: form, 服务对象: home.name, 事项类别: category, 受益职工人数: '1', ...written(home),
    }); // prettier-ignore
}

export function visitTo(stage: Stage, home: Home, day: PlainDate, kind: string): void {
  stage.handIn('走访慰问发放表', {
    姓名: home.name, 困难类别: kind, 慰问活动: '走访慰问', '慰问金(元)': '800', '合计(元)': '800', 发放方式: '现金', 发放日期: day, ...written(home),
  }); // prettier-ignore
}

/** On file by the register of the district: one row, one household. */
export function fileOf(stage: Stage, home: Home, day: PlainDate): void {
  stage.handIn('困难职工登记表', {
    姓名: home.name, 困难类别: '相对困难', 致困原因: '下岗失业', 家庭人口: '3', 建档日期: day, ...written(home),
  }); // prettier-ignore
}
