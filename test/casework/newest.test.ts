/** Lists put together from the newest of each organisation hold the same rows, in the same order, as a walk through the whole register. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDisputes } from '#casework/disputes/find-disputes';
import type { Work } from '#casework/work';
import { newId } from '#runtime/ids';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { dice } from '../support/dice.js';
import { addOrganisation, aTree, aWorker, type Tree } from '../support/people.js';

const CASES = 240;
let db: TestDatabase;
let tree: Tree;
/** more of them than are looked at one by one */
let many: string[];

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  many = Array.from({ length: 70 }, () => newId());
  for (const [i, id] of many.entries()) await addOrganisation(db.owner, id, `${i}村`, 'village', tree.south, `村${i}`, '320583');
}, 60_000);
afterAll(() => db.close());

async function fill(mediator: Work): Promise<void> {
  const random = dice(7);
  const places = [tree.city, tree.north, tree.northTown, tree.south, ...many.slice(0, 20)];
  for (let n = 0; n < CASES; n++) {
    const day = `2026-0${1 + random(9)}-1${random(10)}`;
    await db.owner.query(
      `INSERT INTO dispute (id, organisation_id, status, channel, category, employer_name, applicant_name, mediator_id, registered_on, created_by) VALUES ($1, $2, $3, 'V', $4, '某厂', '张三', $5, $6, $7)`,
      [
        newId(),
        random.pick(places),
        random.pick(['registered', 'mediating', 'closed']),
        random.pick(['51', '24']),
        random(6) === 0 ? mediator.actor.id : null,
        day,
        mediator.actor.id,
      ],
    );
  }
}

/** By the plainest statement there is. */
async function walked(where: string, values: unknown[]): Promise<string[]> {
  const { rows } = await db.owner.query<{ id: string }>(
    `SELECT id FROM dispute d WHERE ${where} ORDER BY registered_on DESC, id DESC`,
    values,
  );
  return rows.map((row) => row.id);
}

async function paged(work: Work, query: object): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await findDisputes(work, { limit: 7, view: 'all', ...query, cursor });
    ids.push(...page.items.map((item) => item.id));
    if (!page.nextCursor) return ids;
    cursor = page.nextCursor;
  }
}

describe('a list read page by page', () => {
  it('is the same for whoever looks, however it is narrowed', async () => {
    const mediator = await aWorker(db, 'mediator', tree.north);
    await fill(mediator);
    const reviewer = await aWorker(db, 'reviewer', tree.city);
    const north = await aWorker(db, 'window-clerk', tree.north);
    const south = await aWorker(db, 'window-clerk', tree.south);
    const below = { north: [tree.north, tree.northTown], south: [tree.south, ...many] };
    const cases: [string, Work, object, string, unknown[]][] = [
      ['the whole city', reviewer, {}, 'true', []],
      ['the whole city, of one status', reviewer, { status: 'mediating' }, `status = 'mediating'`, []],
      ['the whole city, of one district', reviewer, { organisationId: tree.north }, 'organisation_id = ANY ($1)', [below.north]],
      ['a district with one town', north, {}, 'organisation_id = ANY ($1)', [below.north]],
      [
        'its open cases of one category',
        north,
        { view: 'open', category: '51' },
        `organisation_id = ANY ($1) AND status <> 'closed' AND category = '51'`,
        [below.north],
      ],
      ['only its town', north, { organisationId: tree.northTown }, 'organisation_id = $1', [tree.northTown]],
      ['what lies beside it', north, { organisationId: tree.south }, 'false', []],
      ['a district with seventy villages', south, {}, 'organisation_id = ANY ($1)', [below.south]],
      ['one of its villages', south, { organisationId: many[3] }, 'organisation_id = $1', [many[3]]],
      [
        'the own cases wherever they are, and those of the own place',
        mediator,
        {},
        'organisation_id = $1 OR mediator_id = $2',
        [tree.north, mediator.actor.id],
      ],
      [
        'of these the ones of a town',
        mediator,
        { organisationId: tree.northTown },
        'organisation_id = $1 AND mediator_id = $2',
        [tree.northTown, mediator.actor.id],
      ],
      [
        'of these the ones in a stretch of days',
        mediator,
        { from: '2026-03-01', to: '2026-06-30' },
        `(organisation_id = $1 OR mediator_id = $2) AND registered_on BETWEEN '2026-03-01' AND '2026-06-30'`,
        [tree.north, mediator.actor.id],
      ],
    ];
    for (const [what, work, query, where, values] of cases) {
      const wanted = await walked(where, values);
      expect([what, await paged(work, query)]).toEqual([what, wanted]);
      expect([what, (await findDisputes(work, { limit: 1, view: 'all', ...query, count: true })).total]).toEqual([what, wanted.length]);
    }
    expect(
      new Set(await Promise.all(cases.map(async ([, , , where, values]) => (await walked(where, values)).length))).size,
    ).toBeGreaterThan(6);
  });
});
