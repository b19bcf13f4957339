import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHouseholdMember } from '#casework/hardship/household/add-household-member';
import { endHouseholdMember } from '#casework/hardship/household/end-household-member';
import { activateFile } from '#casework/hardship/application/activate-file';
import { approveFile } from '#casework/hardship/application/approve-file';
import { beginVerification } from '#casework/hardship/application/begin-verification';
import { findNotices } from '#casework/hardship/notices/find-notices';
import { openNotice } from '#casework/hardship/notices/open-notice';
import { passFirstCheck } from '#casework/hardship/application/pass-first-check';
import { readVerification } from '#casework/hardship/application/read-verification';
import { recordVerification } from '#casework/hardship/application/record-verification';
import { recordVisit } from '#casework/hardship/application/record-visit';
import { refuseApplicationForFile } from '#casework/hardship/application/refuse-file';
import { reviewFile } from '#casework/hardship/application/review-file';
import { sendBackFile } from '#casework/hardship/application/send-back-file';
import { submitFile } from '#casework/hardship/application/submit-file';
import { verifyAgain } from '#casework/hardship/application/verify-again';
import { withdrawFile } from '#casework/hardship/application/withdraw-file';
import type { Work } from '#casework/work';
import { plainDate } from '#rules/shared/plain-date';
import * as on from '../../support/a-case-of-hardship.js';
import { aKnownPerson } from '../../support/a-file.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

const { as, CALL } = on;
let db: TestDatabase;
let tree: Tree;
let office: on.AidOffice;
let later: on.AidOffice;
let stranger: Work;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = await on.anAidOffice(db, tree.north);
  later = on.onDay(office, on.AFTER);
  stranger = await aWorker(db, 'approver', tree.south);
});
afterAll(() => db.close());

const refused = (code: string) => expect.objectContaining({ code });
const statusOf = async (id: string) => (await on.rowOf(office, id))['status'];
const clocksOf = async (id: string) =>
  (
    await db.owner.query<{ code: string; state: string; due_on: string }>(
      `SELECT code, state, due_on::text FROM clock WHERE subject_id = $1 ORDER BY id`,
      [id],
    )
  ).rows;

describe('an application', () => {
  it('does not exist for another district, and is nobody’s to move without the right', async () => {
    const id = await on.aSubmitted(office);
    await expect(withdrawFile(stranger, { ...(await as(office, id)), reason: 'x' })).rejects.toEqual(refused('data.not-found'));
    await expect(passFirstCheck(office.clerk, await as(office, id))).rejects.toEqual(refused('access.not-permitted'));
    await expect(sendBackFile(office.approver, { ...(await as(office, id)), reason: 'x' })).rejects.toEqual(
      refused('access.not-permitted'),
    );
    await expect(passFirstCheck(office.officer, { fileId: id, version: 1 })).rejects.toEqual(refused('data.changed-meanwhile'));
    expect(await statusOf(id)).toBe('submitted');
  });

  it('goes from the window to a numbered file, each step by another, kept as decisions, told and audited', async () => {
    const id = await on.anActive(office);
    expect(await on.rowOf(office, id)).toMatchObject({
      status: 'active',
      hardship_class: 'deep',
      number: '北困字〔2026〕第0001号',
      era: 'R3',
      certificate_no: null,
    });
    const { rows } = await db.owner.query<{ move: string; by: string; version: number; assessed: boolean; noticed: boolean }>(
      `SELECT move, decided_by AS by, file_version AS version, assessment_id IS NOT NULL AS assessed, notice_id IS NOT NULL AS noticed FROM hardship_decision WHERE file_id = $1 ORDER BY file_version`,
      [id],
    );
    expect(rows.map(({ move, assessed, noticed }) => [move, assessed, noticed])).toEqual([
      ['submit', false, false],
      ['passFirstCheck', false, false],
      ['recordVisit', false, false],
      ['beginVerification', false, false],
      ['recordVerification', false, false],
      ['review', true, false],
      ['openNotice', false, true],
      ['approve', true, true],
      ['activate', true, false],
    ]);
    const { rows: told } = await db.owner.query(`SELECT kind FROM activity WHERE subject_id = $1 AND kind = 'hardship.activate'`, [id]);
    const { rows: audited } = await db.owner.query<{ details: object }>(
      `SELECT details FROM audit_entry WHERE subject_id = $1 AND type = 'hardship.moved' ORDER BY id DESC LIMIT 1`,
      [id],
    );
    expect([told, audited]).toEqual([[{ kind: 'hardship.activate' }], [{ details: { move: 'activate', from: 'approved', to: 'active' } }]]);
    expect(await clocksOf(id)).toMatchObject([
      { code: 'H1', due_on: '2026-11-27' },
      { code: 'H3', state: 'running', due_on: '2027-11-30' },
    ]);
  });

  it('is submitted with every signature, and verified only while they stand', async () => {
    const draft = await on.aDraft(office);
    await expect(submitFile(office.clerk, await as(office, draft))).rejects.toEqual(refused('hardship.application-unsigned'));
    const visited = await on.aVisited(office);
    await db.owner.query(`UPDATE hardship_consent SET withdrawn_on = '2026-11-19' WHERE file_id = $1 AND kind = 'verification'`, [visited]);
    await expect(beginVerification(office.officer, await as(office, visited))).rejects.toEqual(refused('hardship.consent-missing'));
  });

  it('is visited by two who do not belong to the household, on a complete form', async () => {
    const id = await on.aChecked(office);
    await expect(recordVisit(office.clerk, await as(office, id))).rejects.toEqual(refused('hardship.visit-form-incomplete'));
    await on.visited(office, id, ['周宁']);
    await expect(recordVisit(office.clerk, await as(office, id))).rejects.toEqual(refused('hardship.visitors-too-few'));
    await db.owner.query(
      `UPDATE hardship_visit SET visitors = '[{"name":"周宁","userId":null},{"name":"单雄信","userId":null}]' WHERE file_id = $1`,
      [id],
    );
    await expect(recordVisit(office.clerk, await as(office, id))).rejects.toEqual(refused('hardship.visitor-of-household'));
  });

  it('is sent back with a reason and comes again; days lie neither ahead nor behind', async () => {
    const id = await on.aSubmitted(office);
    await expect(sendBackFile(office.officer, { ...(await as(office, id)), reason: ' ' })).rejects.toEqual(
      refused('hardship.reason-missing'),
    );
    await sendBackFile(office.officer, { ...(await as(office, id)), reason: '缺工资流水' });
    expect(await statusOf(id)).toBe('sent_back');
    await expect(submitFile(office.clerk, { ...(await as(office, id)), on: plainDate('2026-11-21') })).rejects.toEqual(
      refused('hardship.day-in-future'),
    );
    await expect(submitFile(office.clerk, { ...(await as(office, id)), on: plainDate('2026-11-19') })).rejects.toEqual(
      refused('hardship.day-too-early'),
    );
    await submitFile(office.clerk, await as(office, id));
    expect(await on.rowOf(office, id)).toMatchObject({ status: 'submitted' });
  });

  it('keeps the report sealed, for a time that is a parameter, and tells it to those who decide, on record', async () => {
    const id = await on.aVerified(office);
    const { rows } = await db.owner.query<{ id: string; until: string; sealed: Buffer }>(
      'SELECT id, valid_until::text AS until, findings_cipher AS sealed FROM hardship_verification WHERE file_id = $1',
      [id],
    );
    expect(rows[0]!.until).toBe('2027-05-20');
    expect(rows[0]!.sealed.toString('utf8')).not.toContain('住房');
    const which = { fileId: id, verificationId: rows[0]!.id };
    await expect(readVerification(office.clerk, which)).rejects.toEqual(refused('access.not-permitted'));
    await expect(readVerification(stranger, which)).rejects.toEqual(refused('data.not-found'));
    expect(await readVerification(office.reviewer, which)).toEqual({ id: which.verificationId, findings: '名下住房一套，无车辆' });
    const audited = await db.owner.query(
      `SELECT actor_id, details FROM audit_entry WHERE subject_id = $1 AND type = 'hardship.verification-read'`,
      [id],
    );
    expect(audited.rows).toEqual([{ actor_id: office.reviewer.actor.id, details: { verificationId: which.verificationId } }]);
  });

  it('is reviewed by none of those who worked on it, by a report that holds, for the class that was found', async () => {
    const id = await on.aVerified(office);
    const officerWhoReviews: Work = { ...office.reviewer, actor: { ...office.officer.actor, rights: office.reviewer.actor.rights } };
    await expect(reviewFile(officerWhoReviews, { ...(await as(office, id)), hardshipClass: 'deep' })).rejects.toEqual(
      refused('hardship.second-person-needed'),
    );
    await expect(reviewFile(office.reviewer, { ...(await as(office, id)), hardshipClass: 'relative' })).rejects.toEqual(
      refused('hardship.class-not-proposed'),
    );
    const stale = on.onDay(office, '2027-05-21');
    await expect(reviewFile(stale.reviewer, { ...(await as(office, id)), hardshipClass: 'deep' })).rejects.toEqual(
      refused('hardship.verification-expired'),
    );
    await verifyAgain(stale.officer, { ...(await as(office, id)), reason: '核对报告过期' });
    await recordVerification(stale.officer, { ...(await as(office, id)), reportedOn: plainDate('2027-05-21'), findings: '无变化' });
    await reviewFile(stale.reviewer, { ...(await as(office, id)), hardshipClass: 'deep' });
    expect(await on.rowOf(office, id)).toMatchObject({ status: 'reviewed', hardship_class: 'deep' });
  });

  it('is reviewed on no assessment of other people than those who live there now', async () => {
    const id = await on.aVerified(office);
    const personId = await aKnownPerson(db.owner, tree.north);
    await addHouseholdMember(office.clerk, { ...(await as(office, id)), personId, relation: 'parent', joinedOn: plainDate('2026-11-20') });
    const review = async () => reviewFile(office.reviewer, { ...(await as(office, id)), hardshipClass: 'deep' });
    await expect(review()).rejects.toEqual(refused('hardship.assessment-outdated'));
    const { rows } = await db.owner.query<{ id: string }>(`SELECT id FROM household_member WHERE person_id = $1`, [personId]);
    await endHouseholdMember(office.clerk, {
      ...(await as(office, id)),
      memberId: rows[0]!.id,
      leftOn: plainDate('2026-11-20'),
      leaving: 'mistaken',
    });
    await review();
    expect(await statusOf(id)).toBe('reviewed');
  });

  it('is refused with a reason, by another, and ends', async () => {
    const id = await on.aVerified(office);
    await expect(refuseApplicationForFile(office.approver, { ...(await as(office, id)), reason: '' })).rejects.toEqual(
      refused('hardship.reason-missing'),
    );
    await refuseApplicationForFile(office.approver, { ...(await as(office, id)), reason: '不符合认定条件' });
    expect(await on.rowOf(office, id)).toMatchObject({ status: 'refused', ended_on: expect.anything() });
  });

  it('hangs on the wall masked for its days, and is approved the day after them by another', async () => {
    const id = await on.onNotice(office);
    const { items } = await findNotices(office.clerk, { limit: 50 });
    const hung = items.find(({ fileId }) => fileId === id)!;
    expect(hung).toMatchObject({
      kind: 'application',
      givenOn: '2026-11-20',
      endsOn: '2026-11-27',
      suspended: false,
      phone: CALL.phone,
      hardshipClass: 'deep',
    });
    expect(hung.text).toContain('单*信');
    expect(JSON.stringify(items)).not.toContain('单雄信');
    expect((await findNotices(stranger, { limit: 50 })).items).toEqual([]);
    expect((await findNotices(on.onDay(office, '2026-11-27').clerk, { limit: 50 })).items.map(({ fileId }) => fileId)).toContain(id);
    expect((await findNotices(on.onDay(office, '2026-11-28').clerk, { limit: 50, count: true })).total).toBe(0);

    const lastDay = on.onDay(office, '2026-11-27');
    await expect(approveFile(lastDay.approver, await as(office, id))).rejects.toEqual(refused('hardship.window-open'));
    const reviewerWhoApproves: Work = { ...later.approver, actor: { ...later.reviewer.actor, rights: later.approver.actor.rights } };
    await expect(approveFile(reviewerWhoApproves, await as(office, id))).rejects.toEqual(refused('hardship.second-person-needed'));
    await approveFile(on.onDay(office, '2026-11-28').approver, await as(office, id));
    expect(await statusOf(id)).toBe('approved');
    expect((await findNotices(office.clerk, { limit: 50 })).items.map(({ fileId }) => fileId)).not.toContain(id);
    await activateFile(later.approver, await as(office, id));
  });

  it('shows the union where the employer bears the holder’s name, and nothing that a place gives away', async () => {
    const id = await on.aReviewed(office, { name: '程知节' });
    await db.owner.query(`UPDATE hardship_file SET employer_name = '程知节裁缝店' WHERE id = $1`, [id]);
    await expect(openNotice(office.reviewer, { ...(await as(office, id)), ...CALL, place: '程知节家楼下' })).rejects.toEqual(
      refused('hardship.notice-unmasked'),
    );
    await expect(openNotice(office.reviewer, { ...(await as(office, id)), phone: ' ' })).rejects.toEqual(
      refused('hardship.notice-without-phone'),
    );
    await openNotice(office.reviewer, { ...(await as(office, id)), ...CALL, place: '社区公告栏' });
    const { rows } = await db.owner.query<{ text: string }>('SELECT text_zh AS text FROM hardship_notice WHERE file_id = $1', [id]);
    expect(rows[0]!.text).toMatch(/程\*节.*北区总工会/);
    expect(rows[0]!.text).not.toContain('程知节');
  });

  it('is withdrawn at any time, its notice and clock with it', async () => {
    const id = await on.onNotice(office);
    await withdrawFile(office.clerk, { ...(await as(office, id)), reason: '家庭情况好转' });
    const { rows } = await db.owner.query(`SELECT ended_how FROM hardship_notice WHERE file_id = $1`, [id]);
    expect([await statusOf(id), rows, await clocksOf(id)]).toEqual([
      'withdrawn',
      [{ ended_how: 'withdrawn' }],
      [{ code: 'H1', state: 'cancelled', due_on: '2026-11-27' }],
    ]);
  });

  it('lets one of many writers win', async () => {
    const id = await on.aSubmitted(office);
    const input = await as(office, id);
    const results = await Promise.allSettled(Array.from({ length: 16 }, () => passFirstCheck(office.officer, input)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { code: string }).code] : []));
    expect(new Set(codes)).toEqual(new Set(['data.changed-meanwhile']));
  });
});
