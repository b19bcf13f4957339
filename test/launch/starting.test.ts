// `npm start` whole: our own PostgreSQL and Redis, the built programs, a page; then again on the same data; then a part dies.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFolder, freePort, isRunning, launch, type Launched } from './launcher.js';

const folder = aFolder();
let url: string;
let program: Launched;

async function start(): Promise<number> {
  const since = performance.now();
  const port = await freePort();
  url = `http://localhost:${port}`;
  program = launch('start.mjs', ['--empty'], { PORT: String(port), BANGFU_DATA: folder });
  await program.says(/Ctrl-C/);
  return (performance.now() - since) / 1000;
}
const parts = (): { name: string; pid: number }[] =>
  (JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as { children: { name: string; pid: number }[] }).children;

/** The organisations on record, as the owner of the database sees them. */
async function organisations(): Promise<number> {
  const port = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
  const password = readFileSync(join(folder, 'postgres-password'), 'utf8').trim();
  const client = new pg.Client({ connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/bangfu` });
  await client.connect();
  const { rowCount } = await client.query('SELECT 1 FROM organisation');
  await client.end();
  return rowCount ?? 0;
}

beforeAll(start);
afterAll(async () => {
  program.kill('SIGTERM');
  await program.ended;
  rmSync(folder, { recursive: true, force: true });
});

describe('npm start', () => {
  it('serves the page, the health and the description, from two programs and two stores', async () => {
    expect(await (await fetch(url)).text()).toMatch(/<div id="root">/);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ checks: { database: true, redis: true } });
    expect(await (await fetch(`${url}/openapi.json`)).json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
    expect(parts().map(({ name }) => name)).toEqual(['postgres', 'redis', 'api', 'worker']);
    expect(await organisations()).toBeGreaterThan(0);
  });

  it('refuses a second one in the same data folder, and says where the first is', async () => {
    const second = launch('start.mjs', ['--empty'], { PORT: String(await freePort()), BANGFU_DATA: folder });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(url);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  it('stops everything when asked to, and is back on the same data within 15 s', async () => {
    const before = await organisations();
    const pids = parts().map(({ pid }) => pid);
    program.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(pids.filter(isRunning)).toEqual([]);
    expect(await start()).toBeLessThan(15);
    expect(await organisations()).toBe(before);
  });

  it.each(['worker', 'api', 'redis', 'postgres'])('stops everything when the %s dies, and says which it was', async (victim) => {
    if (!isRunning(program.pid)) await start();
    const all = parts();
    process.kill(all.find(({ name }) => name === victim)?.pid ?? -1, 'SIGKILL');
    expect(await program.ended).toBe(1);
    expect(all.filter(({ pid }) => isRunning(pid))).toEqual([]);
    expect(program.said()).toMatch(/意外停止/);
    // The database's end may be noticed by the programs first.
    if (victim !== 'postgres') expect(program.said()).toContain(`The ${victim} stopped unexpectedly`);
  });
});
