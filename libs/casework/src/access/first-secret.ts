import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';

/**
 * Whether the account holds an officer's role. Asked once its row is locked, in a statement of its own: a grant that is being given
 * holds the row too, and one that was waited for is seen by the statements after the wait alone.
 */
export const isOfficer = async (tx: Transaction, userId: string): Promise<boolean> =>
  (await tx.one<{ officer: boolean }>(sql`SELECT bangfu.is_officer(${userId}) AS officer`)).officer;

/** Puts a first password in place of whatever may have been lost: the second factor is taken off, sessions and tokens end. */
export async function setFirstPassword(tx: Transaction, user: Tables['user'], passwordHash: string): Promise<void> {
  await tx.update('user', user, {
    passwordHash,
    passwordSetAt: tx.now,
    mustChange: true,
    totpSecret: null,
    totpLastStep: null,
    failedAttempts: 0,
    lockedUntil: null,
  });
  await tx.rows(sql`UPDATE session SET revoked_at = ${tx.now} WHERE user_id = ${user.id} AND revoked_at IS NULL`);
  await tx.rows(sql`UPDATE api_token SET revoked_at = ${tx.now} WHERE user_id = ${user.id} AND revoked_at IS NULL`);
}
