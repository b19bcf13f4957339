/**
 * A whole installation to be broken: PostgreSQL, Redis, api and worker of its own in a folder that is thrown away. Each part can
 * be killed as a power cut would, and comes back at the address it had, as under a supervisor.
 */
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { loadReferenceData } from '../../prisma/seed/reference-data.js';
import { masterKey, migrations } from '../support/database.js';

interface Running {
  pid: number;
  ended: Promise<{ code?: number | null; signal?: string | null }>;
  tail(lines?: number): string;
}
interface Store extends Running {
  url: string;
}
export interface Folder {
  path: string;
  close(): Promise<void>;
}
interface Launch {
  openDataFolder(path?: string): Promise<Folder>;
  startPostgres(folder: Folder, how: { durable?: boolean; port?: number }): Promise<Store>;
  startRedis(folder: Folder, how: { port?: number }): Promise<Store>;
  startApi(folder: Folder, env: NodeJS.ProcessEnv): Running;
  startWorker(folder: Folder, env: NodeJS.ProcessEnv): Running;
}

/** The launcher's own modules: what is broken here is started just as `npm start` starts it. */
async function launchModules(): Promise<Launch> {
  const all = await Promise.all(
    ['data-folder', 'postgres', 'redis', 'programs'].map(
      (name) => import(pathToFileURL(resolve('apps/launch', `${name}.mjs`)).href) as Promise<Partial<Launch>>,
    ),
  );
  return Object.assign({}, ...all) as Launch;
}

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });

export const partNames = ['api', 'worker', 'redis', 'postgres'] as const;
export type PartName = (typeof partNames)[number];

/** One part: what runs now, whether it does its work, and how to begin again. */
class Part {
  private running: Running | undefined;
  private killing = false;
  private closing = false;
  up = false;

  constructor(
    readonly name: PartName,
    private readonly begin: () => Promise<Running> | Running,
    private readonly ready: (running: Running) => Promise<void>,
    private readonly complain: (what: string) => void,
  ) {}

  /** Starts it, again and again as a supervisor does, until it does its work. */
  async start(): Promise<void> {
    for (let attempt = 1; !this.closing; attempt++) {
      try {
        const running = await this.begin();
        this.running = running;
        this.killing = false;
        void running.ended.then((how) => this.hasEnded(running, how));
        await Promise.race([
          this.ready(running),
          running.ended.then(() => Promise.reject(new Error(`${this.name} ended: ${running.tail(5)}`))),
        ]);
        this.up = true;
        return;
      } catch (error) {
        if (attempt >= 60) throw error;
        await pause(200);
      }
    }
  }

  private hasEnded(running: Running, { code, signal }: { code?: number | null; signal?: string | null }): void {
    if (running !== this.running) return;
    if (this.up && !this.killing && !this.closing) {
      this.complain(`the ${this.name} (${running.pid}) ended by itself (${signal ?? code}): ${running.tail(25)}`);
      this.up = false;
      void this.start();
    }
  }

  /** kill -9, without a word before. */
  async kill(): Promise<void> {
    const { running } = this;
    if (!running) return;
    this.up = false;
    this.killing = true;
    process.kill(running.pid, 'SIGKILL');
    await running.ended;
  }

  close(): void {
    this.closing = true;
  }
}

export interface Installation {
  url: string;
  databaseUrl: string;
  redisUrl: string;
  /** where papers are stored */
  files: string;
  /** past row-level security; reconnects by itself */
  owner: pg.Pool;
  parts: Record<PartName, Part>;
  /** what no part should have done */
  complaints: string[];
  close(): Promise<void>;
}

export async function anInstallation(
  settings: { apiEnv?: Record<string, string>; parts?: readonly PartName[]; prepare?: (owner: pg.Pool) => Promise<void> } = {},
): Promise<Installation> {
  const launch = await launchModules();
  const folder = await launch.openDataFolder();
  const complaints: string[] = [];
  try {
    return await raise(launch, folder, complaints, settings);
  } catch (error) {
    await folder.close();
    throw error;
  }
}

async function raise(
  launch: Launch,
  folder: Folder,
  complaints: string[],
  { apiEnv, parts: wanted = partNames, prepare }: Parameters<typeof anInstallation>[0] & object,
): Promise<Installation> {
  const [database, redis, port, workerPort] = [
    await launch.startPostgres(folder, {}),
    await launch.startRedis(folder, {}),
    await freePort(),
    await freePort(),
  ];
  const owner = new pg.Pool({ connectionString: database.url, max: 4, connectionTimeoutMillis: 5_000 });
  owner.on('error', () => undefined);
  // kill -9 leaves the system's page cache as it is: recovery need not open every file to be sure of it.
  await owner.query(`ALTER SYSTEM SET recovery_init_sync_method = 'syncfs'`);
  for (const { text } of migrations()) await owner.query(text);
  await loadReferenceData(database.url, masterKey());
  await prepare?.(owner);
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    BANGFU_KEY: masterKey().toString('base64'),
    BANGFU_DATA: folder.path,
    HOST: '127.0.0.1',
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    LOG_LEVEL: 'warn',
    NODE_ENV: 'test',
    ...apiEnv,
  };
  const complain = (what: string): void => void complaints.push(what);
  const portOf = (store: Store): number => Number(new URL(store.url).port);
  let [postgresNow, redisNow]: [Store | undefined, Store | undefined] = [database, redis];
  const parts = {
    postgres: new Part(
      'postgres',
      async () => take(postgresNow, () => (postgresNow = undefined)) ?? launch.startPostgres(folder, { port: portOf(database) }),
      async () => undefined,
      complain,
    ),
    redis: new Part(
      'redis',
      async () => take(redisNow, () => (redisNow = undefined)) ?? launch.startRedis(folder, { port: portOf(redis) }),
      async () => undefined,
      complain,
    ),
    api: new Part(
      'api',
      () => launch.startApi(folder, env),
      () => untilReady(`${url}/health/ready`),
      complain,
    ),
    worker: new Part(
      'worker',
      () => launch.startWorker(folder, env),
      () => untilReady(`http://127.0.0.1:${workerPort}/health/ready`),
      complain,
    ),
  };
  for (const name of ['postgres', 'redis', 'api', 'worker'] as const)
    if (wanted.includes(name) || name === 'postgres' || name === 'redis') await parts[name].start();
  const close = async (): Promise<void> => {
    for (const part of Object.values(parts)) part.close();
    await owner.end();
    await folder.close();
  };
  return { url, databaseUrl: database.url, redisUrl: redis.url, files: join(folder.path, 'files'), owner, parts, complaints, close };
}

/** The store that was started to be filled is the first one that runs. */
function take(store: Store | undefined, forget: () => void): Store | undefined {
  forget();
  return store;
}

async function untilReady(address: string): Promise<void> {
  for (;;) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
}
