import { afterAll, beforeAll, expect, it } from 'vitest';
import { rotateKeys, sealedColumns } from '#data/rotate-keys';
import { newId } from '#runtime/ids';
import { aDatabase, masterKey, type TestDatabase } from '../support/database.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

it('knows every sealed column', async () => {
  const { rows } = await db.owner.query<{ name: string }>(
    `SELECT table_schema || '.' || table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema IN ('public', 'history') AND data_type = 'bytea' AND (column_name ~ '(cipher|_original|totp_secret)$' OR table_name = 'blob' AND column_name = 'bytes') ORDER BY 1`,
  );
  const listed = sealedColumns.flatMap(([table, columns]) => columns.map((column) => `${table.replaceAll('"', '')}.${column}`));
  expect(listed.sort()).toEqual(rows.map((row) => row.name).sort());
});

it('seals everything again under writes, and loses nothing', async () => {
  const person = (n: number, sealed: Buffer) => [
    newId(),
    `甲${n}`,
    sealed,
    db.secrets.index('id', String(n)),
    '00000000-0000-7000-8000-000000000002',
  ];
  const add = (n: number) =>
    db.owner.query(
      `INSERT INTO person (id, name, search_keys, id_cipher, id_index, created_by) VALUES ($1, $2, '{}', $3, $4, $5)`,
      person(n, db.secrets.seal(`number ${n}`)),
    );
  for (let n = 0; n < 700; n++) await add(n);
  let writing = true;
  let written = 700;
  const writer = (async () => {
    do await add(written++);
    while (writing);
  })();
  const learn = async () => db.secrets.learn((await db.owner.query('SELECT id, wrapped, retired_at AS "retiredAt" FROM data_key')).rows);
  const { keyId, resealed } = await rotateKeys(db.url, masterKey(), learn, () => undefined);
  writing = false;
  await writer;
  expect(resealed).toBeGreaterThanOrEqual(700);
  const { rows } = await db.owner.query<{ name: string; sealed: Buffer }>('SELECT name, id_cipher AS sealed FROM person');
  expect(rows.length).toBe(written);
  expect(new Set(rows.map((row) => db.secrets.keyOf(row.sealed)))).toEqual(new Set([keyId]));
  expect(rows.every((row) => db.secrets.open(row.sealed) === `number ${row.name.slice(1)}`)).toBe(true);
  // Found as before: the blind index does not depend on the data key.
  expect((await db.owner.query('SELECT name FROM person WHERE id_index = $1', [db.secrets.index('id', '42')])).rows).toEqual([
    { name: '甲42' },
  ]);
});

it('keeps no sealed value in the clear', async () => {
  const { rows } = await db.owner.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM person WHERE position('number'::bytea IN id_cipher) > 0`,
  );
  expect(rows[0]!.n).toBe(0);
});
