/** What a transaction promises, and what a read leaves behind: nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raw, sql } from '#data/sql';
import { plainDate } from '#rules/shared/plain-date';
import { inTransaction, type Work } from '#casework/work';
import type { Once } from '#casework/access/idempotent-answers';
import { newId } from '#runtime/ids';
import { ROOT_ORGANISATION } from '../../prisma/seed/reference-data.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { aWorker } from '../support/people.js';

let db: TestDatabase;
let clerk: Work;

beforeAll(async () => {
  db = await aDatabase();
  clerk = await aWorker(db, 'window-clerk', ROOT_ORGANISATION);
}, 60_000);
afterAll(() => db.close());

const employers = async (name: string): Promise<number> =>
  (await db.owner.query('SELECT 1 FROM employer WHERE name = $1', [name])).rowCount ?? 0;
const anEmployer = (name: string) => ({ id: newId(), name, nameKey: name, searchKeys: [] });

describe('a transaction', () => {
  it('does not pass for kept when one of its statements failed and the work went on', async () => {
    const doing = inTransaction(clerk, async (tx) => {
      await tx.insert('employer', anEmployer('半途公司'));
      await tx.rows(sql`SELECT 1 / ${0}::int`).catch(() => undefined);
    });
    await expect(doing).rejects.toThrow('rolled back');
    expect(await employers('半途公司')).toBe(0);
  });

  it('keeps nothing when what is told at its end is refused', async () => {
    const doing = inTransaction(clerk, async (tx) => {
      await tx.insert('employer', anEmployer('未述公司'));
      tx.tell({ noun: 'dispute', subjectId: 'no id', organisationId: ROOT_ORGANISATION, kind: 'x', happenedOn: plainDate('2026-11-20') });
    });
    await expect(doing).rejects.toMatchObject({ code: 'data.refused' });
    expect(await employers('未述公司')).toBe(0);
  });

  it('takes its key again when it is tried again', async () => {
    const once: Once = { key: newId(), request: 'POST /x' };
    let tries = 0;
    await inTransaction({ ...clerk, once }, async (tx) => {
      await tx.insert('employer', anEmployer('再试公司'));
      if (++tries === 1) throw Object.assign(new Error('deadlock'), { code: '40P01' });
    });
    expect(tries).toBe(2);
    expect(await employers('再试公司')).toBe(1);
    expect((await db.owner.query('SELECT 1 FROM idempotent_answer WHERE key = $1', [once.key])).rowCount).toBe(1);
  });

  it('tells of a connection that is lost in its middle, and the next one works', async () => {
    const doing = inTransaction(clerk, async (tx) => {
      const { pid } = await tx.one<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
      await db.owner.query('SELECT pg_terminate_backend($1)', [pid]);
      await new Promise((done) => setTimeout(done, 50));
      await tx.insert('employer', anEmployer('断线公司'));
    });
    await expect(doing).rejects.toMatchObject({ code: 'data.unavailable' });
    expect(await employers('断线公司')).toBe(0);
    await inTransaction(clerk, (tx) => tx.insert('employer', anEmployer('复线公司')));
    expect(await employers('复线公司')).toBe(1);
  });
});

describe('a read', () => {
  it('leaves nobody on the connection', async () => {
    await clerk.data.read(clerk.actor, sql`SELECT 1`);
    const nobody = { id: '00000000-0000-7000-8000-00000000dead' };
    const actors = await Promise.all(
      Array.from({ length: 20 }, () => clerk.data.read<{ me: string }>(nobody, sql`SELECT bangfu.actor() AS me`)),
    );
    expect(actors.flat().every(({ me }) => me === nobody.id)).toBe(true);
  });

  it('keeps apart the people who read at the same time', async () => {
    const others = await Promise.all(
      Array.from({ length: 40 }, () => newId()).map((id) =>
        clerk.data.read<{ me: string }>({ id }, sql`SELECT bangfu.actor() AS me, pg_sleep(0.002)`).then(([row]) => [id, row!.me]),
      ),
    );
    for (const [asked, seen] of others) expect(seen).toBe(asked);
  });

  it('gives its connection back in order when the statement fails', async () => {
    await expect(clerk.data.read(clerk.actor, sql`SELECT ${raw('nothing_of_the_kind')}`)).rejects.toThrow('nothing_of_the_kind');
    expect(await clerk.data.read(clerk.actor, sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  });
});

describe('a note', () => {
  it('is written on behalf of its writer and of nobody else', async () => {
    const other = await aWorker(db, 'window-clerk', ROOT_ORGANISATION);
    const key = newId();
    await inTransaction({ ...clerk, once: { key, request: 'x' } }, async () => undefined);
    const note = (work: Work, body: string): Promise<void> =>
      work.data.note(work.actor, sql`UPDATE idempotent_answer SET body = ${body} WHERE key = ${key}`);
    await note(other, 'theirs');
    await note(clerk, 'mine');
    expect((await db.owner.query('SELECT body FROM idempotent_answer WHERE key = $1', [key])).rows).toEqual([{ body: 'mine' }]);
  });
});
