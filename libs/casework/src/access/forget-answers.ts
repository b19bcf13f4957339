import { sql } from '#data/sql';
import { inTransaction, type Work } from '../work.js';

/** Forgets the answers that were kept for a repeated request and that nobody asks for again after a week. Returns how many. */
export async function forgetAnswers(work: Work): Promise<number> {
  const [row] = await inTransaction(work, (tx) => tx.rows<{ n: number }>(sql`SELECT bangfu.forget_answers() AS n`));
  return row!.n;
}
