import { sql } from '#data/sql';
import { inTransaction } from '#casework/work';
import { refreshReach } from '#jobs/access';
import { handles } from '../handlers.js';

export const refreshReachHandler = handles(refreshReach, (work) =>
  inTransaction(work, async (tx) => {
    await tx.rows(sql`SELECT bangfu.refresh_reach()`);
    await tx.rows(sql`SELECT bangfu.forget_answers()`);
  }),
);
