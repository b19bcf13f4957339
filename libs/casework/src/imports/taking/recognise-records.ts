import type { Secrets } from '#data/secrets';
import { raw, sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { found, type Finding } from '#rules/imports/findings';
import type { JudgedRow } from '#rules/imports/judge-sheet';
import { newId } from '#runtime/ids';
import type { TakenTable, Taker } from './taker.js';

export interface AcceptedRow {
  readonly rowId: string;
  readonly judged: Extract<JudgedRow, { outcome: 'accepted' }>;
}

export interface Recognised extends AcceptedRow {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'rejected';
  readonly noun: string;
  readonly recordId: string;
  readonly keyHashes: readonly Buffer[];
  readonly contentHash: Buffer;
  readonly lastContentHash?: Buffer;
  /** The record as it is, when it is going to be changed. */
  readonly current?: Tables[TakenTable];
  /** Why it cannot be changed. */
  readonly against?: Finding;
}

/** Keys and contents are kept as keyed hashes: they hold ID numbers, which a plain hash would give away. */
export function hashesOf(
  secrets: Secrets,
  { kind }: Taker,
  { keys, record }: AcceptedRow['judged'],
): { keyHashes: Buffer[]; contentHash: Buffer } {
  return {
    keyHashes: keys.map((key) => secrets.index('import', `${kind.code} key ${key}`)),
    contentHash: secrets.index('import', `${kind.code} content ${JSON.stringify(record)}`),
  };
}

export interface KnownKey {
  readonly keyHash: Buffer;
  readonly recordId: string;
  readonly contentHash: Buffer;
}

export const knownKeys = (kind: string, keyHashes: readonly Buffer[]) =>
  sql`SELECT key_hash, record_id, content_hash FROM import_key WHERE kind = ${kind} AND key_hash = ANY (${[...keyHashes]}::bytea[])`;

/** Tells the rows that are new from those that came before, and of these the ones that say something else now. */
export async function recognise(tx: Transaction, secrets: Secrets, taker: Taker, rows: readonly AcceptedRow[]): Promise<Recognised[]> {
  if (rows.length === 0) return [];
  const hashed = rows.map((row) => ({ ...row, ...hashesOf(secrets, taker, row.judged) }));
  const known = await tx.rows<KnownKey>(
    knownKeys(
      taker.kind.code,
      hashed.flatMap(({ keyHashes }) => keyHashes),
    ),
  );
  const byKey = new Map(known.map((key) => [key.keyHash.toString('hex'), key]));
  const met = hashed.map((row) => ({
    row,
    key: row.keyHashes.map((hash) => byKey.get(hash.toString('hex'))).find((key) => key !== undefined),
  }));
  const changed = met.flatMap(({ row, key }) => (key && !key.contentHash.equals(row.contentHash) ? [key.recordId] : []));
  const records = changed.length > 0 ? await currentRecords(tx, taker.table, changed) : new Map<string, Current>();
  return met.map(({ row, key }): Recognised => {
    const base = { ...row, noun: taker.noun };
    if (!key) return { ...base, outcome: 'created', recordId: newId() };
    if (key.contentHash.equals(row.contentHash)) return { ...base, outcome: 'unchanged', recordId: key.recordId };
    const current = records.get(key.recordId);
    const against = !current
      ? found('row.registered-elsewhere')
      : current.lastVersion !== current.record.version
        ? found('row.changed-by-hand')
        : undefined;
    if (!current || against) return { ...base, outcome: 'rejected', recordId: key.recordId, against: { column: '', ...against! } };
    return { ...base, outcome: 'updated', recordId: key.recordId, lastContentHash: key.contentHash, current: current.record };
  });
}

interface Current {
  readonly record: Tables[TakenTable] & { version: number };
  /** The version that the last import left behind. */
  readonly lastVersion: number | null;
}

async function currentRecords(tx: Transaction, table: TakenTable, ids: readonly string[]): Promise<Map<string, Current>> {
  const records = await tx.rows<Current['record'] & { id: string }>(
    sql`SELECT * FROM ${raw(`public."${table}"`)} WHERE id = ANY (${[...ids]}) ORDER BY id FOR UPDATE`,
  );
  const versions = await tx.rows<{ recordId: string; version: number }>(
    sql`SELECT record_id, max(record_version) AS version FROM import_row WHERE record_id = ANY (${[...ids]}) AND outcome IN ('created', 'updated') GROUP BY record_id`,
  );
  const last = new Map(versions.map(({ recordId, version }) => [recordId, version]));
  return new Map(records.map((record) => [record.id, { record, lastVersion: last.get(record.id) ?? null }]));
}
