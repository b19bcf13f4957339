// The stand-in for Prisma's schema engine does what the native one does, on migrations made to trip it.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aFolder } from './launcher.js';

const FIRST = `
CREATE TABLE purse (id int PRIMARY KEY, fen bigint NOT NULL CHECK (fen >= 0), kind "char" NOT NULL DEFAULT 'a');
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'never; not even once';
END;
$$;
CREATE TRIGGER never_delete BEFORE DELETE ON purse FOR EACH ROW EXECUTE FUNCTION refuse();
INSERT INTO purse VALUES (1, 100);`;
const HALF = `CREATE TABLE half (id int);
INSERT INTO purse VALUES (1, 100);`;
const SCHEMA = `datasource db {
  provider = "postgresql"
}

model purse {
  id   Int    @id
  fen  BigInt
  kind String @default("a") @db.Char(1)
}
`;

let folder: string;
let url: string;
const admin = new pg.Client({ connectionString: process.env['DATABASE_URL'] });

beforeAll(() => admin.connect());
afterAll(() => admin.end());

beforeEach(async () => {
  folder = aFolder();
  const database = `migrating_${process.pid}_${Math.floor(performance.now())}`;
  await admin.query(`CREATE DATABASE ${database}`);
  const address = new URL(process.env['DATABASE_URL'] ?? '');
  address.pathname = `/${database}`;
  url = address.href;
  mkdirSync(join(folder, 'schema'));
  writeFileSync(join(folder, 'schema', 'schema.prisma'), SCHEMA);
  writeFileSync(
    join(folder, 'prisma.config.ts'),
    `export default ${JSON.stringify({ schema: 'schema', migrations: { path: 'migrations' }, datasource: { url } })};\n`,
  );
  migration('20260101000000_make_purses', FIRST);
  writeFileSync(join(folder, 'migrations', 'migration_lock.toml'), 'provider = "postgresql"\n');
});
afterEach(async () => {
  await admin.query(`DROP DATABASE "${new URL(url).pathname.slice(1)}" WITH (FORCE)`);
  rmSync(folder, { recursive: true, force: true });
});

function migration(name: string, script: string): void {
  mkdirSync(join(folder, 'migrations', name), { recursive: true });
  writeFileSync(join(folder, 'migrations', name, 'migration.sql'), script);
}

function prisma(...args: string[]): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ['apps/launch/prisma.mjs', ...args, '--config', resolve(folder, 'prisma.config.ts')]);
  let said = '';
  child.stdout.on('data', (data) => (said += String(data)));
  child.stderr.on('data', (data) => (said += String(data)));
  return new Promise((done) => child.once('close', (code) => done({ code: code ?? -1, said })));
}

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

describe('prisma migrate deploy', () => {
  it('applies functions and triggers whole, once, and knows it afterwards', async () => {
    expect(await prisma('migrate', 'deploy')).toMatchObject({ code: 0 });
    expect((await prisma('migrate', 'deploy')).said).toMatch(/No pending migrations/);
    expect((await prisma('migrate', 'status')).said).toMatch(/up to date/);
    await expect(ask('DELETE FROM purse')).rejects.toThrow('never; not even once');
    expect(await ask('SELECT migration_name, applied_steps_count, finished_at IS NOT NULL AS finished FROM _prisma_migrations')).toEqual([
      { migration_name: '20260101000000_make_purses', applied_steps_count: 1, finished: true },
    ]);
  });

  it('may be called three times at once', async () => {
    const codes = (await Promise.all([1, 2, 3].map(() => prisma('migrate', 'deploy')))).map(({ code }) => code);
    expect(codes).toEqual([0, 0, 0]);
    expect(await ask('SELECT count(*)::int AS times FROM _prisma_migrations')).toEqual([{ times: 1 }]);
  });

  it('leaves nothing of a migration that fails, says why, and refuses to go on', async () => {
    migration('20260102000000_fail_half_way', HALF);
    const { code, said } = await prisma('migrate', 'deploy');
    expect(code).toBe(1);
    expect(said).toMatch(/purse_pkey/);
    expect(await ask("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
    expect((await prisma('migrate', 'deploy')).said).toMatch(/P3009/);
    expect(await prisma('migrate', 'resolve', '--rolled-back', '20260102000000_fail_half_way')).toMatchObject({ code: 0 });
    migration('20260102000000_fail_half_way', 'CREATE TABLE half (id int);');
    expect(await prisma('migrate', 'deploy')).toMatchObject({ code: 0 });
  });
});

describe('prisma migrate diff', () => {
  it('reads the catalogue of the database and sees what differs', async () => {
    await prisma('migrate', 'deploy');
    const { code, said } = await prisma('migrate', 'diff', '--from-config-datasource', '--to-schema', join(folder, 'schema'), '--script');
    expect(code).toBe(0);
    expect(said).toMatch(/ALTER COLUMN "kind"|ADD COLUMN +"kind"/);
  });

  it('never takes the failure of its engine for "no difference"', async () => {
    const gone = url.replace(/\/[^/]+$/, '/nowhere_at_all');
    writeFileSync(join(folder, 'prisma.config.ts'), readFileSync(join(folder, 'prisma.config.ts'), 'utf8').replace(url, gone));
    const { code } = await prisma('migrate', 'diff', '--from-config-datasource', '--to-schema', join(folder, 'schema'), '--script');
    expect(code).toBe(1);
  });
});

describe('the engine', () => {
  it('is of the same commit as the CLI', () => {
    const versionOf = (name: string): string =>
      (JSON.parse(readFileSync(`node_modules/@prisma/${name}/package.json`, 'utf8')) as { version: string }).version;
    expect(versionOf('schema-engine-wasm')).toBe(versionOf('engines-version'));
  });
});
