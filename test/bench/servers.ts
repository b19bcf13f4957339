/** The servers that are measured: our api as it is shipped, and the limit. */
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { startModule, type Side } from './machine.js';
import { PASSWORD } from './fill/ids.js';

export interface Server {
  port: number;
  pid: number;
  /** from its start to its first answer, in ms */
  readyAfter: number;
  stop(): Promise<void>;
}

export interface Surroundings {
  redisUrl: string;
  masterKey: Buffer;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** A server that ends by itself is a finding, not a slow server. */
function watched(child: ChildProcess, name: string): () => Promise<void> {
  let wanted = false;
  child.once('exit', (code, signal) => {
    if (!wanted) console.error(`${name} ended by itself: ${signal ?? code}`);
  });
  const stop = stopper(child);
  return () => {
    wanted = true;
    return stop();
  };
}

const stopper = (child: ChildProcess) => async (): Promise<void> => {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([ended, pause(5000).then(() => child.kill('SIGKILL'))]);
};

/** `node` takes switches such as --cpu-prof. */
export async function startApi(
  databaseUrl: string,
  { redisUrl, masterKey }: Surroundings,
  { side = 'server' as Side, env = {} as Record<string, string>, node = [] as string[] } = {},
): Promise<Server> {
  const port = await freePort();
  const began = performance.now();
  const child = startModule(new URL('../../apps/api/src/main.js', import.meta.url), {
    side,
    node: ['--max-semi-space-size=8', ...node], // as it is shipped: apps/launch/programs.mjs
    env: {
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      BANGFU_KEY: masterKey.toString('base64'),
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      BANGFU_STOP_WITH_PARENT: '1',
      NODE_ENV: 'production',
      ...env,
    },
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error('the api did not start');
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.ok) break;
    await pause(10);
  }
  return { port, pid: child.pid!, readyAfter: performance.now() - began, stop: watched(child, 'the api') };
}

export async function startLimit(databaseUrl: string): Promise<Server> {
  const began = performance.now();
  const child = startModule(new URL('./limit-server.js', import.meta.url), { side: 'server', env: { BENCH_DATABASE: databaseUrl } });
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    child.once('message', resolve as (message: unknown) => void);
    child.once('exit', () => reject(new Error('the limit did not start')));
  });
  return { port, pid: child.pid!, readyAfter: performance.now() - began, stop: watched(child, 'the limit') };
}

/** What a signed-in person's requests carry. */
export type Session = Record<string, string>;

export async function signIn({ port }: Server, username: string): Promise<Session> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${username} could not sign in: ${await answer.text()}`);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return { cookie: answer.headers.getSetCookie()[0]!.split(';')[0]!, 'x-csrf-token': csrfToken };
}

export async function get<T>({ port }: Server, path: string, headers: Session = {}): Promise<T> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  if (!answer.ok) throw new Error(`${path} → ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
