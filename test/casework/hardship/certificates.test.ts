import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsOf } from '#casework/access/rights-of';
import { certificateFound } from '#casework/hardship/certificates/certificate-found';
import { checkCertificate } from '#casework/hardship/certificates/check-certificate';
import { endFile } from '#casework/hardship/changes/end-file';
import { findCertificates } from '#casework/hardship/certificates/find-certificates';
import { issueCertificate } from '#casework/hardship/certificates/issue-certificate';
import { lapseCertificates } from '#casework/hardship/certificates/lapse-certificates';
import { raiseClass } from '#casework/hardship/changes/raise-class';
import { replaceCertificate } from '#casework/hardship/certificates/replace-certificate';
import { reportCertificateLost } from '#casework/hardship/certificates/report-certificate-lost';
import { verifyCertificate } from '#casework/hardship/certificates/verify-certificate';
import type { Work } from '#casework/work';
import { KEEPER } from '#rules/access/system-actors';
import { plainDate } from '#rules/shared/plain-date';
import { aFile } from '../../support/a-file.js';
import * as on from '../../support/a-case-of-hardship.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, at, type Tree } from '../../support/people.js';

const { as } = on;
let db: TestDatabase;
let tree: Tree;
let office: on.AidOffice;
let stranger: Work;
let keeper: Work;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = await on.anAidOffice(db, tree.north);
  stranger = await aWorker(db, 'aid-officer', tree.south);
  keeper = { ...office.clerk, actor: { ...KEEPER, organisationId: tree.city, language: 'zh', rights: await rightsOf(db.data, KEEPER.id) } };
});
afterAll(() => db.close());

interface Certificate {
  id: string;
  number: string;
  status: string;
  valid_until: string;
  token: string;
  version: number;
}
const refused = (code: string) => expect.objectContaining({ code });
const certificates = async (fileId: string): Promise<Certificate[]> =>
  (
    await db.owner.query<Certificate>(
      'SELECT id, number, status, valid_until::text, token, version FROM hardship_certificate WHERE file_id = $1 ORDER BY id DESC',
      [fileId],
    )
  ).rows;
const held = async (fileId: string) => {
  const [newest] = await certificates(fileId);
  return { certificateId: newest!.id, version: newest!.version };
};
const severe = () => on.anActive(office, { hardshipClass: 'severe' });
const day = (iso: string) => on.onDay(office, iso);

describe('a certificate', () => {
  it('comes with a 特困 file, under a number and a token of its own, for a year', async () => {
    const id = await severe();
    const [certificate] = await certificates(id);
    expect(certificate).toMatchObject({ status: 'valid', number: '北特困证〔2026〕第0001号', valid_until: '2027-11-30' });
    expect(await on.rowOf(office, id)).toMatchObject({ certificate_no: certificate!.number });
    expect(Buffer.from(certificate!.token, 'base64url').length).toBeGreaterThanOrEqual(16);
    const { rows } = await db.owner.query(`SELECT state, due_on::text FROM clock WHERE subject_id = $1 AND code = 'H4'`, [id]);
    expect(rows).toEqual([{ state: 'running', due_on: '2027-11-30' }]);
    expect(await certificates(await on.anActive(office))).toEqual([]);
  });

  it('tells a stranger its masked number, whether it is good and until when; nothing without the token', async () => {
    const [certificate] = await certificates(await severe());
    const answer = await verifyCertificate(db.data, certificate!.token, new Date('2026-12-01T02:00:00Z'));
    expect(answer).toEqual({ number: certificate!.number.replace(/\d(?=\d{2})/g, '*'), status: 'valid', validUntil: '2027-11-30' });
    expect(answer.number).toMatch(/^北特困证〔\*\*26〕第\*\*\d\d号$/);
    expect(await verifyCertificate(db.data, certificate!.token, new Date('2027-12-01T02:00:00Z'))).toMatchObject({ status: 'lapsed' });
    await expect(verifyCertificate(db.data, `${certificate!.token.slice(0, -1)}!`, new Date())).rejects.toEqual(refused('data.not-found'));
    await expect(verifyCertificate(db.data, certificate!.number, new Date())).rejects.toEqual(refused('data.not-found'));
  });

  it('is lost, found with what is left of its year, and replaced under a new number', async () => {
    const id = await severe();
    await expect(reportCertificateLost(stranger, await held(id))).rejects.toEqual(refused('data.not-found'));
    await expect(replaceCertificate(office.approver, await held(id))).rejects.toEqual(refused('hardship.certificate-move-not-open'));
    const june = day('2027-06-01');
    await reportCertificateLost(june.clerk, { ...(await held(id)), note: '公交车上遗失' });
    expect((await verifyCertificate(db.data, (await certificates(id))[0]!.token, june.clerk.now)).status).toBe('lost');
    await certificateFound(june.clerk, await held(id));
    const clock = await db.owner.query(`SELECT state, due_on::text FROM clock WHERE subject_id = $1 AND code = 'H4' ORDER BY id`, [id]);
    expect(clock.rows).toEqual([
      { state: 'cancelled', due_on: '2027-11-30' },
      { state: 'running', due_on: '2027-11-30' },
    ]);
    await reportCertificateLost(june.clerk, await held(id));
    await expect(replaceCertificate(june.clerk, await held(id))).rejects.toEqual(refused('access.not-permitted'));
    await replaceCertificate(june.approver, await held(id));
    const [now, before] = await certificates(id);
    expect([now!.status, before!.status]).toEqual(['valid', 'replaced']);
    expect(now!.number).not.toBe(before!.number);
    expect(await on.rowOf(office, id)).toMatchObject({ certificate_no: now!.number });
    await expect(db.owner.query(`UPDATE hardship_certificate SET number = $1 WHERE id = $2`, [before!.number, now!.id])).rejects.toThrow(
      /unique/,
    );
  });

  it('is replaced for what is left of its year, and not at all for a year that nobody has checked', async () => {
    const id = await severe();
    const june = day('2027-06-01');
    await reportCertificateLost(june.clerk, await held(id));
    await replaceCertificate(june.approver, await held(id));
    expect((await certificates(id))[0]).toMatchObject({ status: 'valid', valid_until: '2027-11-30' });
    await lapseCertificates(at(keeper, '2027-12-01T00:20:00Z'));
    const late = day('2027-12-02');
    await reportCertificateLost(late.clerk, await held(id));
    await replaceCertificate(late.approver, await held(id));
    const [now] = await certificates(id);
    expect(now).toMatchObject({ valid_until: '2027-11-30' });
    expect((await verifyCertificate(db.data, now!.token, late.clerk.now)).status).toBe('lapsed');
  });

  it('is checked on a review since it was issued, and lapses without', async () => {
    const id = await severe();
    const due = day('2027-11-15');
    await expect(checkCertificate(due.clerk, await held(id))).rejects.toEqual(refused('access.not-permitted'));
    await expect(checkCertificate(due.officer, await held(id))).rejects.toEqual(refused('hardship.certificate-file-unreviewed'));
    expect(await lapseCertificates(at(keeper, '2027-11-30T00:20:00Z'))).toBe(0);
    expect(await lapseCertificates(at(keeper, '2027-12-01T00:20:00Z'))).toBeGreaterThanOrEqual(1);
    expect((await certificates(id))[0]!.status).toBe('lapsed');
    await db.owner.query(`UPDATE hardship_file SET reviewed_on = '2027-12-02' WHERE id = $1`, [id]);
    await checkCertificate(day('2027-12-03').officer, await held(id));
    expect((await certificates(id))[0]).toMatchObject({ status: 'valid', valid_until: '2028-12-04' });
  });

  it('is cancelled in the move by which its file leaves the class or ends', async () => {
    const id = await severe();
    await endFile(day('2026-12-01').clerk, { ...(await as(office, id)), ground: 'own-request', proof: '本人申请' });
    expect((await certificates(id))[0]!.status).toBe('cancelled');
    const { rows } = await db.owner.query(`SELECT state FROM clock WHERE subject_id = $1 AND code = 'H4'`, [id]);
    expect(rows).toEqual([{ state: 'cancelled' }]);
    await expect(certificateFound(office.clerk, await held(id))).rejects.toEqual(refused('hardship.certificate-move-not-open'));
  });

  it('comes with a change to 特困', async () => {
    const id = await on.underReview(office);
    const then = day(on.REVIEW);
    const { rows } = await db.owner.query<{ id: string }>(
      'SELECT id FROM hardship_assessment WHERE file_id = $1 ORDER BY made_at DESC, id DESC LIMIT 1',
      [id],
    );
    await on.override(then, id, rows[0]!.id, 'severe');
    const another = at(await aWorker(db, 'approver', tree.north), then.approver.now.toISOString());
    await raiseClass(another, { ...(await as(office, id)), hardshipClass: 'severe' });
    expect(await certificates(id)).toMatchObject([{ status: 'valid', number: expect.stringContaining('〔2027〕') }]);
  });

  it('is issued to a 特困 file of a ledger that has none, and to no other', async () => {
    const severeFile = await aFile(db.owner, tree.north, { hardship_class: 'severe', certificate_no: '特0815' });
    const deepFile = await aFile(db.owner, tree.north);
    await expect(issueCertificate(office.clerk, { fileId: severeFile.id, version: 1 })).rejects.toEqual(refused('access.not-permitted'));
    await expect(issueCertificate(office.approver, { fileId: deepFile.id, version: 1 })).rejects.toEqual(
      refused('hardship.certificate-only-severe'),
    );
    await issueCertificate(office.approver, { fileId: severeFile.id, version: 1, on: plainDate('2026-11-19') });
    await expect(issueCertificate(office.approver, { fileId: severeFile.id, version: 2 })).rejects.toEqual(
      refused('hardship.certificate-exists'),
    );
    expect(await certificates(severeFile.id)).toHaveLength(1);
  });

  it('stands in a register with a masked name, within reach', async () => {
    const id = await on.anActive(office, { name: '秦叔宝', hardshipClass: 'severe' });
    const [certificate] = await certificates(id);
    const { items } = await findCertificates(office.clerk, { limit: 20, q: certificate!.number });
    expect(items).toMatchObject([{ fileId: id, holderName: '秦*宝', status: 'valid' }]);
    expect((await findCertificates(office.clerk, { limit: 20, q: '秦叔宝' })).items).toHaveLength(1);
    expect((await findCertificates(office.clerk, { limit: 20, q: '秦叔宝', status: 'lost' })).items).toEqual([]);
    expect((await findCertificates(stranger, { limit: 20, count: true })).total).toBe(0);
  });
});
