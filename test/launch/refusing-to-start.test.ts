import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOldPostgres } from './an-old-postgres.js';
import { aFolder, freePort, launch, type Surroundings } from './launcher.js';

const DATABASE_URL = process.env['DATABASE_URL'] ?? '';
const REDIS_URL = process.env['REDIS_URL'] ?? '';
const KEY = Buffer.alloc(32, 1).toString('base64');
const folder = aFolder();
let port: string;

beforeAll(async () => {
  port = String(await freePort());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const elsewhere = (change: (url: URL) => void): string => {
  const url = new URL(DATABASE_URL);
  change(url);
  return url.href;
};

/** Starts, and demands one sentence in each language, a code that is not 0, and no stack. */
async function expectRefusal(env: Surroundings, zh: RegExp, en: RegExp, args: string[] = ['--empty']): Promise<void> {
  const program = launch('start.mjs', args, { PORT: port, BANGFU_DATA: folder, ...env });
  expect(await program.ended).toBe(1);
  expect(program.said()).toMatch(zh);
  expect(program.said()).toMatch(en);
  expect(program.said()).not.toMatch(/^\s+at /m);
}

describe('before anything is started', () => {
  it('a flag nobody knows', () => expectRefusal({}, /不认识的参数/, /Unknown option/, ['--emtpy']));
  it('a port that is no port', () => expectRefusal({ PORT: 'eighty' }, /PORT=eighty 无效/, /is not a port/));
  it('a port out of range', () => expectRefusal({ PORT: '70000' }, /无效/, /from 1 to 65535/));

  it('a port that is taken', async () => {
    const other = createServer().listen(0, '0.0.0.0');
    await new Promise((resolve) => other.once('listening', resolve));
    const taken = String((other.address() as { port: number }).port);
    await expectRefusal({ PORT: taken }, new RegExp(`端口 ${taken} 已被`), /is taken by another program/);
    other.close();
  });

  it('a DATABASE_URL that is no address', () =>
    expectRefusal({ DATABASE_URL: 'localhost:5432' }, /DATABASE_URL 不是有效的地址/, /not a valid address/));
  it('a REDIS_URL that is no address', () => expectRefusal({ REDIS_URL: 'http://x' }, /REDIS_URL 不是有效的地址/, /not a valid address/));
  it('a data folder where nothing can be', () =>
    expectRefusal({ BANGFU_DATA: '/dev/null/data' }, /无法写入 .*BANGFU_DATA/, /cannot be written.*BANGFU_DATA/));
});

describe('in production', () => {
  const production = { NODE_ENV: 'production' };
  it('demo people', () =>
    expectRefusal({ ...production, DATABASE_URL, REDIS_URL, BANGFU_KEY: KEY }, /不能装入演示数据/, /Demo data is never loaded/, []));
  it('a database nobody chose', () =>
    expectRefusal({ ...production, REDIS_URL, BANGFU_KEY: KEY }, /必须指定 DATABASE_URL/, /name DATABASE_URL/));
  it('a Redis nobody chose', () => expectRefusal({ ...production, DATABASE_URL, BANGFU_KEY: KEY }, /必须指定 REDIS_URL/, /name REDIS_URL/));
  it('a key nobody chose', () => expectRefusal({ ...production, DATABASE_URL, REDIS_URL }, /必须用 BANGFU_KEY/, /name the master key/));
  it('a key that is none', () =>
    expectRefusal({ ...production, DATABASE_URL, REDIS_URL, BANGFU_KEY: 'secret' }, /主密钥.*无效/, /master key.*not valid/));
});

describe('a database', () => {
  it('where nothing answers', async () => {
    const empty = await freePort();
    await expectRefusal(
      { DATABASE_URL: `postgresql://a:b@127.0.0.1:${empty}/c`, REDIS_URL },
      /没有程序在那里应答/,
      /nothing answers there/,
    );
  });
  it('on no host', () =>
    expectRefusal({ DATABASE_URL: 'postgresql://a:b@no-such-host.invalid/c', REDIS_URL }, /找不到这台主机/, /no such host/));
  it('with a wrong password, which is not repeated', async () => {
    const url = elsewhere((to) => (to.password = 'open-sesame'));
    const program = launch('start.mjs', ['--empty'], { PORT: port, BANGFU_DATA: folder, DATABASE_URL: url, REDIS_URL });
    expect(await program.ended).toBe(1);
    expect(program.said()).toMatch(/用户名或密码不对/);
    expect(program.said()).toMatch(/password is wrong/);
    expect(program.said()).not.toContain('open-sesame');
  });
  it('that does not exist', () =>
    expectRefusal({ DATABASE_URL: elsewhere((to) => (to.pathname = '/nowhere')), REDIS_URL }, /没有这个数据库/, /no such database/));

  it('that is too old', async () => {
    const { url, server } = await anOldPostgres();
    await expectRefusal({ DATABASE_URL: url, REDIS_URL }, /PostgreSQL 14\.12,版本过低/, /too old: 15 or newer/);
    server.close();
  });

  describe('with migrations of its own', () => {
    const name = `launch_${process.pid}`;
    const admin = new pg.Client({ connectionString: DATABASE_URL });
    const url = elsewhere((to) => (to.pathname = `/${name}`));

    beforeAll(async () => {
      await admin.connect();
      await admin.query(`CREATE DATABASE ${name}`);
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query('CREATE TABLE _prisma_migrations (migration_name text, finished_at timestamptz, rolled_back_at timestamptz)');
      await client.end();
    });
    afterAll(async () => {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    });

    const holding = async (migration: string, finished: boolean): Promise<void> => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query('DELETE FROM _prisma_migrations');
      await client.query('INSERT INTO _prisma_migrations VALUES ($1, $2, NULL)', [migration, finished ? new Date() : null]);
      await client.end();
    };

    it('from a newer program', async () => {
      await holding('29991231000000_reach_the_future', true);
      await expectRefusal({ DATABASE_URL: url, REDIS_URL }, /已由更新版本的程序升级/, /migrated by a newer version.*/);
    });
    it('that broke off', async () => {
      await holding('20261120000000_lay_out_tables', false);
      await expectRefusal({ DATABASE_URL: url, REDIS_URL }, /上次没有完成/, /did not finish last time/);
    });
  });
});

describe('a Redis', () => {
  it('where nothing answers', async () => {
    const empty = await freePort();
    await expectRefusal({ DATABASE_URL, REDIS_URL: `redis://127.0.0.1:${empty}` }, /连接不上 REDIS_URL/, /Cannot connect to the Redis/);
  });
  it('with a wrong password', async () => {
    const url = new URL(REDIS_URL);
    url.password = 'wrong';
    await expectRefusal({ DATABASE_URL, REDIS_URL: url.href }, /连接不上 REDIS_URL/, /Cannot connect to the Redis/);
  });
});
