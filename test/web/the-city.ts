/**
 * The product with its demo city, for browsers: the one at BANGFU_TEST_URL, or one of our own on a test database, with api and
 * worker as they run in an office. Needs dist/ with the web app built in.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { startApi, type TestApi } from '../support/api.js';
import { aDatabase, masterKey } from '../support/database.js';

export interface City {
  url: string;
  /** The same city some days later: another api on the same database, with its clock ahead. Whoever starts it stops it. */
  later(days: number): Promise<TestApi>;
  leave(): Promise<void>;
}

export async function theCity(): Promise<City> {
  const given = process.env['BANGFU_TEST_URL'];
  // A city that runs elsewhere is one of this DATABASE_URL and REDIS_URL.
  const running = { url: process.env['DATABASE_URL'] ?? '', REDIS_URL: process.env['REDIS_URL'] ?? '' };
  if (given) return { url: given.replace(/\/$/, ''), later: (days) => laterApi(running, days), leave: async () => undefined };

  const database = await aDatabase();
  const environment = {
    DATABASE_URL: database.url,
    REDIS_URL: ownRedis(),
    BANGFU_KEY: masterKey().toString('base64'),
    BANGFU_STOP_WITH_PARENT: '1',
  };
  const worker = run('dist/apps/worker/src/main.js', environment);
  const api = await startApi(database.url, { REDIS_URL: environment.REDIS_URL });
  try {
    await ended(run('dist/prisma/seed/demo-city.js', environment));
  } catch (error) {
    await Promise.all([api.stop(), stop(worker)]);
    throw error;
  }
  return {
    url: api.url,
    later: (days) => laterApi({ url: database.url, REDIS_URL: environment.REDIS_URL }, days),
    async leave() {
      await Promise.all([api.stop(), stop(worker)]);
      await database.close();
    },
  };
}

function laterApi({ url, REDIS_URL }: { url: string; REDIS_URL: string }, days: number): Promise<TestApi> {
  const clock = pathToFileURL('test/support/another-day.mjs').href;
  return startApi(url, { REDIS_URL, LOG_LEVEL: 'info', NODE_OPTIONS: `--import ${clock}`, BANGFU_TEST_DAYS_AHEAD: String(days) });
}

/** A numbered database of its own on the given Redis: another test's worker must not answer our bell. */
function ownRedis(): string {
  const url = new URL(process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379');
  url.pathname = '/11';
  return url.href;
}

function run(program: string, environment: Record<string, string>): ChildProcess & { said: string[] } {
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    env: { ...process.env, NODE_ENV: 'test', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', (line) => said.push(line));
  return Object.assign(child, { said });
}

function ended(child: ChildProcess & { said: string[] }): Promise<void> {
  return new Promise((resolve, reject) =>
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Ended with ${code}:\n${child.said.slice(-20).join('\n')}`)))),
  );
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
