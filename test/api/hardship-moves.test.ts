import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CertificateAnswer, CertificatePage } from '#contract/certificates';
import { HardshipRecord } from '#contract/hardship';
import { NoticePage, ObjectionText, VerificationText } from '#contract/hardship-moves';
import type { RoleCode } from '#rules/access/roles';
import { dateInShanghai } from '#rules/shared/plain-date';
import * as on from '../support/a-case-of-hardship.js';
import { aVisitor, anAccount } from '../support/accounts.js';
import { startApi, Visitor, type TestApi } from '../support/api.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { aTree, at, type Tree } from '../support/people.js';

let db: TestDatabase;
let tree: Tree;
let api: TestApi;
let office: on.AidOffice;
const by = {} as Record<'clerk' | 'officer' | 'reviewer' | 'approver' | 'archivist' | 'stranger', Visitor>;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = await on.anAidOffice(db, tree.north, new Date());
  api = await startApi(db.url);
  const visitor = async (role: RoleCode, organisationId = tree.north): Promise<Visitor> =>
    aVisitor(db.owner, api.url, (await anAccount(db.owner, organisationId, { role })).id);
  by.clerk = await visitor('window-clerk');
  by.officer = await visitor('aid-officer');
  by.reviewer = await visitor('reviewer');
  by.approver = await visitor('approver');
  by.archivist = await visitor('archivist');
  by.stranger = await visitor('approver', tree.south);
});
afterAll(async () => {
  await api.stop();
  await db.close();
});

async function ask(visitor: Visitor, method: 'GET' | 'POST', path: string, body?: object, status = 200): Promise<unknown> {
  const answer = await visitor.ask(method, `/api/${path}`, body === undefined ? {} : { body });
  expect(answer.status, `${method} ${path}: ${answer.text}`).toBe(status);
  return answer.json;
}
/** A move from the file's newest version; its answer is the file, in the contract's shape. */
async function move(visitor: Visitor, fileId: string, noun: string, body: object = {}) {
  const version = await on.versionOf(office, fileId);
  return HardshipRecord.parse(await ask(visitor, 'POST', `hardship-files/${fileId}/${noun}`, { version, ...body }));
}
const refusedTo = async (visitor: Visitor, fileId: string, noun: string, status: number, body: object = {}) =>
  (await ask(visitor, 'POST', `hardship-files/${fileId}/${noun}`, { version: await on.versionOf(office, fileId), ...body }, status)) as {
    code: string;
  };
/** The days of the notice have gone by. */
const elapsed = (fileId: string) =>
  db.owner.query(`UPDATE clock SET due_on = started_on - 1 WHERE subject_id = $1 AND code IN ('H1', 'H2') AND state = 'running'`, [fileId]);

async function onFile(wanted: on.Wanted = {}) {
  const id = await on.onNotice(office, wanted);
  await elapsed(id);
  await move(by.approver, id, 'approval');
  return move(by.approver, id, 'activation');
}
/** The same people now, as the api has it: what is reckoned comes after what was decided. */
function atOnce(): on.AidOffice {
  const time = new Date().toISOString();
  const { clerk, officer, reviewer, approver } = office;
  return { db, clerk: at(clerk, time), officer: at(officer, time), reviewer: at(reviewer, time), approver: at(approver, time) };
}
const today = (): string => dateInShanghai(Date.now());

describe('the moves of a hardship file over HTTP', () => {
  it('take an application from the window to its first check and back', async () => {
    const id = await on.aSubmitted(office);
    expect(await refusedTo(by.archivist, id, 'first-check', 403)).toMatchObject({ code: 'access.not-permitted' });
    expect(await refusedTo(by.stranger, id, 'refusal', 404, { reason: 'x' })).toMatchObject({ code: 'data.not-found' });
    expect(await refusedTo(by.officer, id, 'return', 400)).toMatchObject({ fields: [{ path: 'reason' }] });
    expect(await move(by.officer, id, 'return', { reason: '缺凭证' })).toMatchObject({
      status: 'sent_back',
      decisions: [{ move: 'sendBack', reason: '缺凭证', document: '退回补正通知' }, {}],
    });
    await move(by.clerk, id, 'submission');
    expect(await move(by.officer, id, 'first-check')).toMatchObject({ status: 'prelim_ok' });
    await on.visited(office, id);
    expect(await move(by.clerk, id, 'visit')).toMatchObject({ status: 'visited' });
    const verifying = await move(by.officer, id, 'verification');
    expect(verifying).toMatchObject({ status: 'verifying', verifications: [{ reportedOn: null, unverified: true }] });
    const reportedOn = verifying.verifications[0]!.sentOn;
    expect(await move(by.officer, id, 'verification-report', { reportedOn, findings: '无车辆' })).toMatchObject({ status: 'verified' });
    expect(await move(by.officer, id, 'further-verification', { reason: '有疑问' })).toMatchObject({
      status: 'verifying',
      verifications: [{}, {}],
    });
    expect(await move(by.clerk, id, 'withdrawal', { reason: '不再申请' })).toMatchObject({ status: 'withdrawn' });
  });

  it('publish, hear an objection, decide it, approve and open the file with its certificate', async () => {
    const id = await on.aVerified(office, { hardshipClass: 'severe' });
    await move(by.reviewer, id, 'review', { hardshipClass: 'severe' });
    const file = await move(by.reviewer, id, 'notice', { ...on.CALL, place: '社区公告栏' });
    expect(file).toMatchObject({
      status: 'notice',
      notices: [{ kind: 'application', phone: on.CALL.phone, endedOn: null, objections: [] }],
    });
    const wall = NoticePage.parse(await ask(by.archivist, 'GET', 'hardship-notices?count=true'));
    expect(wall.items.find(({ fileId }) => fileId === id)).toMatchObject({ place: '社区公告栏', hardshipClass: 'severe' });
    expect(NoticePage.parse(await ask(by.stranger, 'GET', 'hardship-notices')).items).toEqual([]);

    const objected = await move(by.clerk, id, 'objection', { objector: '王某', content: '该户有车' });
    expect(JSON.stringify(objected)).not.toContain('该户有车');
    const objection = `objections/${objected.notices[0]!.objections[0]!.id}`;
    await ask(by.clerk, 'GET', `hardship-files/${id}/${objection}`, undefined, 403);
    expect(ObjectionText.parse(await ask(by.reviewer, 'GET', `hardship-files/${id}/${objection}`))).toMatchObject({
      objector: '王某',
      content: '该户有车',
    });
    expect(await move(by.reviewer, id, `${objection}/decision`, { upheld: false, finding: '系亲友借用' })).toMatchObject({
      status: 'notice',
      notices: [{ objections: [{ upheld: false }], suspended: false }],
    });
    const verification = `verifications/${file.verifications[0]!.id}`;
    expect(VerificationText.parse(await ask(by.approver, 'GET', `hardship-files/${id}/${verification}`)).findings).toContain('住房');
    await ask(by.archivist, 'GET', `hardship-files/${id}/${verification}`, undefined, 403);

    expect(await refusedTo(by.approver, id, 'approval', 409)).toMatchObject({ code: 'hardship.window-open' });
    await elapsed(id);
    expect(await refusedTo(by.approver, id, 'approval', 409)).toMatchObject({ code: 'hardship.elsewhere-unasked' });
    await on.askedElsewhere(office, id);
    await move(by.approver, id, 'approval');
    expect(await move(by.approver, id, 'activation')).toMatchObject({ status: 'active', certificates: [{ status: 'valid' }] });
  });

  it('report a certificate lost, found, lost again, and replace it; a stranger learns only whether it is good', async () => {
    const active = await onFile({ hardshipClass: 'severe' });
    const { id } = active;
    const nobody = new Visitor(api.url);
    const verify = async () => CertificateAnswer.parse(await ask(nobody, 'GET', `certificates/${active.certificates[0]!.token}`));
    expect(await verify()).toEqual({
      number: expect.stringMatching(/^北特困证〔\*\*\d\d〕第\*\*\d\d号$/),
      status: 'valid',
      validUntil: active.certificates[0]!.validUntil,
    });
    const handle = async (visitor: Visitor, noun: string, status = 200) => {
      const { rows } = await db.owner.query<{ id: string; version: number }>(
        `SELECT id, version FROM hardship_certificate WHERE file_id = $1 ORDER BY id DESC LIMIT 1`,
        [id],
      );
      const answer = await ask(visitor, 'POST', `hardship-certificates/${rows[0]!.id}/${noun}`, { version: rows[0]!.version }, status);
      return status === 200 ? HardshipRecord.parse(answer) : (answer as object);
    };
    expect(await handle(by.clerk, 'loss')).toMatchObject({ certificates: [{ status: 'lost' }] });
    expect(await verify()).toMatchObject({ status: 'lost' });
    expect(await handle(by.clerk, 'recovery')).toMatchObject({ certificates: [{ status: 'valid' }] });
    expect(await handle(by.officer, 'annual-check', 409)).toMatchObject({ code: 'hardship.certificate-file-unreviewed' });
    // As if it had been issued half a year ago, and the file reviewed today.
    await db.owner.query(`UPDATE hardship_certificate SET valid_until = valid_until - 180 WHERE file_id = $1`, [id]);
    await db.owner.query(`UPDATE hardship_file SET reviewed_on = $2 WHERE id = $1`, [id, today()]);
    expect(await handle(by.officer, 'annual-check')).toMatchObject({ certificates: [{ status: 'valid' }] });
    await handle(by.clerk, 'loss');
    expect(await handle(by.approver, 'replacement')).toMatchObject({ certificates: [{ status: 'valid' }, { status: 'replaced' }] });
    expect(await verify()).toMatchObject({ status: 'replaced' });
    const { items } = CertificatePage.parse(await ask(by.archivist, 'GET', 'hardship-certificates?status=replaced'));
    expect(items).toMatchObject([{ fileId: id, holderName: '单*信' }]);
    await ask(nobody, 'GET', 'hardship-certificates', undefined, 401);
    await ask(nobody, 'GET', 'certificates/0000000000000000000000000000', undefined, 404);
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => nobody.ask('GET', '/api/certificates/0000000000000000000000000000')),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404, 429]));
  });

  it('renew, announce, lower, let go, and begin again', async () => {
    const { id } = await onFile();
    expect(await move(by.clerk, id, 'yearly-review')).toMatchObject({ status: 'under_review' });
    await on.reckon(atOnce(), id);
    expect(await move(by.approver, id, 'renewal')).toMatchObject({ status: 'active' });
    await move(by.clerk, id, 'yearly-review');
    await on.reckon(atOnce(), id, 'relative');
    const now = today();
    const told = { ...on.CALL, reason: '收入增加', toldOn: now };
    await move(by.reviewer, id, 'lower-class-proposal', { ...told, hardshipClass: 'relative' });
    expect(await refusedTo(by.approver, id, 'lower-class', 409)).toMatchObject({ code: 'hardship.window-open' });
    expect(await move(by.reviewer, id, 'proposal-withdrawal', { reason: '再核' })).toMatchObject({
      status: 'under_review',
      notices: [{ endedHow: 'withdrawn' }, {}],
    });
    await move(by.reviewer, id, 'exit-proposal', { ...told, ground: 'left' });
    expect(await refusedTo(by.approver, id, 'lifting', 409)).toMatchObject({ code: 'hardship.not-as-announced' });
    expect(await refusedTo(by.approver, id, 'deregistration', 409)).toMatchObject({ code: 'hardship.window-open' });
    expect(await move(by.clerk, id, 'end', { ground: 'own-request', proof: '本人申请' })).toMatchObject({
      status: 'exited_other',
      endGround: 'own-request',
    });
    const { id: again } = (await ask(
      by.clerk,
      'POST',
      `hardship-files/${id}/relapse`,
      { version: await on.versionOf(office, id), reason: '失业' },
      201,
    )) as { id: string };
    expect(HardshipRecord.parse(await ask(by.clerk, 'GET', `hardship-files/${again}`))).toMatchObject({
      status: 'draft',
      earlierFileId: id,
    });
  });

  it('hand a family over to another union', async () => {
    const { id } = await onFile();
    const to = { toOrganisationId: tree.south, acceptedBy: '周宁', acceptedOn: today(), reason: '迁址' };
    expect(await move(by.clerk, id, 'transfer', to)).toMatchObject({ status: 'transferred' });
    const { rows } = await db.owner.query<{ id: string }>('SELECT id FROM hardship_file WHERE earlier_file_id = $1', [id]);
    expect(HardshipRecord.parse(await ask(by.stranger, 'GET', `hardship-files/${rows[0]!.id}`))).toMatchObject({ status: 'draft' });
  });
});
