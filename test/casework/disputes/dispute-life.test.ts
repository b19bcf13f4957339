import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptDispute } from '#casework/disputes/accept-dispute';
import { applyForMediation } from '#casework/disputes/apply-for-mediation';
import { assignMediator } from '#casework/disputes/assign-mediator';
import { beginMediation } from '#casework/disputes/begin-mediation';
import { closeDispute } from '#casework/disputes/close-dispute';
import { extendMediation } from '#casework/disputes/extend-mediation';
import { getDispute } from '#casework/disputes/get-dispute';
import { mediatorChoices } from '#casework/disputes/mediators';
import { recordAgreement, type Agreement } from '#casework/disputes/record-agreement';
import { recordFailure } from '#casework/disputes/record-failure';
import { refuseApplication } from '#casework/disputes/refuse-dispute';
import { registerDispute } from '#casework/disputes/register-dispute';
import { terminateDispute } from '#casework/disputes/terminate-dispute';
import { transferDispute } from '#casework/disputes/transfer-dispute';
import { withdrawDispute } from '#casework/disputes/withdraw-dispute';
import type { Work } from '#casework/work';
import { plainDate } from '#rules/shared/plain-date';
import { aClaim, anAccepted, anApplied, inMediation, type Office } from '../../support/a-dispute.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { at, aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let office: Office;
let stranger: Work;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = {
    clerk: await aWorker(db, 'window-clerk', tree.north),
    reviewer: await aWorker(db, 'reviewer', tree.north),
    mediator: await aWorker(db, 'mediator', tree.northTown),
  };
  stranger = await aWorker(db, 'reviewer', tree.south);
});
afterAll(() => db.close());

const read = (id: string, work = office.reviewer) => getDispute(work, id);
const refused = (code: string) => expect.objectContaining({ code });
const running = async (id: string) =>
  (await read(id)).clocks.filter((clock) => clock.state === 'running').map((clock) => [clock.code, clock.dueOn]);
const signed = (id: string, version: number, over: Partial<Agreement> = {}): Agreement => ({
  disputeId: id,
  version,
  agreedFen: 1_500_000,
  oral: false,
  applicantSigned: true,
  respondentSigned: true,
  mediatorSigned: true,
  sealed: true,
  ...over,
});

describe('a dispute', () => {
  it('goes from the window to a signed agreement and closes, its clocks with it', async () => {
    const id = await anApplied(office);
    expect(await running(id)).toEqual([
      ['M2', '2026-11-05'],
      ['M4', '2026-11-17'],
    ]);
    await acceptDispute(office.reviewer, {
      disputeId: id,
      version: 2,
      on: plainDate('2026-11-04'),
      inScope: true,
      applicantConsents: true,
      respondentConsents: true,
    });
    expect(await running(id)).toEqual([
      ['M4', '2026-11-17'],
      ['M5', '2026-11-19'],
    ]);
    await assignMediator(office.reviewer, { disputeId: id, version: 3, mediatorId: office.mediator.actor.id, noConflict: true });
    await beginMediation(office.mediator, { disputeId: id, version: 4, partiesNotified: true });
    await recordAgreement(office.mediator, signed(id, 5, { performBy: plainDate('2026-12-31') }));
    const agreed = await read(id);
    expect(agreed).toMatchObject({ status: 'agreement_effective', outcome: '01', agreedFen: 1_500_000, version: 6 });
    expect(agreed.clocks.map((clock) => clock.state)).toEqual(['met', 'met', 'met']);
    expect(agreed.timeline.slice(0, 2).map((line) => [line.kind, line.fromStatus, line.toStatus])).toEqual([
      ['dispute.sign', 'agreed_pending', 'agreement_effective'],
      ['dispute.agree', 'mediating', 'agreed_pending'],
    ]);
    await closeDispute(office.reviewer, { disputeId: id, version: 6, performedFen: 1_500_000, performedOn: plainDate('2026-11-20') });
    expect(await read(id)).toMatchObject({ status: 'closed', outcome: '01', closedOn: '2026-11-20', performedFen: 1_500_000 });
    const audit = await db.owner.query<{ type: string; details: { move?: string } }>(
      'SELECT type, details FROM audit_entry WHERE subject_id = $1 ORDER BY id',
      [id],
    );
    expect(audit.rows.map((row) => row.details.move ?? row.type)).toEqual([
      'dispute.registered',
      'apply',
      'accept',
      'assign',
      'mediate',
      'agree',
      'sign',
      'close',
    ]);
  });

  it('is accepted only in scope, with both consents and a definite request', async () => {
    const id = await anApplied(office, { request: null });
    const yes = { disputeId: id, version: 2, inScope: true, applicantConsents: true, respondentConsents: true };
    await expect(acceptDispute(office.reviewer, { ...yes, inScope: false })).rejects.toEqual(refused('disputes.out-of-scope'));
    await expect(acceptDispute(office.reviewer, { ...yes, respondentConsents: false })).rejects.toEqual(
      refused('disputes.consent-missing'),
    );
    await expect(acceptDispute(office.reviewer, yes)).rejects.toEqual(refused('disputes.request-unclear'));
    await expect(acceptDispute(office.clerk, yes)).rejects.toEqual(refused('access.not-permitted'));
    await refuseApplication(office.reviewer, { disputeId: id, version: 2, outcome: '07', reason: '属劳动监察事项' });
    expect(await read(id)).toMatchObject({ status: 'refused', outcome: '07', reason: '属劳动监察事项' });
    expect((await read(id)).clocks.map((clock) => [clock.code, clock.state]).sort()).toEqual([
      ['M2', 'met'],
      ['M4', 'cancelled'],
    ]);
    await transferDispute(office.reviewer, { disputeId: id, version: 3, route: 'inspection', reason: '申请人要求' });
    await closeDispute(office.reviewer, { disputeId: id, version: 4 });
    expect(await read(id)).toMatchObject({ status: 'closed', outcome: '07', onwardRoute: 'inspection' });
  });

  it('is mediated by an active mediator without an interest, who then sees it and owns its clocks', async () => {
    const id = await anAccepted(office);
    await expect(getDispute(office.mediator, id)).rejects.toEqual(refused('data.not-found'));
    const choose = (over: object) =>
      assignMediator(office.reviewer, { disputeId: id, version: 3, mediatorId: office.mediator.actor.id, noConflict: true, ...over });
    await expect(choose({ noConflict: false })).rejects.toEqual(refused('disputes.mediator-conflicted'));
    await expect(choose({ mediatorId: office.clerk.actor.id })).rejects.toEqual(refused('disputes.mediator-unfit'));
    const before = await mediatorChoices(office.reviewer, id);
    await choose({});
    const after = await mediatorChoices(office.reviewer, id);
    const mine = (choices: typeof before) => choices.items.find((item) => item.id === office.mediator.actor.id)?.openCases;
    expect(mine(after)).toBe(mine(before)! + 1);
    expect(before.items.map((item) => item.id)).not.toContain(office.clerk.actor.id);
    expect((await getDispute(office.mediator, id)).mediatorName).toBe(office.mediator.actor.name);
    const owners = await db.owner.query(`SELECT DISTINCT owner_id FROM clock WHERE subject_id = $1 AND state = 'running'`, [id]);
    expect(owners.rows).toEqual([{ owner_id: office.mediator.actor.id }]);
    await expect(beginMediation(office.mediator, { disputeId: id, version: 4, partiesNotified: false })).rejects.toEqual(
      refused('disputes.parties-not-notified'),
    );
  });

  it('is extended by both parties while the fifteen days run, and not after', async () => {
    const id = await inMediation(office);
    const extend = (work: Work, over: object = {}) =>
      extendMediation(work, {
        disputeId: id,
        version: 5,
        until: plainDate('2026-12-04'),
        applicantSigned: true,
        respondentSigned: true,
        ...over,
      });
    const early = at(office.mediator, '2026-11-19T02:00:00Z');
    await expect(extend(early, { respondentSigned: false })).rejects.toEqual(refused('disputes.extension-unsigned'));
    await expect(extend(early, { until: plainDate('2026-11-19') })).rejects.toEqual(refused('disputes.extension-not-later'));
    await expect(extend(office.mediator)).rejects.toEqual(refused('disputes.extension-too-late'));
    expect((await read(id, office.mediator)).actions.find((one) => one.name === 'extendMediation')).toMatchObject({
      allowed: false,
      zh: expect.stringContaining('2026-11-19'),
    });
    expect((await read(id, early)).actions.find((one) => one.name === 'extendMediation')).toMatchObject({ allowed: true });
    await extend(early);
    expect(await running(id)).toEqual([
      ['M4', '2026-11-17'],
      ['M5', '2026-12-04'],
    ]);
    expect((await read(id)).status).toBe('extended');
  });

  it('has no agreement without every signature, the seal, and an amount where money is claimed', async () => {
    const id = await inMediation(office);
    for (const missing of ['applicantSigned', 'respondentSigned', 'mediatorSigned', 'sealed'])
      await expect(recordAgreement(office.mediator, signed(id, 5, { [missing]: false }))).rejects.toEqual(
        refused('disputes.agreement-unsigned'),
      );
    await expect(recordAgreement(office.mediator, signed(id, 5, { agreedFen: 0 }))).rejects.toEqual(refused('disputes.amount-missing'));
    await expect(recordAgreement(office.mediator, signed(id, 5, { oral: true }))).rejects.toEqual(refused('disputes.oral-not-allowed'));
    expect((await read(id)).status).toBe('mediating');
  });

  it('fails with a reason and a notice, and closes as failed even when it went on to arbitration', async () => {
    const id = await inMediation(office);
    const fail = { disputeId: id, version: 5, reason: '双方差距过大', arbitrationNoticeGiven: true };
    await expect(recordFailure(office.mediator, { ...fail, arbitrationNoticeGiven: false })).rejects.toEqual(
      refused('disputes.notice-not-given'),
    );
    await recordFailure(office.mediator, fail);
    await transferDispute(office.mediator, { disputeId: id, version: 6, route: 'arbitration', reason: '申请人选择仲裁' });
    // A failure that went on to legal aid is a failure: as what it went on to it would leave the success rate.
    for (const outcome of ['01', '12'] as const)
      await expect(closeDispute(office.reviewer, { disputeId: id, version: 7, outcome })).rejects.toEqual(
        refused('disputes.outcome-settled'),
      );
    await closeDispute(office.reviewer, { disputeId: id, version: 7 });
    expect(await read(id)).toMatchObject({ outcome: '04', onwardRoute: 'arbitration' });
  });

  it('is withdrawn by the applicant or terminated by the head, and no clock runs on', async () => {
    const [withdrawn, terminated] = [await anApplied(office), await anAccepted(office)];
    await withdrawDispute(office.clerk, { disputeId: withdrawn, version: 2, reason: '双方已和解' });
    await terminateDispute(office.reviewer, { disputeId: terminated, version: 3, reason: '单位注销' });
    expect([(await read(withdrawn)).outcome, (await read(terminated)).outcome]).toEqual(['05', '11']);
    expect([await running(withdrawn), await running(terminated)]).toEqual([[], []]);
  });

  it('can be sent elsewhere by the window before it is applied for, but not after', async () => {
    const { id } = await registerDispute(office.clerk, aClaim());
    await transferDispute(office.clerk, { disputeId: id, version: 1, route: 'inspection', reason: '属劳动监察' });
    expect(await read(id)).toMatchObject({ status: 'transferred', outcome: '10' });
    const applied = await anAccepted(office);
    await expect(transferDispute(office.clerk, { disputeId: applied, version: 3, route: 'court', reason: 'x' })).rejects.toEqual(
      refused('access.not-permitted'),
    );
  });

  it('refuses what its status does not allow, and days that cannot be', async () => {
    const id = await anApplied(office);
    await expect(applyForMediation(office.clerk, { disputeId: id, version: 2, oral: true })).rejects.toEqual(
      refused('disputes.move-not-open'),
    );
    const accept = { disputeId: id, version: 2, inScope: true, applicantConsents: true, respondentConsents: true };
    await expect(acceptDispute(office.reviewer, { ...accept, on: plainDate('2026-11-21') })).rejects.toEqual(
      refused('disputes.day-in-future'),
    );
    await expect(acceptDispute(office.reviewer, { ...accept, on: plainDate('2026-11-01') })).rejects.toEqual(
      refused('disputes.day-too-early'),
    );
  });

  it('is closed on no day before the one on which mediation ended, so that no month counts it too early', async () => {
    const id = await inMediation(office);
    const failed = { disputeId: id, reason: '差距过大', arbitrationNoticeGiven: true };
    await recordFailure(office.mediator, { ...failed, version: (await read(id)).version, on: plainDate('2026-11-19') });
    const close = async (on: string) =>
      closeDispute(office.reviewer, { disputeId: id, version: (await read(id)).version, on: plainDate(on) });
    await expect(close('2026-11-18')).rejects.toMatchObject({ code: 'disputes.day-too-early', details: { last: '2026-11-19' } });
    await close('2026-11-19');
    expect(await read(id)).toMatchObject({ status: 'closed', closedOn: '2026-11-19' });
  });

  it('does not exist for another district, not even to write', async () => {
    const id = await anApplied(office);
    await expect(getDispute(stranger, id)).rejects.toEqual(refused('data.not-found'));
    await expect(
      acceptDispute(stranger, { disputeId: id, version: 2, inScope: true, applicantConsents: true, respondentConsents: true }),
    ).rejects.toEqual(refused('data.not-found'));
    await expect(mediatorChoices(stranger, id)).rejects.toEqual(refused('data.not-found'));
  });

  it('tells each person what that person may do now', async () => {
    const id = await anApplied(office);
    const allowed = async (work: Work) => (await getDispute(work, id)).actions.filter((one) => one.allowed).map((one) => one.name);
    expect(await allowed(office.clerk)).toEqual(['withdrawDispute']);
    expect(await allowed(office.reviewer)).toEqual(['acceptDispute', 'refuseDispute', 'withdrawDispute', 'terminateDispute']);
    const refusedOne = (await getDispute(office.clerk, id)).actions.find((one) => one.name === 'acceptDispute');
    expect(refusedOne).toMatchObject({
      allowed: false,
      zh: expect.stringContaining('受理或不予受理'),
      en: expect.stringContaining('Accept or refuse'),
    });
  });

  it('lets one of sixty-four writers win and tells the others', async () => {
    const id = await anApplied(office);
    const accept = () =>
      acceptDispute(office.reviewer, { disputeId: id, version: 2, inScope: true, applicantConsents: true, respondentConsents: true });
    const results = await Promise.allSettled(Array.from({ length: 64 }, accept));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const codes = results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { code: string }).code] : []));
    expect(new Set(codes)).toEqual(new Set(['data.changed-meanwhile']));
    expect((await read(id)).timeline.filter((line) => line.kind === 'dispute.accept')).toHaveLength(1);
  });
});
