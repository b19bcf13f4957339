/** A database of its own for a run: migrated, with reference data, filled, and dropped at the end. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { Secrets } from '#data/secrets';
import { loadReferenceData } from '../../prisma/seed/reference-data.js';
import { fillDisputes, fillPetitions } from './fill/cases.js';
import { fillOrganisations } from './fill/organisations.js';
import { fillEmployers, fillPeople } from './fill/people.js';
import { withoutIndexes } from './fill/bulk.js';
import type { Size } from './settings.js';

export interface BenchDatabase {
  url: string;
  size: Size;
  secrets: Secrets;
  drop(): Promise<void>;
}

export async function aFilledDatabase(serverUrl: string, masterKey: Buffer, name: string, size: Size): Promise<BenchDatabase> {
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).toString();
  await asAdmin(serverUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`, `CREATE DATABASE "${name}"`);
  const client = new pg.Client({ connectionString: url, application_name: 'bangfu bench' });
  await client.connect();
  try {
    for (const text of migrations()) await client.query(text);
    await loadReferenceData(url, masterKey);
    const secrets = new Secrets(masterKey);
    const { rows } = await client.query<{ id: number; wrapped: Buffer }>('SELECT id, wrapped FROM data_key');
    secrets.learn(rows.map((row) => ({ ...row, retiredAt: null })));
    await fillOrganisations(client);
    await withoutIndexes(client, async () => {
      await fillEmployers(client);
      await fillPeople(client, secrets, size.persons);
      await fillDisputes(client, size);
      await fillPetitions(client, size);
    });
    return { url, size, secrets, drop: () => asAdmin(serverUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) };
  } finally {
    await client.end();
  }
}

async function asAdmin(serverUrl: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function migrations(): string[] {
  const folder = resolve('prisma/migrations');
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map((entry) => entry.name)
    .sort()
    .map((name) => readFileSync(join(folder, name, 'migration.sql'), 'utf8'));
}
