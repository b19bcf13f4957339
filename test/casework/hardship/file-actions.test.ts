import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateActions, fileActions } from '#casework/hardship/file-actions';
import { lockFile } from '#casework/hardship/move-file';
import { proposeExit } from '#casework/hardship/changes/propose-exit';
import { recordObjection } from '#casework/hardship/notices/record-objection';
import { sql } from '#data/sql';
import { inTransaction, type Work } from '#casework/work';
import { plainDate, type PlainDate } from '#rules/shared/plain-date';
import * as on from '../../support/a-case-of-hardship.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, type Tree } from '../../support/people.js';

const { as, CALL } = on;
let db: TestDatabase;
let tree: Tree;
let office: on.AidOffice;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = await on.anAidOffice(db, tree.north);
});
afterAll(() => db.close());

const actionsOf = (work: Work, id: string) => inTransaction(work, async (tx) => fileActions(tx, work, await lockFile(tx, work, id)));
const allowed = async (work: Work, id: string) => (await actionsOf(work, id)).filter((one) => one.allowed).map(({ name }) => name);
const why = async (work: Work, id: string, name: string) => (await actionsOf(work, id)).find((one) => one.name === name);

describe('what a file offers', () => {
  it('is for each person what that person may do now', async () => {
    const id = await on.aSubmitted(office);
    expect(await allowed(office.clerk, id)).toEqual(['withdrawFile']);
    expect(await allowed(office.officer, id)).toEqual(['sendBackFile', 'passFirstCheck', 'withdrawFile']);
    expect(await allowed(office.reviewer, id)).toEqual(['sendBackFile', 'passFirstCheck']);
    expect(await allowed(office.approver, id)).toEqual([]);
    expect(await why(office.clerk, id, 'passFirstCheck')).toMatchObject({ allowed: false, zh: expect.stringContaining('权限') });
  });

  it('says before any form what lacks: a signature, a visit, an assessment, another person', async () => {
    const draft = await on.aDraft(office);
    expect((await why(office.clerk, draft, 'submitFile'))?.zh).toContain('困难职工帮扶申请书');
    await on.sign(office, draft);
    expect(await allowed(office.clerk, draft)).toEqual(['submitFile', 'withdrawFile']);
    const checked = await on.aChecked(office);
    expect((await why(office.clerk, checked, 'recordVisit'))?.zh).toContain('入户调查表');
    const verifying = await on.aVerifying(office);
    await db.owner.query(`UPDATE hardship_file SET status = 'verified' WHERE id = $1`, [verifying]);
    expect((await why(office.reviewer, verifying, 'reviewFile'))?.zh).toContain('测算表');
    const verified = await on.aVerified(office);
    expect(await allowed(office.reviewer, verified)).toEqual(['verifyAgain', 'reviewFile']);
    const both: Work = { ...office.officer, actor: { ...office.officer.actor, rights: office.reviewer.actor.rights } };
    expect((await why(both, verified, 'reviewFile'))?.zh).toContain('另一人');
  });

  it('says until when a notice runs, and waits for an objection to be decided by another', async () => {
    const id = await on.onNotice(office);
    expect(await why(office.approver, id, 'approveFile')).toMatchObject({ allowed: false, zh: expect.stringContaining('2026-11-27') });
    expect(await allowed(on.onDay(office, on.AFTER).approver, id)).toEqual(['approveFile']);
    expect(await why(on.onDay(office, on.AFTER).clerk, id, 'recordObjection')).toMatchObject({
      allowed: false,
      zh: expect.stringContaining('2026-11-27'),
    });
    await recordObjection(office.clerk, { ...(await as(office, id)), content: '不实' });
    expect(await allowed(office.reviewer, id)).toEqual(['decideObjection']);
    expect(await allowed(office.clerk, id)).toEqual(['recordObjection', 'withdrawFile']);
    expect(await allowed(office.approver, id)).toEqual(['refuseFile']);
  });

  it('offers of three ways out of a review the one that the assessment leads to', async () => {
    const [same, lower] = [await on.underReview(office), await on.underReview(office, {}, 'relative')];
    const then = on.onDay(office, on.REVIEW);
    expect(await allowed(then.approver, same)).toEqual(['renewFile']);
    expect((await why(then.approver, same, 'raiseClass'))?.zh).toContain('续档');
    expect(await allowed(then.reviewer, same)).toEqual(['proposeExit']);
    expect(await allowed(then.approver, lower)).toEqual([]);
    expect(await allowed(then.reviewer, lower)).toEqual(['proposeLower', 'proposeExit']);
    await proposeExit(then.reviewer, {
      ...(await as(office, lower)),
      ...CALL,
      ground: 'left',
      reason: '调往外地',
      toldOn: plainDate(on.REVIEW),
    });
    const after = on.onDay(office, '2027-10-19');
    expect(await allowed(after.approver, lower)).toEqual(['deregisterFile']);
    expect((await why(after.approver, lower, 'liftFile'))?.zh).toContain('不符');
  });

  it('holds for the certificate too', async () => {
    const id = await on.anActive(office, { hardshipClass: 'severe' });
    const later = on.onDay(office, on.AFTER);
    const offered = (work: Work, file = id) =>
      inTransaction(work, async (tx) => {
        const rows = await tx.rows<{ number: string; status: string; validUntil: PlainDate }>(
          sql`SELECT number, status, valid_until FROM hardship_certificate WHERE file_id = ${file}`,
        );
        return certificateActions(work, await lockFile(tx, work, file), rows)
          .filter((one) => one.allowed)
          .map(({ name }) => name);
      });
    expect(await offered(later.clerk)).toEqual(['reportCertificateLost']);
    // There is nothing to check on the day on which it was issued; a review later there is.
    expect(await offered(later.officer)).toEqual(['reportCertificateLost']);
    await db.owner.query(`UPDATE hardship_file SET reviewed_on = '2027-10-11' WHERE id = $1`, [id]);
    expect(await offered(on.onDay(office, on.REVIEW).officer)).toEqual(['checkCertificate', 'reportCertificateLost']);
    expect(await offered(later.approver)).toEqual([]);
    expect(await offered(later.approver, await on.anActive(office))).toEqual([]);
  });
});
