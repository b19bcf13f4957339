import { createHash } from 'node:crypto';
import { sql } from '#data/sql';
import { newId } from '#runtime/ids';
import { inTransaction, mustBePermitted, type Work } from '../work.js';
import { keepSheets } from './keep-sheets.js';
import { readWorkbook } from './reading/read-workbook.js';

const mediaTypes = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' } as const;

/** Keeps a ledger as it came, under the hash of its content and sealed, and recognises its sheets. Nothing is taken in yet. */
export async function uploadImport(
  work: Work,
  { fileName, bytes, organisationId = work.actor.organisationId }: { fileName: string; bytes: Buffer; organisationId?: string | undefined },
): Promise<{ id: string }> {
  mustBePermitted(work.actor, 'import.run', { organisationId });
  const name = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\p{Cc}/gu, '')
    .slice(-200);
  const workbook = await readWorkbook(name, bytes);
  const sheets = await keepSheets(workbook);
  const fileHash = createHash('sha256').update(bytes).digest();
  const id = newId();
  await inTransaction(work, async (tx) => {
    await tx.rows(
      sql`INSERT INTO blob (hash, bytes, media_type, created_at) VALUES (${fileHash}, ${work.secrets.seal(bytes)}, ${mediaTypes[workbook.format]}, ${work.now}) ON CONFLICT DO NOTHING`,
    );
    await tx.insert('import', {
      id,
      fileName: name,
      fileHash,
      format: workbook.format,
      organisationId,
      status: 'uploaded',
      sheets: JSON.stringify(sheets),
      createdAt: work.now,
      createdBy: work.actor.id,
    });
    tx.audit({
      type: 'import.uploaded',
      subject: { noun: 'import', id },
      organisationId,
      details: { fileHash: fileHash.toString('hex'), fileName: name },
    });
  });
  return { id };
}
