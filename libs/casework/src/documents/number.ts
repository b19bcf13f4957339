import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';

/** The next number of a kind in an organisation's year: counted under a row lock until the commit, so there are no gaps. */
export async function nextNumber(tx: Transaction, kind: string, organisationId: string, year: number): Promise<number> {
  const { n } = await tx.one<{ n: number }>(sql`SELECT bangfu.next_number(${kind}, ${organisationId}, ${year}) AS n`);
  return n;
}
