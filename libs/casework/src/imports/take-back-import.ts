import { updateMany } from '#data/bulk';
import { raw, sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import type { LedgerKindCode } from '#rules/imports/ledger-kind';
import { refuseImport } from '#rules/imports/refusals';
import { inTransaction, mustBePermitted, type Work } from '../work.js';
import { readImport, type ImportRecord } from './import-record.js';
import type { Running } from './run-import.js';
import { dropLedgerClocks, runLedgerClocks } from './taking/clocks-of-ledger.js';
import type { TakenTable } from './taking/taker.js';
import { takerOf } from './taking/takers.js';
import { countTouched, recordTables } from './touched-since.js';

const BATCH = 5_000;

/**
 * Takes back what an import made: its records, what it overwrote, what it told of people who were there, and the identities
 * that nobody needs any more. One transaction, so that there is no half of it; the rows of the import stay as its record.
 */
export async function takeBackImport(work: Work, { importId }: { importId: string }, running: Running): Promise<number> {
  const seen = await readImport(work, importId);
  mustBePermitted(work.actor, 'import.reverse', { organisationId: seen.organisationId });
  const touched = await inTransaction(work, async (tx) => {
    const record = await tx.find<ImportRecord>(sql`SELECT * FROM import WHERE id = ${importId} AND status = 'reversing' FOR UPDATE`);
    if (!record) return { removed: 0 };
    const count = await countTouched(tx, importId);
    if (count > 0) {
      const why = refuseImport('imports.touched-since', { count });
      await tx.update('import', record, { status: 'done', error: why.sentence(work.actor.language) });
      return { why };
    }
    // Before the rows that say which records are the import's: what the nights have found in them falls off.
    await tx.rows(sql`SELECT bangfu.unfind_candidates(${importId})`);
    let removed = 0;
    for (const [noun, table] of recordTables) {
      removed += await removeMade(tx, importId, noun, table);
      await restoreChanged(tx, work, importId, noun, table);
      await running.progress(50);
    }
    await forgetCompletions(tx, work, importId);
    await tx.rows(sql`DELETE FROM import_key WHERE import_id = ${importId}`);
    await tx.rows(sql`SELECT bangfu.unmake_people(${importId})`);
    await tx.update('import', record, { status: 'reversed', reversedAt: work.now, reversedBy: work.actor.id });
    tx.audit({
      type: 'import.reversed',
      subject: { noun: 'import', id: importId },
      organisationId: record.organisationId,
      details: { removed },
    });
    return { removed };
  });
  if ('why' in touched) throw touched.why;
  return touched.removed;
}

async function removeMade(tx: Transaction, importId: string, noun: string, table: TakenTable): Promise<number> {
  const target = raw(`public."${table}"`);
  let after = '00000000-0000-0000-0000-000000000000';
  let removed = 0;
  for (;;) {
    const rows = await tx.rows<{ id: string; recordId: string; kind: LedgerKindCode }>(
      sql`SELECT id, record_id, kind FROM import_row WHERE import_id = ${importId} AND noun = ${noun} AND outcome = 'created' AND id > ${after} ORDER BY id LIMIT ${BATCH}`,
    );
    if (rows.length === 0) return removed;
    after = rows.at(-1)!.id;
    const ids = rows.map(({ recordId }) => recordId);
    await tx.rows(sql`DELETE FROM activity WHERE subject_id = ANY (${ids})`);
    if (rows[0]) await dropLedgerClocks(tx, importId, takerOf(rows[0].kind), ids);
    if (table === 'hardship_file') {
      await tx.rows(sql`SELECT bangfu.unbind_files(${importId}, ${ids})`);
      const gone = await tx.rows<{ householdId: string }>(sql`DELETE FROM hardship_file WHERE id = ANY (${ids}) RETURNING household_id`);
      await tx.rows(
        sql`DELETE FROM household h WHERE h.id = ANY (${gone.map(({ householdId }) => householdId)}) AND h.made_by_import = ${importId}`,
      );
    } else await tx.rows(sql`DELETE FROM ${target} WHERE id = ANY (${ids})`);
    removed += rows.length;
  }
}

interface Before {
  record?: Record<string, unknown>;
  contentHash?: string;
  completed?: { personId: string; version: number; columns: string[] };
}

const readBefore = (work: Work, sealed: Buffer): Before =>
  JSON.parse(work.secrets.open(sealed), (_, value: unknown) => (isBytes(value) ? Buffer.from(value.data) : value)) as Before;

const isBytes = (value: unknown): value is { type: 'Buffer'; data: number[] } =>
  typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'Buffer';

/** An import of an older version kept what it overwrote by the columns of then: what is sealed now goes back sealed. */
function sealedNow({ secrets }: Work, table: TakenTable, record: Record<string, unknown>): Record<string, unknown> {
  const [plain, into] = table === 'hardship_file' ? ['remark', 'remarkCipher'] : ['incomeFen', 'incomeCipher'];
  if ((table !== 'hardship_file' && table !== 'household_member') || !(plain in record)) return record;
  const { [plain]: said, ...rest } = record;
  return { ...rest, [into]: said === null || said === undefined ? null : secrets.seal(String(said)) };
}

/** Puts back what a changed row overwrote, and lets the import before it be the last that spoke of the record again. */
async function restoreChanged(tx: Transaction, work: Work, importId: string, noun: string, table: TakenTable): Promise<void> {
  const rows = await tx.rows<{ recordId: string; kind: LedgerKindCode; beforeCipher: Buffer }>(
    sql`SELECT record_id, kind, before_cipher FROM import_row WHERE import_id = ${importId} AND noun = ${noun} AND outcome = 'updated' AND before_cipher IS NOT NULL ORDER BY id`,
  );
  // One at a time: ledgers of one noun overwrite different columns, and corrections are few.
  for (const { recordId, kind, beforeCipher } of rows) {
    const { record: was, contentHash } = readBefore(work, beforeCipher);
    if (!was) continue;
    const record = sealedNow(work, table, was);
    await dropLedgerClocks(tx, importId, takerOf(kind), [recordId]);
    const [{ version } = { version: 0 }] = await updateMany(tx, table, [
      { id: recordId, ...record, ...(table !== 'household_member' && { updatedAt: work.now }) } as never,
    ]);
    const last = await tx.find<{ id: string; importId: string }>(
      sql`SELECT id, import_id FROM import_row WHERE record_id = ${recordId} AND import_id <> ${importId} AND outcome IN ('created', 'updated') ORDER BY id DESC LIMIT 1`,
    );
    if (!last) continue;
    await runLedgerClocks(tx, work, takerOf(kind), [
      { recordId, rowId: last.id, row: await tx.one(sql`SELECT * FROM ${raw(`public."${table}"`)} WHERE id = ${recordId}`) },
    ]);
    await tx.rows(sql`UPDATE import_row SET record_version = ${version} WHERE id = ${last.id}`);
    await tx.rows(
      sql`UPDATE import_key SET content_hash = ${Buffer.from(contentHash!, 'hex')}, import_id = ${last.importId} WHERE kind = ${kind} AND record_id = ${recordId}`,
    );
  }
}

/** What the import told of people who were there is unlearnt, unless the person was changed since. */
async function forgetCompletions(tx: Transaction, work: Work, importId: string): Promise<void> {
  const rows = await tx.rows<{ beforeCipher: Buffer }>(
    sql`SELECT before_cipher FROM import_row WHERE import_id = ${importId} AND before_cipher IS NOT NULL`,
  );
  const completed = rows.flatMap(({ beforeCipher }) => readBefore(work, beforeCipher).completed ?? []);
  for (const column of ['ethnicity', 'politics', 'registeredAt', 'phone', 'health']) {
    const people = completed.filter(({ columns }) => columns.includes(column)).map(({ personId: id, version }) => ({ id, version }));
    if (people.length === 0) continue;
    await tx.rows(
      sql`UPDATE person p SET ${raw(blank[column as keyof typeof blank])} FROM json_to_recordset(${JSON.stringify(people)}::json) n(id uuid, version int) WHERE p.id = n.id AND p.version = n.version`,
    );
  }
}

const blank = {
  ethnicity: 'ethnicity = NULL',
  politics: 'politics = NULL',
  registeredAt: 'registered_at = NULL',
  phone: 'phone_cipher = NULL, phone_index = NULL, phone_masked = NULL',
  health: 'health_cipher = NULL',
} as const;
