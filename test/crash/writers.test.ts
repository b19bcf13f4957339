/** Many hands on one record, and one hand asking many times. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#runtime/ids';
import { anAccount, aVisitor } from '../support/accounts.js';
import { startApi, type Answer, type TestApi, type Visitor } from '../support/api.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { ROOT_ORGANISATION } from '../../prisma/seed/reference-data.js';

const WRITERS = 64;
let db: TestDatabase;
let api: TestApi;
let reviewer: Visitor;

beforeAll(async () => {
  db = await aDatabase();
  api = await startApi(db.url, { LOG_LEVEL: 'info' });
  const { id } = await anAccount(db.owner, ROOT_ORGANISATION, { role: 'reviewer' });
  reviewer = await aVisitor(db.owner, api.url, id);
}, 60_000);
afterAll(async () => {
  await api.stop();
  await db.close();
});

const parties = { channel: 'V', category: '51', applicantName: '张三', employerName: '某厂', request: '支付工资' };
const codeOf = ({ json }: Answer): string | undefined => (json as { code?: string }).code;
const counted = async (statement: string, ...values: unknown[]): Promise<number> =>
  Number((await db.owner.query<{ n: string }>(statement, values)).rows[0]!.n);

async function aDispute(): Promise<string> {
  const answer = await reviewer.ask('POST', '/api/disputes', { body: parties, key: newId() });
  expect(answer.status).toBe(201);
  return (answer.json as { id: string }).id;
}

describe('64 writers on one dispute', () => {
  it('lets one of them win and tells the others that somebody was quicker', async () => {
    const id = await aDispute();
    const answers = await Promise.all(
      Array.from({ length: WRITERS }, () =>
        reviewer.ask('POST', `/api/disputes/${id}/application`, { body: { version: 1 }, key: newId() }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409 && codeOf(answer) === 'data.changed-meanwhile')).toHaveLength(WRITERS - 1);
    expect(await counted(`SELECT version AS n FROM dispute WHERE id = $1`, id)).toBe(2);
    expect(await counted(`SELECT count(*) AS n FROM audit_entry WHERE subject_id = $1 AND type = 'dispute.moved'`, id)).toBe(1);
    expect(await counted(`SELECT count(*) AS n FROM clock WHERE subject_id = $1`, id)).toBe(2);
  });

  it('leaves no lock and no open transaction behind', async () => {
    const id = await aDispute();
    await Promise.all(
      Array.from({ length: WRITERS }, (_, i) =>
        reviewer.ask('POST', `/api/disputes/${id}/${i % 2 ? 'application' : 'withdrawal'}`, {
          body: { version: 1, reason: '不再申请' },
          key: newId(),
        }),
      ),
    );
    expect(
      await counted(
        `SELECT count(*) AS n FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND NOT l.granted`,
      ),
    ).toBe(0);
    expect(
      await counted(`SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`),
    ).toBe(0);
    expect(await counted(`SELECT version AS n FROM dispute WHERE id = $1`, id)).toBe(2);
  });
});

describe('one request sent again with its Idempotency-Key', () => {
  it('has one effect and the first answer, however often it comes', async () => {
    const key = newId();
    const first = await reviewer.ask('POST', '/api/disputes', { body: { ...parties, remark: key }, key });
    const again = await reviewer.ask('POST', '/api/disputes', { body: { ...parties, remark: key }, key });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.json).toEqual(first.json);
    expect(await counted(`SELECT count(*) AS n FROM dispute WHERE remark = $1`, key)).toBe(1);
  });

  it('has one effect when all of them come at once', async () => {
    const key = newId();
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => reviewer.ask('POST', '/api/disputes', { body: { ...parties, remark: key }, key })),
    );
    expect(answers.every((answer) => answer.status === 201 || (answer.status === 409 && codeOf(answer)!.endsWith('.repeated')))).toBe(true);
    expect(await counted(`SELECT count(*) AS n FROM dispute WHERE remark = $1`, key)).toBe(1);
  });

  it('is refused with another body', async () => {
    const key = newId();
    await reviewer.ask('POST', '/api/disputes', { body: { ...parties, remark: key }, key });
    const other = await reviewer.ask('POST', '/api/disputes', { body: { ...parties, remark: `${key} too` }, key });
    expect([other.status, codeOf(other)]).toEqual([409, 'access.key-reused']);
    expect(await counted(`SELECT count(*) AS n FROM dispute WHERE remark LIKE $1 || '%'`, key)).toBe(1);
  });
});
