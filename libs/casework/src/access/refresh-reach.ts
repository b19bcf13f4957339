import { sql } from '#data/sql';
import { inTransaction, type Work } from '../work.js';

/** Works out anew who reaches what: a grant that begins or ends today changes it without anybody doing anything. */
export async function refreshReach(work: Work): Promise<void> {
  await inTransaction(work, (tx) => tx.rows(sql`SELECT bangfu.refresh_reach()`));
}
