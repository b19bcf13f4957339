import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { refuseDocument } from '#rules/documents/refusals';

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
  for (;;) {
    const next = await tx.find<{ prefix: string; running: number }>(
      sql`SELECT prefix, running FROM bangfu.next_case_number(${noun}, ${organisationId}, ${year})`,
    );
    if (!next) throw refuseDocument('documents.prefix-missing');
    const number = written(next.prefix, year, next.running);
    const { taken } = await tx.one<{ taken: boolean }>(sql`SELECT bangfu.number_taken(${noun}, ${number}) AS taken`);
    if (!taken) return number;
  }
}
