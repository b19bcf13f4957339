import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideObjection } from '#casework/hardship/notices/decide-objection';
import { deregisterFile } from '#casework/hardship/changes/deregister-file';
import { endFile } from '#casework/hardship/changes/end-file';
import { findNotices } from '#casework/hardship/notices/find-notices';
import { liftFile } from '#casework/hardship/changes/lift-file';
import { lowerClass } from '#casework/hardship/changes/lower-class';
import { proposeExit, type ExitProposal } from '#casework/hardship/changes/propose-exit';
import { proposeLower } from '#casework/hardship/changes/propose-lower';
import { raiseClass } from '#casework/hardship/changes/raise-class';
import { recordObjection } from '#casework/hardship/notices/record-objection';
import { renewFile } from '#casework/hardship/reviews/renew-file';
import { returnToHardship } from '#casework/hardship/changes/return-to-hardship';
import { transferFile } from '#casework/hardship/changes/transfer-file';
import { withdrawProposal } from '#casework/hardship/changes/withdraw-proposal';
import { plainDate } from '#rules/shared/plain-date';
import * as on from '../../support/a-case-of-hardship.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, at, type Tree } from '../../support/people.js';

const { as, CALL, REVIEW } = on;
/** Five working days from Monday 11 October 2027, a year without a calendar: weekends alone are estimated. */
const [LAST, AFTER] = ['2027-10-18', '2027-10-19'];
let db: TestDatabase;
let tree: Tree;
let office: on.AidOffice;
let then: on.AidOffice;
let after: on.AidOffice;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = await on.anAidOffice(db, tree.north);
  then = on.onDay(office, REVIEW);
  after = on.onDay(office, AFTER);
});
afterAll(() => db.close());

const refused = (code: string) => expect.objectContaining({ code });
const row = (id: string) => on.rowOf(office, id);
const told = { ...CALL, reason: '家庭收入增加', toldOn: plainDate(REVIEW) };
const announceLower = async (id: string, over: object = {}) =>
  proposeLower(then.reviewer, { ...(await as(office, id)), ...told, hardshipClass: 'relative', ...over });
const announceExit = async (id: string, ground: ExitProposal['ground'], over: object = {}) =>
  proposeExit(then.reviewer, { ...(await as(office, id)), ...told, ground, ...over });
const ended = async (id: string) =>
  (await db.owner.query(`SELECT kind, ended_how FROM hardship_notice WHERE file_id = $1 AND kind <> 'application'`, [id])).rows;

describe('a file under review', () => {
  it('is renewed on an assessment of this review, by none of those who reckoned', async () => {
    const id = await on.underReview(office);
    await expect(renewFile(then.officer, await as(office, id))).rejects.toEqual(refused('access.not-permitted'));
    const reckoner = { ...then.approver, actor: { ...then.officer.actor, rights: then.approver.actor.rights } };
    await expect(renewFile(reckoner, await as(office, id))).rejects.toEqual(refused('hardship.second-person-needed'));
    await renewFile(then.approver, await as(office, id));
    expect(await row(id)).toMatchObject({ status: 'active', hardship_class: 'deep' });
    const { rows } = await db.owner.query(`SELECT reviewed_on::text, review_on > reviewed_on AS again FROM hardship_file WHERE id = $1`, [
      id,
    ]);
    expect(rows).toEqual([{ reviewed_on: REVIEW, again: true }]);
    const clocks = await db.owner.query(
      `SELECT state, started_on::text FROM clock WHERE subject_id = $1 AND code = 'H3' ORDER BY started_on`,
      [id],
    );
    expect(clocks.rows).toEqual([
      { state: 'met', started_on: '2026-11-30' },
      { state: 'running', started_on: REVIEW },
    ]);
  });

  it('is not renewed on last year’s assessment, nor on a worksheet that nobody checked', async () => {
    const id = await on.anActive(office);
    const { beginReview } = await import('#casework/hardship/reviews/begin-review');
    await beginReview(then.clerk, await as(office, id));
    await expect(renewFile(then.approver, await as(office, id))).rejects.toEqual(refused('hardship.assessment-stale'));
  });

  it('is decided on a worksheet of its own, not on the one that the last decision rested on', async () => {
    const id = await on.anActive(office);
    const { beginReview } = await import('#casework/hardship/reviews/begin-review');
    const { assessFile } = await import('#casework/hardship/eligibility/assess-file');
    await beginReview(then.clerk, await as(office, id));
    // A year later it is not even what the household can be assessed by.
    await expect(assessFile(then.officer, { fileId: id })).rejects.toEqual(refused('hardship.worksheet-period-old'));
    await on.reckon(then, id);
    const { rows } = await db.owner.query(
      `SELECT period_from::text, period_to::text FROM hardship_worksheet WHERE file_id = $1 ORDER BY number`,
      [id],
    );
    expect(rows).toEqual([
      { period_from: '2025-11-01', period_to: '2026-10-31' },
      { period_from: '2026-10-01', period_to: '2027-09-30' },
    ]);
    await renewFile(then.approver, await as(office, id));
    // And soon after a decision, of the same months almost, it is not what the next one rests on.
    const soon = on.onDay(office, '2027-10-12');
    await beginReview(soon.clerk, await as(office, id));
    await assessFile(soon.officer, { fileId: id });
    await expect(renewFile(soon.approver, await as(office, id))).rejects.toEqual(refused('hardship.worksheet-of-before'));
  });

  it('changes to a graver class at once, and to a lower one not that way', async () => {
    const id = await on.underReview(office, { hardshipClass: 'relative' }, 'deep');
    await raiseClass(then.approver, { ...(await as(office, id)), hardshipClass: 'deep' });
    expect(await row(id)).toMatchObject({ status: 'active', hardship_class: 'deep' });
    const lower = await on.underReview(office, {}, 'relative');
    await expect(raiseClass(then.approver, { ...(await as(office, lower)), hardshipClass: 'relative' })).rejects.toEqual(
      refused('hardship.adverse'),
    );
    await expect(renewFile(then.approver, { ...(await as(office, lower)), hardshipClass: 'relative' })).rejects.toEqual(
      refused('hardship.adverse'),
    );
  });

  it('is lowered only after it was told, its window gone by, and by another', async () => {
    const id = await on.underReview(office, {}, 'relative');
    await expect(lowerClass(then.approver, await as(office, id))).rejects.toEqual(refused('hardship.move-not-open'));
    await expect(announceLower(id, { toldOn: plainDate('2027-10-12') })).rejects.toEqual(refused('hardship.told-after-today'));
    await expect(announceLower(id, { hardshipClass: 'deep' })).rejects.toEqual(refused('hardship.not-adverse'));
    await expect(announceLower(id, { hardshipClass: 'sudden' })).rejects.toEqual(refused('hardship.class-not-proposed'));
    await announceLower(id);
    expect(await row(id)).toMatchObject({ status: 'class_notice', hardship_class: 'deep' });
    // The family is told; a change of its class does not hang on a wall.
    expect((await findNotices(then.clerk, { limit: 50 })).items.map(({ fileId }) => fileId)).not.toContain(id);
    await expect(lowerClass(on.onDay(office, LAST).approver, await as(office, id))).rejects.toEqual(refused('hardship.window-open'));
    const announcer = { ...after.approver, actor: { ...after.reviewer.actor, rights: after.approver.actor.rights } };
    await expect(lowerClass(announcer, await as(office, id))).rejects.toEqual(refused('hardship.second-person-needed'));
    await lowerClass(after.approver, await as(office, id));
    expect(await row(id)).toMatchObject({ status: 'active', hardship_class: 'relative' });
    expect(await ended(id)).toEqual([{ kind: 'lower', ended_how: 'passed' }]);
    const { rows } = await db.owner.query(
      `SELECT class_before, class_after, reason_cipher FROM hardship_decision WHERE file_id = $1 AND move IN ('proposeLower', 'lowerClass') ORDER BY file_version`,
      [id],
    );
    expect(rows.map(({ reason_cipher: reason, ...kept }) => ({ ...kept, reason: reason && db.secrets.open(reason) }))).toEqual([
      { class_before: 'deep', class_after: 'deep', reason: '家庭收入增加' },
      { class_before: 'deep', class_after: 'relative', reason: null },
    ]);
  });

  it('keeps its class while an objection is open, and when it is upheld', async () => {
    const id = await on.underReview(office, {}, 'relative');
    await announceLower(id);
    await recordObjection(on.onDay(office, '2027-10-13').clerk, { ...(await as(office, id)), content: '收入是一次性的' });
    await expect(lowerClass(after.approver, await as(office, id))).rejects.toEqual(refused('hardship.move-not-open'));
    const { rows } = await db.owner.query<{ id: string }>('SELECT id FROM hardship_objection WHERE file_id = $1', [id]);
    await decideObjection(after.reviewer, { ...(await as(office, id)), objectionId: rows[0]!.id, upheld: true, finding: '属实' });
    expect(await row(id)).toMatchObject({ status: 'under_review', hardship_class: 'deep' });
    expect(await ended(id)).toEqual([{ kind: 'lower', ended_how: 'upheld' }]);
    await expect(lowerClass(after.approver, await as(office, id))).rejects.toEqual(refused('hardship.move-not-open'));
  });

  it('keeps everything when the announcement is withdrawn', async () => {
    const id = await on.underReview(office, {}, 'none');
    await announceExit(id, 'lifted');
    await withdrawProposal(then.reviewer, { ...(await as(office, id)), reason: '重新核实收入' });
    expect([await row(id), await ended(id)]).toMatchObject([
      { status: 'under_review', hardship_class: 'deep' },
      [{ kind: 'exit', ended_how: 'withdrawn' }],
    ]);
  });

  it('is lifted when no class fits any more, or two people say so; as was announced', async () => {
    const still = await on.underReview(office);
    await expect(announceExit(still, 'lifted')).rejects.toEqual(refused('hardship.not-lifted'));
    const id = await on.underReview(office, {}, 'none');
    await announceExit(id, 'lifted');
    expect((await findNotices(then.clerk, { limit: 50 })).items.find(({ fileId }) => fileId === id)).toMatchObject({
      kind: 'exit',
      hardshipClass: 'deep',
      endsOn: LAST,
    });
    await expect(deregisterFile(after.approver, await as(office, id))).rejects.toEqual(refused('hardship.not-as-announced'));
    await expect(liftFile(on.onDay(office, LAST).approver, await as(office, id))).rejects.toEqual(refused('hardship.window-open'));
    await liftFile(after.approver, await as(office, id));
    expect(await row(id)).toMatchObject({ status: 'lifted', end_ground: 'lifted', hardship_class: 'deep' });
  });

  it('is cancelled on its own ground, and untruth asks for a word on what was paid', async () => {
    const id = await on.underReview(office);
    await expect(announceExit(id, 'untrue', { reason: ' ' })).rejects.toEqual(refused('hardship.reason-missing'));
    await announceExit(id, 'untrue');
    await expect(liftFile(after.approver, await as(office, id))).rejects.toEqual(refused('hardship.not-as-announced'));
    await expect(deregisterFile(after.approver, await as(office, id))).rejects.toEqual(refused('hardship.recovery-undecided'));
    await deregisterFile(after.approver, { ...(await as(office, id)), recovery: 'recover' });
    expect(await row(id)).toMatchObject({ status: 'exited_other', end_ground: 'untrue' });
    const { rows } = await db.owner.query(`SELECT ground, details FROM hardship_decision WHERE file_id = $1 AND move = 'deregister'`, [id]);
    expect(rows).toEqual([{ ground: 'untrue', details: { recovery: 'recover' } }]);
  });
});

describe('a file', () => {
  it('ends by death or own request with a proof and without a notice, even in the middle of one', async () => {
    const id = await on.underReview(office, {}, 'relative');
    await announceLower(id);
    const foreign = '00000000-0000-7000-8000-0000000000aa';
    await expect(endFile(then.clerk, { ...(await as(office, id)), ground: 'death', attachmentId: foreign })).rejects.toEqual(
      refused('hardship.proof-missing'),
    );
    await endFile(then.clerk, { ...(await as(office, id)), ground: 'death', proof: '死亡证明 2027-118' });
    expect([await row(id), await ended(id)]).toMatchObject([
      { status: 'exited_other', end_ground: 'death' },
      [{ kind: 'lower', ended_how: 'ended' }],
    ]);
    const { rows } = await db.owner.query(`SELECT DISTINCT state FROM clock WHERE subject_id = $1 AND code IN ('H2', 'H3')`, [id]);
    expect(rows).toEqual([{ state: 'cancelled' }]);
  });

  it('goes to another union with both sides’ word: a draft there of the same family, out of this union’s sight', async () => {
    const id = await on.anActive(office, { name: '罗士信' });
    const there = await aWorker(db, 'aid-officer', tree.south);
    const to = { toOrganisationId: tree.south, acceptedBy: '南区 周宁', acceptedOn: plainDate('2026-11-27'), reason: '单位迁址' };
    const move = on.onDay(office, '2026-12-01');
    await expect(transferFile(move.clerk, { ...(await as(office, id)), ...to, toOrganisationId: tree.north })).rejects.toEqual(
      refused('hardship.transfer-to-itself'),
    );
    await expect(transferFile(move.clerk, { ...(await as(office, id)), ...to, acceptedBy: ' ' })).rejects.toEqual(
      refused('hardship.receiver-not-accepting'),
    );
    await expect(transferFile(move.clerk, { ...(await as(office, id)), ...to, toOrganisationId: id })).rejects.toEqual(
      refused('data.not-found'),
    );
    await transferFile(move.clerk, { ...(await as(office, id)), ...to });
    expect(await row(id)).toMatchObject({ status: 'transferred' });
    const { rows } = await db.owner.query<Record<string, unknown>>('SELECT * FROM hardship_file WHERE earlier_file_id = $1', [id]);
    expect(rows).toMatchObject([
      {
        organisation_id: tree.south,
        status: 'draft',
        holder_name: '罗士信',
        hardship_class: null,
        facts_cipher: null,
        division_code: '320583',
        number: null,
      },
    ]);
    expect(rows[0]!['household_id']).not.toBe((await row(id))['household_id']);
    const { getHardshipFile } = await import('#casework/hardship/get-hardship-file');
    const draft = String(rows[0]!['id']);
    expect(await getHardshipFile(at(there, '2026-12-01T02:00:00Z'), draft)).toMatchObject({ status: 'draft' });
    await expect(getHardshipFile(there, id)).rejects.toEqual(refused('data.not-found'));
    await expect(getHardshipFile(move.clerk, draft)).rejects.toEqual(refused('data.not-found'));
  });

  it('begins anew for a family in hardship again, linked to the old one, once', async () => {
    const id = await on.underReview(office, { name: '尉迟恭' }, 'none');
    await announceExit(id, 'lifted');
    await liftFile(after.approver, await as(office, id));
    const again = { ...(await as(office, id)), reason: '再次失业' };
    await expect(returnToHardship(after.approver, again)).rejects.toEqual(refused('access.not-permitted'));
    const { id: draft } = await returnToHardship(after.clerk, again);
    expect([await row(id), await row(draft)]).toMatchObject([
      { status: 'returned' },
      { status: 'draft', earlier_file_id: id, hardship_class: null, filed_on: null },
    ]);
    await expect(returnToHardship(after.clerk, { ...(await as(office, id)), reason: 'x' })).rejects.toEqual(
      refused('hardship.move-not-open'),
    );
  });

  it('does not begin anew for a family that has another file by now', async () => {
    const id = await on.underReview(office, { name: '程咬金' }, 'none');
    await announceExit(id, 'lifted');
    await liftFile(after.approver, await as(office, id));
    const { draftHardshipFile } = await import('#casework/hardship/draft-hardship-file');
    const holderId = String((await row(id))['holder_id']);
    await draftHardshipFile(after.clerk, { holderId, mainCause: 'major-illness', otherCauses: [] });
    await expect(returnToHardship(after.clerk, { ...(await as(office, id)), reason: '再次失业' })).rejects.toEqual(
      refused('hardship.already-on-file'),
    );
    expect(await row(id)).toMatchObject({ status: 'lifted' });
  });
});
