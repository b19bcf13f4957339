import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReviewMonths, ReviewPage } from '#contract/reviews';
import { findReviews, reviewMonths, type ReviewFilter } from '#casework/hardship/reviews/find-reviews';
import type { Work } from '#casework/work';
import { aFile } from '../../support/a-file.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let officer: Work;
const ids: Record<string, string> = {};
const yearly = JSON.stringify([{ reason: 'yearly', on: '2026-11-10' }]);

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  officer = await aWorker(db, 'aid-officer', tree.north);
  const plant = async (name: string, on: string | null, over: object = {}) => {
    ids[name] = (
      await aFile(db.owner, tree.northTown, {
        review_on: on,
        review_reasons: yearly,
        handler_id: officer.actor.id,
        handler_name: 'x',
        ...over,
      })
    ).id;
  };
  await plant('overdue', '2026-11-10');
  await plant('today', '2026-11-20');
  await plant('in sight', '2027-01-19');
  await plant('later', '2027-01-20');
  await plant('another’s', '2026-11-11', { handler_id: null, review_reasons: JSON.stringify([{ reason: 'money-won', on: '2026-11-11' }]) });
  await plant('under review', '2026-11-12', { status: 'under_review' });
  await plant('lifted', '2026-11-13', { status: 'lifted', ended_on: '2026-11-14' });
  await plant('unplanned', null);
});
afterAll(() => db.close());

const listed = async (filter: Partial<ReviewFilter>, work = officer) => {
  const page = await findReviews(work, { view: 'mine', limit: 20, count: true, ...filter });
  expect(ReviewPage.safeParse(page).error).toBeUndefined();
  const names = page.items.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));
  expect('total' in page && page.total).toBe(names.length);
  return names;
};

describe('the list of reviews', () => {
  it('is empty for another district and for who may not read files', async () => {
    for (const work of [await aWorker(db, 'aid-officer', tree.south), await aWorker(db, 'mediator', tree.north)])
      for (const view of ['mine', 'all', 'overdue', 'year'] as const) expect(await listed({ view }, work)).toEqual([]);
  });

  it.each([
    [{ view: 'mine' }, ['overdue', 'under review', 'today', 'in sight']],
    [{ view: 'all' }, ['overdue', 'another’s', 'under review', 'today', 'in sight']],
    [{ view: 'overdue' }, ['overdue', 'another’s', 'under review']],
    [{ view: 'year' }, ['overdue', 'another’s', 'under review', 'today', 'in sight', 'later']],
    [{ view: 'mine', month: '2027-01' }, ['in sight', 'later']],
    [{ view: 'all', month: '2026-11' }, ['overdue', 'another’s', 'under review', 'today']],
    [{ view: 'all', reason: 'money-won' }, ['another’s']],
  ] as const)('by %j shows what is due, the most urgent first', async (filter, names) => {
    expect(await listed(filter)).toEqual(names);
  });

  it('goes on from page to page without a gap', async () => {
    const first = await findReviews(officer, { view: 'all', limit: 2 });
    const second = await findReviews(officer, { view: 'all', limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(
      ['overdue', 'another’s', 'under review', 'today'].map((name) => ids[name]),
    );
  });

  it('shows a masked name, the lamp, and whether the review can be begun, with the reason when not', async () => {
    const items = new Map((await findReviews(officer, { view: 'all', limit: 20 })).items.map((row) => [row.id, row]));
    const row = (name: string) => items.get(ids[name]!)!;
    expect(row('overdue')).toMatchObject({
      holderName: '沈*如',
      reviewedOn: '2026-03-01',
      clock: { lamp: 'black' },
      actions: [{ name: 'beginReview', allowed: true }],
    });
    expect([row('today').clock.lamp, row('in sight').clock.lamp]).toEqual(['red', 'yellow']);
    expect(row('under review').actions).toEqual([expect.objectContaining({ allowed: false, zh: expect.stringContaining('复核中') })]);
    const reader = await aWorker(db, 'archivist', tree.north);
    const [seen] = (await findReviews(reader, { view: 'all', limit: 1 })).items;
    expect(seen!.actions[0]).toMatchObject({ allowed: false });
  });

  it('has a calendar of twelve months, with what is overdue apart', async () => {
    const mine = await reviewMonths(officer, { view: 'mine' });
    expect(ReviewMonths.safeParse(mine).error).toBeUndefined();
    expect(mine.overdue).toBe(2);
    expect(mine.months).toHaveLength(12);
    expect(mine.months.filter(({ files }) => files > 0)).toEqual([
      { month: '2026-11', files: 1 },
      { month: '2027-01', files: 2 },
    ]);
    expect((await reviewMonths(officer, { view: 'all' })).overdue).toBe(3);
  });
});
