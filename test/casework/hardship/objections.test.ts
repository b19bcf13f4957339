import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reckonClocks } from '#casework/deadlines/reckon-clocks';
import { approveFile } from '#casework/hardship/application/approve-file';
import { decideObjection } from '#casework/hardship/notices/decide-objection';
import { readObjection } from '#casework/hardship/notices/read-objection';
import { recordObjection } from '#casework/hardship/notices/record-objection';
import { refuseApplicationForFile } from '#casework/hardship/application/refuse-file';
import type { Work } from '#casework/work';
import { KEEPER } from '#rules/access/system-actors';
import { rightsOf } from '#casework/access/rights-of';
import { plainDate } from '#rules/shared/plain-date';
import * as on from '../../support/a-case-of-hardship.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, at, type Tree } from '../../support/people.js';

const { as } = on;
let db: TestDatabase;
let tree: Tree;
let office: on.AidOffice;
let stranger: Work;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = await on.anAidOffice(db, tree.north);
  stranger = await aWorker(db, 'reviewer', tree.south);
});
afterAll(() => db.close());

const refused = (code: string) => expect.objectContaining({ code });
const statusOf = async (id: string) => (await on.rowOf(office, id))['status'];
const object = async (id: string, day: string, over: object = {}) =>
  recordObjection(on.onDay(office, day).clerk, {
    ...(await as(office, id)),
    objector: '王某，邻居',
    content: '该户另有一套住房出租',
    ...over,
  });
const objectionsOf = async (id: string) =>
  (
    await db.owner.query<{ id: string; recorded_by: string; content_cipher: Buffer; finding_cipher: Buffer | null }>(
      'SELECT * FROM hardship_objection WHERE file_id = $1 ORDER BY id',
      [id],
    )
  ).rows;
const decide = async (id: string, objectionId: string, day: string, upheld: boolean, work = on.onDay(office, day).reviewer) =>
  decideObjection(work, { ...(await as(office, id)), objectionId, upheld, finding: '经查，该房系其父母所有' });
const clockOf = async (id: string) =>
  (await db.owner.query(`SELECT state, due_on::text AS due FROM clock WHERE subject_id = $1 AND code = 'H1'`, [id])).rows[0];
const reckoned = async (day: string) => {
  const time = `${day}T00:30:00Z`;
  const keeper = {
    ...office.clerk,
    actor: { ...KEEPER, organisationId: tree.city, language: 'zh' as const, rights: await rightsOf(db.data, KEEPER.id) },
  };
  await reckonClocks(at(keeper, time));
};

describe('an objection', () => {
  it('is recorded by those who record, read by those who check, and nowhere in clear', async () => {
    const id = await on.onNotice(office);
    await expect(recordObjection(office.approver, { ...(await as(office, id)), content: 'x' })).rejects.toEqual(
      refused('access.not-permitted'),
    );
    await object(id, '2026-11-24');
    const [objection] = await objectionsOf(id);
    expect(objection!.content_cipher.toString('utf8')).not.toContain('住房');
    const which = { fileId: id, objectionId: objection!.id };
    await expect(readObjection(office.clerk, which)).rejects.toEqual(refused('access.not-permitted'));
    await expect(readObjection(stranger, which)).rejects.toEqual(refused('data.not-found'));
    expect(await readObjection(office.reviewer, which)).toEqual({
      id: objection!.id,
      objector: '王某，邻居',
      content: '该户另有一套住房出租',
      finding: null,
    });
    const { rows } = await db.owner.query(
      `SELECT (SELECT count(*)::int FROM activity WHERE subject_id = $1 AND details::text LIKE '%住房%') + (SELECT count(*)::int FROM audit_entry WHERE details::text LIKE '%住房%') AS n`,
      [id],
    );
    expect(rows).toEqual([{ n: 0 }]);
    const { rows: told } = await db.owner.query(
      'SELECT note_cipher AS note FROM activity WHERE subject_id = $1 AND note_cipher IS NOT NULL',
      [id],
    );
    for (const { note } of told) expect(db.secrets.open(note)).not.toContain('住房');
  });

  it('stops the clock, also overnight, and its dismissal lets it go on by the days that were left', async () => {
    const id = await on.onNotice(office);
    await object(id, '2026-11-24');
    expect([await statusOf(id), await clockOf(id)]).toEqual(['objected', { state: 'suspended', due: '2026-11-30' }]);
    await reckoned('2026-12-15');
    expect(await clockOf(id)).toEqual({ state: 'suspended', due: '2026-12-21' });
    await expect(approveFile(on.onDay(office, '2026-12-16').approver, await as(office, id))).rejects.toEqual(
      refused('hardship.move-not-open'),
    );
    const [objection] = await objectionsOf(id);
    await decide(id, objection!.id, '2026-12-16', false);
    // Monday 23 November had passed when it stopped: four working days are left, the 16th of December being the first.
    expect([await statusOf(id), await clockOf(id)]).toEqual(['notice', { state: 'running', due: '2026-12-21' }]);
    await expect(approveFile(on.onDay(office, '2026-12-21').approver, await as(office, id))).rejects.toEqual(
      refused('hardship.window-open'),
    );
    await on.askedElsewhere(on.onDay(office, '2026-12-22'), id);
    await approveFile(on.onDay(office, '2026-12-22').approver, await as(office, id));
  });

  it('is in time until the last day, also where it is recorded the day after; then no more', async () => {
    const [late, recordedLate] = [await on.onNotice(office), await on.onNotice(office)];
    await reckoned('2026-11-28');
    await expect(object(late, '2026-11-30')).rejects.toEqual(refused('hardship.window-closed'));
    expect(await clockOf(recordedLate)).toEqual({ state: 'lapsed', due: '2026-11-27' });
    await object(recordedLate, '2026-11-30', { on: plainDate('2026-11-27') });
    expect(await clockOf(recordedLate)).toEqual({ state: 'suspended', due: '2026-11-30' });
    const [objection] = await objectionsOf(recordedLate);
    await decide(recordedLate, objection!.id, '2026-12-01', false);
    expect(await clockOf(recordedLate)).toEqual({ state: 'running', due: '2026-12-01' });
  });

  it('is not decided by who recorded it, and not twice', async () => {
    const id = await on.onNotice(office);
    const both: Work = {
      ...office.clerk,
      actor: { ...office.clerk.actor, rights: new Map([...office.clerk.actor.rights, ...office.reviewer.actor.rights]) },
    };
    await recordObjection(both, { ...(await as(office, id)), content: '不实' });
    const [objection] = await objectionsOf(id);
    await expect(decide(id, objection!.id, '2026-11-20', false, both)).rejects.toEqual(refused('hardship.second-person-needed'));
    await expect(decide(id, objection!.id, '2026-11-20', false, office.clerk)).rejects.toEqual(refused('access.not-permitted'));
    await decide(id, objection!.id, '2026-11-20', false);
    await expect(decide(id, objection!.id, '2026-11-20', true)).rejects.toEqual(refused('hardship.move-not-open'));
  });

  it('sends the application back to be verified when it is upheld; the notice comes down', async () => {
    const id = await on.onNotice(office);
    await object(id, '2026-11-23');
    const [objection] = await objectionsOf(id);
    await decide(id, objection!.id, '2026-11-25', true);
    const { rows } = await db.owner.query(`SELECT ended_how, ended_on::text FROM hardship_notice WHERE file_id = $1`, [id]);
    expect([await statusOf(id), rows, (await clockOf(id)).state]).toEqual([
      'verifying',
      [{ ended_how: 'upheld', ended_on: '2026-11-25' }],
      'cancelled',
    ]);
  });

  it('joins others while one is being checked: the file moves with the last, and back if any was upheld', async () => {
    const id = await on.onNotice(office);
    await object(id, '2026-11-23');
    await object(id, '2026-12-20', { objector: null });
    const [first, second] = await objectionsOf(id);
    await decide(id, first!.id, '2026-12-21', true);
    expect([await statusOf(id), (await clockOf(id)).state]).toEqual(['objected', 'suspended']);
    await expect(decide(id, first!.id, '2026-12-21', false)).rejects.toEqual(refused('hardship.objection-decided'));
    await decide(id, second!.id, '2026-12-21', false);
    expect(await statusOf(id)).toBe('verifying');
    const { rows } = await db.owner.query(`SELECT move FROM hardship_decision WHERE file_id = $1 ORDER BY file_version DESC LIMIT 2`, [id]);
    expect(rows).toEqual([{ move: 'upholdObjection' }, { move: 'object' }]);
  });

  it('may end in a refusal', async () => {
    const id = await on.onNotice(office);
    await object(id, '2026-11-23');
    await refuseApplicationForFile(on.onDay(office, '2026-11-24').approver, { ...(await as(office, id)), reason: '家庭财产不符' });
    const { rows } = await db.owner.query(`SELECT ended_how FROM hardship_notice WHERE file_id = $1`, [id]);
    expect([await statusOf(id), rows]).toEqual(['refused', [{ ended_how: 'refused' }]]);
  });
});
