import { sql } from '#data/sql';
import { inTransaction, type Work } from '../work.js';

/** Ends a session of this user: one's own or, for administrators, another's; row-level security says whose one may end. */
export function revokeSession(work: Work, userId: string, sessionId: string): Promise<void> {
  return inTransaction(work, async (tx) => {
    await tx.one(sql`SELECT id FROM session WHERE id = ${sessionId} AND user_id = ${userId} FOR UPDATE`);
    await tx.rows(sql`UPDATE session SET revoked_at = ${work.now} WHERE id = ${sessionId} AND revoked_at IS NULL`);
    tx.audit({ type: 'session.closed', details: { sessionId }, subject: { noun: 'user', id: userId } });
  });
}
