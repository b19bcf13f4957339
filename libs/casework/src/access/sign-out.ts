import { sql } from '#data/sql';
import { inTransaction, type Work } from '../work.js';

/** Ends a session, one's own or, for administrators, another's: row-level security says whose one may end. */
export function revokeSession(work: Work, sessionId: string): Promise<void> {
  return inTransaction(work, async (tx) => {
    const { userId } = await tx.one<{ userId: string }>(sql`SELECT user_id FROM session WHERE id = ${sessionId} FOR UPDATE`);
    await tx.rows(sql`UPDATE session SET revoked_at = ${work.now} WHERE id = ${sessionId} AND revoked_at IS NULL`);
    tx.audit({ type: 'session.closed', details: { sessionId }, subject: { noun: 'user', id: userId } });
  });
}
