import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOf } from '#casework/access/actor-of';
import { listForReassessment } from '#casework/handoffs/list-for-reassessment';
import { planReviews } from '#casework/handoffs/plan-reviews';
import type { Work } from '#casework/work';
import { KEEPER } from '#rules/access/system-actors';
import { newId } from '#runtime/ids';
import { aFile } from '../../support/a-file.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let keeper: Work;
let officer: Work;
const quietly = { progress: () => Promise.resolve() };

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  officer = await aWorker(db, 'aid-officer', tree.north);
  const actor = await actorOf(db.data, KEEPER.id);
  keeper = { data: db.data, secrets: db.secrets, clockwork: db.clockwork, actor, now: new Date('2026-11-20T02:00:00Z') };
});
afterAll(() => db.close());

async function aDraft(status: string, effects: readonly (readonly [fileId: string, effect: string])[]): Promise<string> {
  const id = newId();
  // As it stands after its own life, which is tried elsewhere.
  await db.owner.query(`ALTER TABLE policy_draft DISABLE TRIGGER USER`);
  await db.owner.query(
    `INSERT INTO policy_draft (id, organisation_id, kind, name, changes, valid_from, reason, status, made_by, made_by_name, agreed_by) VALUES ($1, $2, 'standard', '低保标准', '{}', '2026-12-01', 'x', $3, $1, 'x', $2)`,
    [id, tree.city, status],
  );
  await db.owner.query(`ALTER TABLE policy_draft ENABLE TRIGGER USER`);
  for (const [fileId, effect] of effects)
    await db.owner.query(`INSERT INTO policy_effect (draft_id, file_id, organisation_id, effect) VALUES ($1, $2, $3, $4)`, [
      id,
      fileId,
      tree.north,
      effect,
    ]);
  return id;
}
const file = (over: object = {}) => aFile(db.owner, tree.north, { reviewed_on: '2026-11-01', ...over });
const standing = async (id: string) =>
  (
    await db.owner.query(
      `SELECT status, hardship_class, version, review_on::text AS on, handler_id AS handler, review_reasons AS reasons FROM hardship_file WHERE id = $1`,
      [id],
    )
  ).rows[0]!;

it('lists nothing for a draft that is not published', async () => {
  const draftId = await aDraft('agreed', [[(await file()).id, 'leaves']]);
  await expect(listForReassessment(keeper, { draftId }, quietly)).rejects.toMatchObject({ code: 'data.not-found' });
});

it('brings the review of every file that may be touched forward, on somebody’s list, and changes nothing else of it', async () => {
  const touched = await Promise.all(
    ['leaves', 'milder', 'graver', 'undecided', 'unassessed'].map(async (effect) => [(await file()).id, effect] as const),
  );
  const [untouched, ended] = [await file(), await file({ status: 'lifted', ended_on: '2026-11-10' })];
  const late = await file({ reviewed_on: '2024-01-01', filed_on: '2024-01-01', begun_on: '2024-01-01' });
  const draftId = await aDraft('published', [...touched, [untouched.id, 'same'], [ended.id, 'leaves'], [late.id, 'leaves']]);
  await planReviews(keeper, quietly);
  expect(await listForReassessment(keeper, { draftId }, quietly)).toBe(6);
  for (const [id] of touched)
    expect(await standing(id)).toMatchObject({
      status: 'active',
      hardship_class: 'deep',
      version: 1,
      on: '2026-12-31',
      handler: officer.actor.id,
      reasons: [
        { reason: 'standard-changed', on: '2026-12-31', happenedOn: '2026-12-01' },
        { reason: 'round', on: '2027-10-31' },
        { reason: 'yearly', on: '2027-11-01' },
      ],
    });
  expect(await standing(untouched.id)).toMatchObject({ on: '2027-10-31' });
  expect(await standing(ended.id)).toMatchObject({ on: null, status: 'lifted' });
  expect(await standing(late.id)).toMatchObject({
    on: '2024-10-31',
    reasons: expect.arrayContaining([expect.objectContaining({ reason: 'standard-changed' })]),
  });

  const [[first]] = touched as unknown as [[string]];
  await listForReassessment(keeper, { draftId }, quietly);
  await planReviews(keeper, quietly);
  expect((await standing(first)).reasons.map(({ reason }: { reason: string }) => reason)).toEqual(['standard-changed', 'round', 'yearly']);
  await db.owner.query(`UPDATE hardship_file SET reviewed_on = '2026-12-02' WHERE id = $1`, [first]);
  await planReviews(keeper, quietly);
  expect((await standing(first)).reasons.map(({ reason }: { reason: string }) => reason)).toEqual(['round', 'yearly']);
});
