// The database as the launcher needs it: reachable, young enough, not ahead of this program, and migrated.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prismaEnvironment } from './prisma.mjs';
import { inProject, root } from './project.mjs';
import { Stop } from './say.mjs';

const OLDEST = 15;
const MIGRATIONS = inProject('prisma', 'migrations');

const UNREACHABLE = {
  ECONNREFUSED: ['没有程序在那里应答', 'nothing answers there'],
  ENOTFOUND: ['找不到这台主机', 'there is no such host'],
  EAI_AGAIN: ['找不到这台主机', 'there is no such host'],
  ETIMEDOUT: ['连接超时', 'it does not answer in time'],
  EHOSTUNREACH: ['网络不通', 'the host cannot be reached'],
  '28P01': ['用户名或密码不对', 'the user name or password is wrong'],
  28000: ['不允许这个用户连接', 'this user may not connect'],
  '3D000': ['没有这个数据库,请先建立', 'there is no such database; create it first'],
  53300: ['数据库连接数已满', 'it has no connections left'],
  '57P03': ['数据库正在启动,请稍后再试', 'it is starting up; try again shortly'],
};

/** An address without its password. */
const shown = (url) => {
  const { username, host, pathname } = new URL(url);
  return `${username}@${host}${pathname}`;
};

async function connect(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'bangfu launcher' });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const [zh, en] = UNREACHABLE[error.code] ?? UNREACHABLE[error.errors?.[0]?.code] ?? [error.message, error.message];
    throw new Stop(
      `连接不上 DATABASE_URL 指定的数据库 ${shown(url)}:${zh}。`,
      `Cannot connect to the database of DATABASE_URL, ${shown(url)}: ${en}.`,
    );
  }
}

export const migrationsHere = () =>
  existsSync(MIGRATIONS)
    ? readdirSync(MIGRATIONS, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];

async function facts(client) {
  const ask = async (sql) => (await client.query(sql)).rows;
  const [server] = await ask(
    "select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as version, pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()",
  );
  const [{ kept }] = await ask("select to_regclass('_prisma_migrations') is not null as kept");
  const applied = kept
    ? await ask('select migration_name as name, finished_at is null as failed from _prisma_migrations where rolled_back_at is null')
    : [];
  return { ...server, applied };
}

function refuseUnfit({ major, version, encoding, applied }, url) {
  const where = shown(url);
  if (major < OLDEST)
    throw new Stop(
      `数据库 ${where} 是 PostgreSQL ${version},版本过低,需要 ${OLDEST} 或更新。`,
      `The database ${where} is PostgreSQL ${version}, which is too old: ${OLDEST} or newer is needed.`,
    );
  if (encoding !== 'UTF8')
    throw new Stop(`数据库 ${where} 的编码是 ${encoding},需要 UTF8。`, `The database ${where} is encoded in ${encoding}; UTF8 is needed.`);
  const here = new Set(migrationsHere());
  const ahead = applied.filter(({ name }) => !here.has(name));
  if (ahead.length > 0)
    throw new Stop(
      `数据库 ${where} 已由更新版本的程序升级(${ahead[0].name})。请改用那个版本,或恢复升级前的备份。`,
      `The database ${where} was migrated by a newer version of this program (${ahead[0].name}). Use that version, or restore the backup from before the upgrade.`,
    );
  const failed = applied.find((migration) => migration.failed);
  if (failed)
    throw new Stop(
      `数据库 ${where} 的迁移 ${failed.name} 上次没有完成。请按 docs/operate.md 的"升级"一节处理。`,
      `The migration ${failed.name} of the database ${where} did not finish last time. See "Upgrade" in docs/operate.md.`,
    );
}

/** Connects, judges, and says what is there. */
export async function inspectDatabase(url) {
  const client = await connect(url);
  try {
    const found = await facts(client);
    refuseUnfit(found, url);
    return found;
  } finally {
    await client.end();
  }
}

/** Applies the migrations that are missing. */
export async function migrate(folder, url) {
  const { applied } = await inspectDatabase(url);
  const missing = migrationsHere().length - applied.length;
  if (missing === 0) return 'up to date';
  const env = { ...prismaEnvironment(), DATABASE_URL: url };
  const log = join(folder.path, 'logs', 'migrate.log');
  await folder.children.run({
    name: 'migrating the database',
    zh: '数据库迁移',
    command: 'prisma',
    args: ['migrate', 'deploy'],
    cwd: root,
    env,
    log,
  });
  return `${missing} applied`;
}
