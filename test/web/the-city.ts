/**
 * The product with its demo city, for browsers: the one at BANGFU_TEST_URL, or one of our own on a test database, with api and
 * worker as they run in an office. Needs dist/ with the web app built in.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { startApi } from '../support/api.js';
import { aDatabase, masterKey } from '../support/database.js';

export interface City {
  url: string;
  leave(): Promise<void>;
}

export async function theCity(): Promise<City> {
  const given = process.env['BANGFU_TEST_URL'];
  if (given) return { url: given.replace(/\/$/, ''), leave: async () => undefined };

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
    async leave() {
      await Promise.all([api.stop(), stop(worker)]);
      await database.close();
    },
  };
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
