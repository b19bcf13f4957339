import pg from 'pg';
import { Secrets } from './secrets.js';

/** Every sealed column: table, key column, sealed columns. A test compares this list with the columns of the database. */
export const sealedColumns: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['public."user"', ['totp_secret']],
  ['public.person', ['id_cipher', 'id_original', 'phone_cipher', 'health_cipher']],
  ['public.bank_account', ['number_cipher']],
  ['public.household_member', ['health_cipher', 'income_cipher']],
  ['public.hardship_file', ['income_cipher', 'outlay_cipher', 'facts_cipher', 'remark_cipher']],
  ['history.hardship_file', ['income_cipher', 'outlay_cipher', 'facts_cipher', 'remark_cipher']],
  ['public.hardship_worksheet', ['sheet_cipher']],
  ['public.hardship_assessment', ['household_cipher', 'override_reason_cipher']],
  ['public.hardship_visit', ['form_cipher']],
  ['public.hardship_verification', ['findings_cipher']],
  ['public.hardship_objection', ['objector_cipher', 'content_cipher', 'finding_cipher']],
  ['public.hardship_decision', ['reason_cipher']],
  ['public.hardship_notice', ['reason_cipher']],
  ['public.hardship_candidate', ['closing_note_cipher']],
  ['public.pairing', ['ended_reason_cipher']],
  ['public.pairing_contact', ['note_cipher']],
  ['public.activity', ['note_cipher']],
  ['public.attachment', ['key_cipher', 'file_name_cipher', 'removed_reason_cipher']],
  ['public.import_row', ['raw_cipher', 'before_cipher']],
  ['public.blob', ['bytes']],
];

/** Values at a time; files are large, so few of them. */
const batchOf = (table: string): number => (table === 'public.blob' ? 4 : 500);

export interface Rotation {
  keyId: number;
  resealed: number;
}

/**
 * Makes a new data key and seals everything again with it, while the programs run. `wait` lets every program learn the new key
 * (they look every twenty seconds) before anything is sealed with it here; the old keys are retired at the end and stay
 * readable, for dumps that were made before. Run as the owner of the tables.
 */
export async function rotateKeys(
  url: string,
  master: Buffer,
  wait: (milliseconds: number) => Promise<void>,
  onProgress: (resealed: number) => void,
): Promise<Rotation> {
  const client = new pg.Client({ connectionString: url, application_name: 'bangfu key rotation' });
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(hashtextextended('bangfu key rotation', 0))`);
    const { rows } = await client.query<{ id: number }>(
      'INSERT INTO data_key (id, wrapped) SELECT coalesce(max(id), 0) + 1, $1 FROM data_key RETURNING id',
      [Secrets.newWrappedKey(master)],
    );
    const keyId = rows[0]!.id;
    await wait(45_000);
    const secrets = new Secrets(master);
    secrets.learn((await client.query('SELECT id, wrapped, retired_at AS "retiredAt" FROM data_key')).rows);
    let resealed = 0;
    for (const [table, columns] of sealedColumns) {
      for (const column of columns) {
        resealed += await reseal(client, secrets, keyId, table, column, (count) => onProgress(resealed + count));
      }
    }
    await client.query('UPDATE data_key SET retired_at = now() WHERE id < $1 AND retired_at IS NULL', [keyId]);
    return { keyId, resealed };
  } finally {
    await client.end();
  }
}

/** Values whose first four bytes name another key. A row that somebody changes meanwhile is found again by the next round. */
async function reseal(
  client: pg.Client,
  secrets: Secrets,
  keyId: number,
  table: string,
  column: string,
  onProgress: (count: number) => void,
): Promise<number> {
  const id = Buffer.alloc(4);
  id.writeUInt32BE(keyId);
  let count = 0;
  for (;;) {
    const { rows } = await client.query<{ at: string; sealed: Buffer }>(
      `SELECT ctid::text AS at, ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL AND substring(${column} FROM 1 FOR 4) <> $1 LIMIT ${batchOf(table)}`,
      [id],
    );
    if (rows.length === 0) return count;
    await client.query(
      `UPDATE ${table} t SET ${column} = v.fresh FROM unnest($1::tid[], $2::bytea[], $3::bytea[]) AS v(at, was, fresh) WHERE t.ctid = v.at AND t.${column} = v.was`,
      [rows.map((row) => row.at), rows.map((row) => row.sealed), rows.map((row) => secrets.seal(secrets.openBytes(row.sealed)))],
    );
    count += rows.length;
    onProgress(count);
  }
}
