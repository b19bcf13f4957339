import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '#casework/access/actor-of';
import { handOverReviews } from '#casework/handoffs/hand-over-reviews';
import { planReviews } from '#casework/handoffs/plan-reviews';
import { checkReviews, reviewFaults } from '#casework/hardship/reviews/check-reviews';
import { sealSheet } from '#casework/hardship/worksheet/kept-worksheet';
import { sealFacts } from '#casework/hardship/sealed-facts';
import type { Work } from '#casework/work';
import { KEEPER } from '#rules/access/system-actors';
import type { WorksheetLine } from '#rules/hardship/worksheet/worksheet';
import { plainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { aFile, aKnownPerson } from '../../support/a-file.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { addOrganisation, aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let keeper: Work;
const quietly = { progress: () => Promise.resolve() };
const today = plainDate('2026-11-20');

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  keeper = {
    data: db.data,
    secrets: db.secrets,
    clockwork: db.clockwork,
    actor: await actorOf(db.data, KEEPER.id),
    now: new Date('2026-11-19T16:35:00Z'),
  };
});
afterAll(() => db.close());

const night = async () => {
  await planReviews(keeper, quietly);
  return handOverReviews(keeper);
};
const fileRow = async (id: string) =>
  (
    await db.owner.query(
      `SELECT review_on::text AS on, review_reasons AS reasons, handler_id AS handler, version FROM hardship_file WHERE id = $1`,
      [id],
    )
  ).rows[0] as {
    on: string | null;
    reasons: { reason: string; on: string; happenedOn?: string }[];
    handler: string | null;
    version: number;
  };
const reasons = async (id: string) => (await fileRow(id)).reasons.map(({ reason, on }) => `${on} ${reason}`);
const membersOf = async (id: string): Promise<string[]> =>
  (
    await db.owner.query<{ id: string }>(
      `SELECT m.id FROM household_member m JOIN hardship_file f ON f.household_id = m.household_id WHERE f.id = $1 AND m.left_on IS NULL`,
      [id],
    )
  ).rows.map((row) => row.id);
const aSheet = (id: string, memberIds: string[], lines: WorksheetLine[] = []) =>
  db.owner.query(
    `INSERT INTO hardship_worksheet (id, file_id, organisation_id, number, status, period_from, period_to, sheet_cipher, signed_on, checked_by, created_by, created_by_name)
     VALUES ($1, $2, $3, 1, 'checked', '2025-09-01', '2026-08-31', $4, '2026-09-01', $1, $2, 'x')`,
    [newId(), id, tree.north, sealSheet(db.secrets, { memberIds, lines, reckonedBy: [] })],
  );
const faults = async () => (await reviewFaults(db.data, today)).files;
const change = (table: string, id: string, set: string, ...values: unknown[]) =>
  db.owner.query(`UPDATE ${table} SET ${set} WHERE id = $1`, [id, ...values]);

describe('the day of the next review', () => {
  it('is worked out for a ledger’s file from the day it was filed, with the yearly clock, and its version stays', async () => {
    const { id } = await aFile(db.owner, tree.north, {
      era: 'R1',
      hardship_class: 'severe',
      begun_on: '2012-05-01',
      filed_on: '2012-05-01',
      employment: 'laid-off',
    });
    await planReviews(keeper, quietly);
    expect(await fileRow(id)).toMatchObject({ on: '2012-10-31', version: 1 });
    expect(await reasons(id)).toEqual(['2012-10-31 round', '2012-11-01 volatile', '2013-05-01 yearly']);
    const { rows } = await db.owner.query(`SELECT code, started_on::text AS on, state FROM clock WHERE subject_id = $1`, [id]);
    expect(rows).toEqual([{ code: 'H3', on: '2012-05-01', state: 'running' }]);
    await planReviews(keeper, quietly);
    expect((await db.owner.query(`SELECT 1 FROM clock WHERE subject_id = $1`, [id])).rowCount).toBe(1);
  });

  it('counts from the last review, and is written once: a second night changes nothing', async () => {
    const { id } = await aFile(db.owner, tree.north, { reviewed_on: '2026-09-15' });
    await planReviews(keeper, quietly);
    expect(await reasons(id)).toEqual(['2027-09-15 yearly']);
    expect(await planReviews(keeper, quietly)).toBe(0);
    const versions = await db.owner.query(`SELECT 1 FROM history.hardship_file WHERE id = $1`, [id]);
    expect(versions.rowCount).toBe(2);
  });

  it('is none for who applies, was lifted or was refused', async () => {
    for (const over of [
      { status: 'notice', filed_on: null },
      { status: 'lifted', ended_on: '2026-06-01' },
    ]) {
      const { id } = await aFile(db.owner, tree.north, over);
      await planReviews(keeper, quietly);
      expect((await fileRow(id)).on).toBeNull();
    }
  });

  it('comes sooner by what is sealed: an income near the threshold, a child that leaves school, a benefit that ends', async () => {
    const { id, householdId, holderId } = await aFile(db.owner, tree.north, { reviewed_on: '2026-09-15', division_code: '320508' });
    const child = newId();
    await db.owner.query(`INSERT INTO household_member (id, household_id, person_id, relation) VALUES ($1, $2, $3, 'child')`, [
      child,
      householdId,
      await aKnownPerson(db.owner, tree.north),
    ]);
    const facts = {
      answers: {},
      household: {},
      ends: [{ reason: 'benefit-ends' as const, on: plainDate('2027-03-31') }],
      members: { [child]: { answers: { enrolledIn: 2024, schoolYears: 3 } } },
    };
    await change('hardship_file', id, 'facts_cipher = $2', sealFacts(db.secrets, facts));
    const wages = {
      id: 'l',
      memberId: holderId,
      side: 'income',
      kind: 'wages',
      amountFen: 250_000,
      frequency: 'monthly',
      voucherId: null,
    } as const;
    await aSheet(id, await membersOf(id), [wages]);
    await planReviews(keeper, quietly);
    expect(await reasons(id)).toEqual(['2027-03-15 near', '2027-03-31 benefit-ends', '2027-06-30 schooling-ends', '2027-09-15 yearly']);
  });

  it('comes soon when somebody turns out to have left before the last review, which counted them; not for who left since', async () => {
    const [early, late] = [await aKnownPerson(db.owner, tree.north), await aKnownPerson(db.owner, tree.north)];
    const { id } = await aFile(db.owner, tree.north, { reviewed_on: '2026-09-15' }, { members: [early, late] });
    const left = (person: string, on: string) =>
      db.owner.query(`UPDATE household_member SET left_on = $2 WHERE person_id = $1`, [person, on]);
    await aSheet(id, await membersOf(id));
    await left(late, '2026-10-02');
    await planReviews(keeper, quietly);
    expect(await reasons(id)).toEqual(['2026-11-01 household-changed', '2027-09-15 yearly']);
    await left(early, '2026-09-10');
    await planReviews(keeper, quietly);
    expect(await reasons(id)).toEqual(['2026-10-15 household-changed', '2026-11-01 household-changed', '2027-09-15 yearly']);
  });

  it('comes within thirty days of what happened to the household, in whatever area', async () => {
    const [left, died, mistaken, worker] = await Promise.all([1, 2, 3, 4].map(() => aKnownPerson(db.owner, tree.north)));
    const { id, householdId } = await aFile(
      db.owner,
      tree.north,
      { reviewed_on: '2026-09-15' },
      { members: [left!, died!, mistaken!, worker!] },
    );
    const memberships = (
      await db.owner.query<{ id: string; person: string }>(`SELECT id, person_id AS person FROM household_member WHERE household_id = $1`, [
        householdId,
      ])
    ).rows;
    const membership = (person: string) => memberships.find((one) => one.person === person)!.id;
    const facts = {
      answers: {},
      household: {},
      ends: [],
      members: { [membership(died!)]: { leaving: 'death' as const }, [membership(mistaken!)]: { leaving: 'mistaken' as const } },
    };
    await change('hardship_file', id, 'facts_cipher = $2', sealFacts(db.secrets, facts));
    for (const [person, on] of [
      [left!, '2026-10-02'],
      [died!, '2026-10-03'],
      [mistaken!, '2026-10-04'],
    ] as const)
      await change('household_member', membership(person), 'left_on = $2', on);
    const dispute = (on: string, fen: number | null) =>
      db.owner.query(
        `INSERT INTO dispute (id, organisation_id, status, channel, category, secondary, employer_name, applicant_id, applicant_name, registered_on, closed_on, outcome, agreed_fen, created_by)
         VALUES ($1, $2, 'closed', 'V', '51', '{}', 'x', $3, 'x', '2026-08-01', $4, '01', $5, $1)`,
        [newId(), tree.south, worker, on, fen],
      );
    await dispute('2026-10-05', 500_000);
    await dispute('2026-10-06', null);
    await dispute('2026-09-14', 500_000);
    await planReviews(keeper, quietly);
    expect(await reasons(id)).toEqual([
      '2026-11-01 household-changed',
      '2026-11-02 member-died',
      '2026-11-04 money-won',
      '2027-09-15 yearly',
    ]);
  });
});

describe('a review that is due', () => {
  const due = (organisationId: string, over: object = {}) =>
    aFile(db.owner, organisationId, { filed_on: '2025-12-01', begun_on: '2025-12-01', ...over });

  it('is on nobody’s list until the night has handed it over; then the nearest who works on files has it', async () => {
    const own = await aTree(db);
    const [officer, clerk] = [await aWorker(db, 'aid-officer', own.north), await aWorker(db, 'window-clerk', own.north)];
    await aWorker(db, 'aid-officer', tree.city);
    await aWorker(db, 'reviewer', own.northTown);
    const { id } = await due(own.northTown);
    await planReviews(keeper, quietly);
    expect(await reviewFaults(db.data, today)).toMatchObject({
      places: expect.arrayContaining([{ organisationId: own.northTown, organisationName: '北镇总工会', files: 1 }]),
    });
    expect((await night()).left).toBe(0);
    expect(await fileRow(id)).toMatchObject({ handler: officer.actor.id, version: 1 });
    expect(await faults()).toBe(0);
    const owner = await db.owner.query(`SELECT owner_id FROM clock WHERE subject_id = $1`, [id]);
    expect(owner.rows).toEqual([{ owner_id: officer.actor.id }]);
    const told = await db.owner.query(`SELECT kind, note_cipher FROM activity WHERE subject_id = $1`, [id]);
    expect(told.rows.map(({ kind, note_cipher }) => [kind, db.secrets.open(note_cipher)])).toEqual([
      ['hardship.handed-over', officer.actor.name],
    ]);
    expect(clerk.actor.id).not.toBe(officer.actor.id);
  });

  it('stays with who has it and may, even if another is nearer; far in the future it needs nobody', async () => {
    const own = await aTree(db);
    const city = await aWorker(db, 'aid-officer', tree.city);
    await aWorker(db, 'aid-officer', own.north);
    const [kept, later] = [
      await due(own.north, { handler_id: city.actor.id }),
      await aFile(db.owner, own.north, { reviewed_on: '2026-11-01' }),
    ];
    await night();
    expect((await fileRow(kept.id)).handler).toBe(city.actor.id);
    expect((await fileRow(later.id)).handler).toBeNull();
  });

  it.each([
    ['was closed', (id: string) => change('"user"', id, `status = 'closed'`)],
    ['lost the right', (id: string) => db.owner.query(`UPDATE role_grant SET revoked_at = now() WHERE user_id = $1`, [id])],
    ['has a right that ran out', (id: string) => db.owner.query(`UPDATE role_grant SET valid_to = '2026-11-19' WHERE user_id = $1`, [id])],
    ['only approves by now', (id: string) => db.owner.query(`UPDATE role_grant SET role_code = 'approver' WHERE user_id = $1`, [id])],
  ])('goes to another when who had it %s', async (_, lose) => {
    const own = await aTree(db);
    const [gone, other] = [await aWorker(db, 'aid-officer', own.north), await aWorker(db, 'aid-officer', own.north)];
    const { id } = await due(own.north, { handler_id: gone.actor.id });
    await night();
    expect((await fileRow(id)).handler).toBe(gone.actor.id);
    await lose(gone.actor.id);
    expect(await faults()).toBe(1);
    await night();
    expect((await fileRow(id)).handler).toBe(other.actor.id);
    expect(await faults()).toBe(0);
  });

  it('follows an organisation that moves to another district, and one that leaves the tree goes to the city', async () => {
    const own = await aTree(db);
    const [north, south, city] = [
      await aWorker(db, 'aid-officer', own.north),
      await aWorker(db, 'aid-officer', own.south),
      await aWorker(db, 'aid-officer', tree.city),
    ];
    const place = newId();
    await addOrganisation(db.owner, place, '移镇总工会', 'town', own.north, '移', '320508');
    const { id } = await due(place);
    await night();
    expect((await fileRow(id)).handler).toBe(north.actor.id);
    await db.owner.query(`UPDATE organisation_parent SET valid_to = '2026-11-20' WHERE organisation_id = $1`, [place]);
    await db.owner.query(`INSERT INTO organisation_parent (id, organisation_id, parent_id, valid_from) VALUES ($1, $2, $3, '2026-11-20')`, [
      newId(),
      place,
      own.south,
    ]);
    await night();
    expect((await fileRow(id)).handler).toBe(south.actor.id);
    await db.owner.query(`UPDATE organisation_parent SET valid_to = '2026-11-20' WHERE organisation_id = $1 AND valid_to IS NULL`, [place]);
    await db.owner.query(`DELETE FROM organisation_parent WHERE organisation_id = $1 AND parent_id = $2`, [place, own.south]);
    await night();
    const handler = (await fileRow(id)).handler;
    expect([north.actor.id, south.actor.id]).not.toContain(handler);
    expect(await faults()).toBe(0);
    expect(city.actor.id).toBeTruthy();
  });

  it('is spread over who is equally near, the most urgent first', async () => {
    const own = await aTree(db);
    const officers = [
      await aWorker(db, 'aid-officer', own.south),
      await aWorker(db, 'aid-officer', own.south),
      await aWorker(db, 'aid-officer', own.south),
    ];
    for (let n = 0; n < 9; n += 1) await due(own.south);
    await night();
    const { rows } = await db.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM hardship_file WHERE organisation_id = $1 GROUP BY handler_id`,
      [own.south],
    );
    expect(rows.map(({ n }) => n)).toEqual([3, 3, 3]);
    expect(officers).toHaveLength(3);
  });
});

describe('the nightly check', () => {
  it('passes after a night, and says so in a refusal when somebody breaks what it holds', async () => {
    await night();
    const told: number[] = [];
    await checkReviews(keeper, (files) => told.push(files));
    const { rows } = await db.owner.query<{ id: string }>(
      `SELECT id FROM hardship_file WHERE status = 'active' AND review_on < '2026-11-20' LIMIT 3`,
    );
    const [a, b, c] = rows.map(({ id }) => id);
    await change('hardship_file', a!, 'handler_id = NULL');
    await change('hardship_file', b!, 'review_on = NULL');
    await change('hardship_file', c!, `review_on = '2099-01-01'`);
    await expect(checkReviews(keeper, (files) => told.push(files))).rejects.toMatchObject({
      code: 'hardship.review-without-owner',
      details: { files: 3 },
    });
    expect(told).toEqual([0, 3]);
    const named = await db.owner.query(`SELECT fault FROM bangfu.reviews_without_owner('2026-11-20') ORDER BY fault`);
    expect(named.rows.map(({ fault }) => fault)).toEqual(['nobody', 'too-late', 'unplanned']);
    await night();
    expect(await faults()).toBe(0);
  });

  it('says where nobody may take a file', async () => {
    const root = newId();
    await addOrganisation(db.owner, root, '孤立总工会', 'town', tree.south, '孤', '320583');
    await db.owner.query(`UPDATE role_grant SET revoked_at = now() WHERE organisation_id IN ($1, $2)`, [tree.city, tree.south]);
    await db.owner.query(`UPDATE role_grant SET revoked_at = NULL WHERE user_id = $1`, [KEEPER.id]);
    await aFile(db.owner, root, { filed_on: '2025-12-01' });
    expect((await night()).left).toBeGreaterThan(0);
    await expect(checkReviews(keeper, () => undefined)).rejects.toMatchObject({
      details: { where: expect.stringContaining('孤立总工会') },
    });
  });
});
