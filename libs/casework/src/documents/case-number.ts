import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { refuseDocument } from '#rules/documents/refusals';
import { nextNumber } from './number.js';

/**
 * The next number of a case, with the letters of the organisation or of the nearest one above it that has letters, and
 * counted there. Numbers that came with an imported ledger are passed over.
 */
export async function nextCaseNumber(
  tx: Transaction,
  noun: 'dispute' | 'petition' | 'hardship' | 'certificate',
  organisationId: string,
  year: number,
  written: (prefix: string, year: number, running: number) => string,
): Promise<string> {
  const named = await tx.find<{ id: string; numberPrefix: string }>(sql`
    WITH RECURSIVE up AS (
      SELECT id, number_prefix, 0 AS height FROM organisation WHERE id = ${organisationId}
      UNION ALL
      SELECT o.id, o.number_prefix, up.height + 1 FROM up JOIN organisation_parent p ON p.organisation_id = up.id AND p.valid_to IS NULL JOIN organisation o ON o.id = p.parent_id
      WHERE up.number_prefix IS NULL
    ) SELECT id, number_prefix FROM up WHERE number_prefix IS NOT NULL ORDER BY height LIMIT 1`);
  if (!named) throw refuseDocument('documents.prefix-missing');
  for (;;) {
    const number = written(named.numberPrefix, year, await nextNumber(tx, noun, named.id, year));
    const { taken } = await tx.one<{ taken: boolean }>(sql`SELECT bangfu.number_taken(${noun}, ${number}) AS taken`);
    if (!taken) return number;
  }
}
