// What the launcher started ends with it, however it ends; and nothing else does.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aFolder, isRunning, launch, until, type Launched } from './launcher.js';

interface Note {
  launcher: { pid: number };
  children: { name: string; pid: number }[];
}

let folder: string;
let services: Launched;

beforeEach(() => {
  folder = aFolder();
});
afterEach(async () => {
  services.kill('SIGTERM');
  await services.ended;
  rmSync(folder, { recursive: true, force: true });
});

const note = (): Note => JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as Note;
const pidOf = (name: string): number => note().children.find((child) => child.name === name)?.pid ?? -1;

/** PostgreSQL and Redis in this test's folder; resolves to the address of the database. */
async function started(): Promise<string> {
  services = launch('services.mjs', ['--data', folder, '--forgetful']);
  const said = await services.says(/BANGFU_DATA=/);
  return /DATABASE_URL='([^']+)'/.exec(said)?.[1] ?? '';
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

describe('the launcher', () => {
  it('takes its children along when asked to end, and finds its data again', async () => {
    await ask(await started(), 'CREATE TABLE kept AS SELECT 7 AS figure');
    const pids = [pidOf('postgres'), pidOf('redis')];
    services.kill('SIGTERM');
    expect(await services.ended).toBe(143);
    expect(pids.map(isRunning)).toEqual([false, false]);
    expect(await ask(await started(), 'SELECT figure FROM kept')).toEqual([{ figure: 7 }]);
  });

  it('leaves nothing behind when it is killed', async () => {
    await started();
    const pids = [pidOf('postgres'), pidOf('redis')];
    services.kill('SIGKILL');
    await services.ended;
    expect(await until(() => !pids.some(isRunning))).toBe(true);
  });

  it('cleans up after one that was killed together with its guard', async () => {
    await started();
    const old = [pidOf('postgres'), pidOf('redis')];
    const guard = guardOf(services.pid);
    process.kill(guard, 'SIGKILL');
    services.kill('SIGKILL');
    await services.ended;
    expect(old.every(isRunning)).toBe(true);
    await started();
    expect(old.some(isRunning)).toBe(false);
    expect(isRunning(pidOf('postgres'))).toBe(true);
  });

  it('ends, with the rest, when one part dies', async () => {
    await started();
    const postgres = pidOf('postgres');
    process.kill(pidOf('redis'), 'SIGKILL');
    expect(await services.ended).toBe(1);
    expect(isRunning(postgres)).toBe(false);
  });

  it('says so when the data folder is in use, and leaves the one who uses it alone', async () => {
    const url = await started();
    const second = launch('services.mjs', ['--data', folder]);
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/正在被使用/);
    expect(second.said()).toMatch(/is in use \(pid \d+\)/);
    expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('keeps its secrets to itself', async () => {
    await started();
    const commandLines = [pidOf('postgres'), pidOf('redis')].map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).join(' ');
    for (const file of ['postgres-password', 'redis-password', 'key']) {
      const secret = readFileSync(join(folder, file), 'utf8').trim();
      expect(secret.length).toBeGreaterThan(30);
      expect(commandLines).not.toContain(secret);
    }
  });
});

function guardOf(launcher: number): number {
  const children = readFileSync(`/proc/${launcher}/task/${launcher}/children`, 'utf8').trim().split(' ').map(Number);
  const guard = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('guard.mjs'));
  if (guard === undefined) throw new Error('no guard');
  return guard;
}
