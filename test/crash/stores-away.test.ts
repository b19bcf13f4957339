/** The window while a store is away: Redis is only a bell, and without PostgreSQL a clear word is all there is. */
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#runtime/ids';
import { ROOT_ORGANISATION } from '../../prisma/seed/reference-data.js';
import { anAccount, aVisitor } from '../support/accounts.js';
import type { Answer, Visitor } from '../support/api.js';
import { anInstallation, type Installation } from './installation.js';

let place: Installation;
let reviewer: Visitor;

beforeAll(async () => {
  place = await anInstallation();
  const { id } = await anAccount(place.owner, ROOT_ORGANISATION, { role: 'reviewer' });
  reviewer = await aVisitor(place.owner, place.url, id);
}, 120_000);
afterAll(async () => {
  await place.close();
}, 60_000);

const dispute = { channel: 'V', category: '51', applicantName: '张三', employerName: '某厂', request: '支付工资' };
const register = (): Promise<Answer> => reviewer.ask('POST', '/api/disputes', { body: dispute, key: newId() });
const ready = async (): Promise<{ status: number; checks: Record<string, boolean> }> => {
  const answer = await fetch(`${place.url}/health/ready`);
  return { status: answer.status, checks: ((await answer.json()) as { checks: Record<string, boolean> }).checks };
};
async function until(what: () => Promise<boolean>, patience = 20_000): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(50)) if (await what()) return true;
  return false;
}
const reportMade = (id: string) => async (): Promise<boolean> =>
  (await place.owner.query(`SELECT 1 FROM report WHERE id = $1 AND status = 'draft'`, [id])).rowCount === 1;
async function askForReport(period: string): Promise<string> {
  const answer = await reviewer.ask('POST', '/api/reports', { body: { kind: 'month', period }, key: newId() });
  expect(answer.status).toBe(202);
  return (answer.json as { id: string }).id;
}

describe('Redis', () => {
  it('may be gone: the window works on, and work asked for meanwhile is done when it is back', async () => {
    await place.parts.redis.kill();
    expect((await register()).status).toBe(201);
    const report = await askForReport('2026-01');
    expect((await reviewer.ask('GET', '/api/disputes')).status).toBe(200);
    expect(await until(async () => (await ready()).checks['redis'] === false)).toBe(true);
    expect((await ready()).status).toBe(200);
    await place.parts.redis.start();
    expect(await until(reportMade(report), 40_000)).toBe(true);
  }, 90_000);

  it('may refuse to write: the window works on, and nothing has to be restarted', async () => {
    const redis = new Redis(place.redisUrl);
    await redis.config('SET', 'maxmemory', '1');
    expect((await register()).status).toBe(201);
    const report = await askForReport('2026-02');
    await pause(1_000);
    expect(await reportMade(report)()).toBe(false);
    await redis.config('SET', 'maxmemory', '0');
    redis.disconnect();
    expect(await until(reportMade(report), 40_000)).toBe(true);
  }, 90_000);
});

describe('PostgreSQL', () => {
  const codeOf = ({ json }: Answer): string => (json as { code: string }).code;

  it('may be gone: a clear 503, and work goes on when it is back, without a restart', async () => {
    await place.parts.postgres.kill();
    const [write, read] = await Promise.all([register(), reviewer.ask('GET', '/api/disputes')]);
    for (const answer of [write, read]) {
      expect([answer.status, codeOf(answer)]).toEqual([503, 'data.unavailable']);
      expect((answer.json as { zh: string; en: string }).en).toContain('nothing was saved');
    }
    expect((await ready()).status).toBe(503);
    await place.parts.postgres.start();
    const since = Date.now();
    expect(await until(async () => (await register()).status === 201)).toBe(true);
    expect(Date.now() - since).toBeLessThan(5_000);
    expect(place.complaints).toEqual([]);
  }, 60_000);

  it('may be read-only: writing is a clear 503, reading goes on, and writing too as soon as it may', async () => {
    await place.owner.query(`ALTER DATABASE bangfu SET default_transaction_read_only = on`);
    await place.owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'bangfu %'`);
    await until(async () => (await register()).status === 503);
    const refused = await register();
    expect([refused.status, codeOf(refused)]).toEqual([503, 'data.full']);
    expect((await reviewer.ask('GET', '/api/disputes')).status).toBe(200);
    await place.owner.query(`BEGIN READ WRITE; ALTER DATABASE bangfu RESET default_transaction_read_only; COMMIT`);
    await place.owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'bangfu %'`);
    expect(await until(async () => (await register()).status === 201)).toBe(true);
    expect(place.complaints).toEqual([]);
  }, 60_000);
});
