/** Disputes at every stage, made through the front door. */
import { acceptDispute } from '#casework/disputes/accept-dispute';
import { applyForMediation } from '#casework/disputes/apply-for-mediation';
import { assignMediator } from '#casework/disputes/assign-mediator';
import { beginMediation } from '#casework/disputes/begin-mediation';
import { getDispute } from '#casework/disputes/get-dispute';
import { registerDispute, type NewDispute } from '#casework/disputes/register-dispute';
import type { Work } from '#casework/work';
import { plainDate } from '#rules/shared/plain-date';

export const aClaim = (over: Partial<NewDispute> = {}): NewDispute => ({
  channel: 'V',
  category: '51',
  secondary: [],
  applicantName: '钱小满',
  employerName: '苏州煜泓纺织有限公司',
  workerCount: 1,
  commonRequest: false,
  request: '支付三个月工资',
  claimedFen: 1_800_000,
  registeredOn: plainDate('2026-11-02'),
  ...over,
});

export interface Office {
  clerk: Work;
  reviewer: Work;
  mediator: Work;
}

const versionOf = async (work: Work, id: string): Promise<number> => (await getDispute(work, id)).version;

export async function anApplied({ clerk }: Office, over: Partial<NewDispute> = {}): Promise<string> {
  const { id } = await registerDispute(clerk, aClaim(over));
  await applyForMediation(clerk, { disputeId: id, version: 1, on: plainDate('2026-11-02'), oral: false });
  return id;
}

export async function anAccepted(office: Office, over: Partial<NewDispute> = {}): Promise<string> {
  const id = await anApplied(office, over);
  await acceptDispute(office.reviewer, {
    disputeId: id,
    version: 2,
    on: plainDate('2026-11-04'),
    inScope: true,
    applicantConsents: true,
    respondentConsents: true,
  });
  return id;
}

export async function inMediation(office: Office, over: Partial<NewDispute> = {}): Promise<string> {
  const id = await anAccepted(office, over);
  await assignMediator(office.reviewer, {
    disputeId: id,
    version: 3,
    on: plainDate('2026-11-05'),
    mediatorId: office.mediator.actor.id,
    noConflict: true,
  });
  await beginMediation(office.mediator, {
    disputeId: id,
    version: await versionOf(office.reviewer, id),
    on: plainDate('2026-11-06'),
    partiesNotified: true,
  });
  return id;
}
