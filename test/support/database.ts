/**
 * A database of its own for a test file or a proof: made from a template that is migrated and filled once a run, dropped at
 * the end. Needs DATABASE_URL (an account that may create databases), REDIS_URL and BANGFU_KEY.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { Data } from '#data/data';
import { Secrets } from '#data/secrets';
import { sql } from '#data/sql';
import { GATE } from '#rules/access/system-actors';
import { Clockwork } from '#casework/deadlines/clockwork';
import { newId } from '#runtime/ids';
import { loadReferenceData } from '../../prisma/seed/reference-data.js';

export interface TestDatabase {
  url: string;
  data: Data;
  secrets: Secrets;
  clockwork: Clockwork;
  /** as the tables' owner, past row-level security: for looking at the truth */
  owner: pg.Pool;
  close(): Promise<void>;
}

const base = (): string => {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is not set: run through `npm test`, or start services first');
  return url;
};
export const masterKey = (): Buffer => Buffer.from(process.env['BANGFU_KEY'] ?? 'dGVzdCBrZXkgdGVzdCBrZXkgdGVzdCBrZXkgMTIzNDU=', 'base64');

const named = (name: string): string => {
  const url = new URL(base());
  url.pathname = `/${name}`;
  return url.toString();
};

export function migrations(): { name: string; text: string }[] {
  const folder = resolve('prisma/migrations');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }));
}

/** The template is named after what it is made of, so that a changed migration or seed makes a new one. */
async function template(): Promise<string> {
  const all = migrations();
  const seed = [
    'libs/rules/src/access/permissions.ts',
    'libs/rules/src/access/administrators.ts',
    'libs/rules/src/access/roles.ts',
    'libs/rules/src/access/system-actors.ts',
    'prisma/seed/reference-data.ts',
    'prisma/seed/data/clock-rules.json',
    'prisma/seed/data/calendar.json',
    'prisma/seed/data/eligibility-rules.json',
    'prisma/seed/data/subsistence-standards.json',
  ];
  const hash = createHash('sha256');
  for (const { text } of all) hash.update(text);
  for (const file of seed) hash.update(readFileSync(resolve(file)));
  hash.update(masterKey());
  const name = `bangfu_template_${hash.digest('hex').slice(0, 16)}`;
  const client = new pg.Client({ connectionString: base() });
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(hashtextextended('bangfu test template', 0))`);
    if ((await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount) return name;
    const building = `${name}_building`;
    await client.query(`DROP DATABASE IF EXISTS "${building}"`);
    await client.query(`CREATE DATABASE "${building}"`);
    const migrating = new pg.Client({ connectionString: named(building) });
    await migrating.connect();
    for (const { text } of all) await migrating.query(text);
    await migrating.end();
    await loadReferenceData(named(building), masterKey());
    await client.query(`ALTER DATABASE "${building}" RENAME TO "${name}"`);
    return name;
  } finally {
    await client.end();
  }
}

export async function aDatabase(): Promise<TestDatabase> {
  const from = await template();
  const name = `bangfu_test_${newId().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: base() });
  await admin.connect();
  // Two copies of one template at a time are refused: wait for one's turn.
  await admin.query(`SELECT pg_advisory_lock(hashtextextended('bangfu test copy', 0))`);
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${from}"`);
  await admin.end();
  const url = named(name);
  const data = new Data({ url, pool: 10, program: 'bangfu test' });
  const secrets = new Secrets(masterKey());
  secrets.learn(await data.read(GATE, sql`SELECT id, wrapped, retired_at FROM data_key`));
  const owner = new pg.Pool({ connectionString: url, max: 4 });
  owner.on('error', () => undefined);
  return {
    url,
    data,
    secrets,
    clockwork: await Clockwork.read(data),
    owner,
    async close() {
      await data.close();
      await owner.end();
      const dropping = new pg.Client({ connectionString: base() });
      await dropping.connect();
      await dropping.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      await dropping.end();
    },
  };
}
