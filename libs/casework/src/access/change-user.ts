import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { mayHandOutSecret } from '#rules/access/officers';
import { refuseAccess } from '#rules/access/refusals';
import { refuseIf } from '#rules/shared/refusal';
import { inTransaction, mustBePermitted, type Work } from '../work.js';
import { isOfficer, setFirstPassword } from './first-secret.js';
import { firstPassword, hashPassword } from './passwords.js';

/** Somebody's account, held for the change. The system's own are nobody's: whoever got into one would have its reach over every file. */
const lockAccount = (tx: Transaction, id: string): Promise<Tables['user']> =>
  tx.one<Tables['user']>(sql`SELECT * FROM "user" WHERE id = ${id} AND username NOT LIKE 'system.%' FOR UPDATE`);

export function changeUser(
  work: Work,
  { userId, version, name, organisationId }: { userId: string; version: number; name: string; organisationId: string },
): Promise<void> {
  return inTransaction(work, async (tx) => {
    const user = await lockAccount(tx, userId);
    mustBePermitted(work.actor, 'user.change', user);
    mustBePermitted(work.actor, 'user.change', { organisationId });
    await tx.update('user', { id: userId, version }, { name, organisationId });
    tx.audit({
      type: 'user.changed',
      details: { fields: [...(name !== user.name ? ['name'] : []), ...(organisationId !== user.organisationId ? ['organisationId'] : [])] },
      subject: { noun: 'user', id: userId },
    });
  });
}

/** Closes an account and ends its sessions and tokens; what it did stays under its name. Reopening gives back the roles it still holds. */
export async function closeUser(
  work: Work,
  { userId, version, reason }: { userId: string; version: number; reason: string },
  close: boolean,
): Promise<void> {
  if (close && userId === work.actor.id) throw refuseAccess('access.own-account');
  return inTransaction(work, async (tx) => {
    const user = await lockAccount(tx, userId);
    mustBePermitted(work.actor, 'user.close', user);
    await tx.update('user', { id: userId, version }, { status: close ? 'closed' : 'active' });
    if (close) {
      await tx.rows(sql`UPDATE session SET revoked_at = ${work.now} WHERE user_id = ${userId} AND revoked_at IS NULL`);
      await tx.rows(sql`UPDATE api_token SET revoked_at = ${work.now} WHERE user_id = ${userId} AND revoked_at IS NULL`);
    }
    tx.audit({ type: close ? 'user.closed' : 'user.reopened', details: { reason }, subject: { noun: 'user', id: userId } });
  });
}

export function unlockUser(work: Work, userId: string): Promise<void> {
  return inTransaction(work, async (tx) => {
    const user = await lockAccount(tx, userId);
    mustBePermitted(work.actor, 'user.unlock', user);
    await tx.update('user', user, { failedAttempts: 0, lockedUntil: null });
    tx.audit({ type: 'user.unlocked', details: {}, subject: { noun: 'user', id: userId } });
  });
}

/**
 * A new first password, shown once; ends sessions and tokens and takes off the second factor: any of them may be what was lost.
 * Not of an officer's account (三员), not even one's own: that is what the command on the server is for.
 */
export async function resetPassword(work: Work, userId: string): Promise<{ id: string; password: string }> {
  const password = firstPassword();
  const passwordHash = await hashPassword(password);
  await inTransaction(work, async (tx) => {
    const user = await lockAccount(tx, userId);
    mustBePermitted(work.actor, 'user.reset-password', user);
    refuseIf(mayHandOutSecret({ username: user.username, officer: await isOfficer(tx, userId) }));
    await setFirstPassword(tx, user, passwordHash);
    tx.audit({ type: 'user.password-reset', details: {}, subject: { noun: 'user', id: userId } });
  });
  return { id: userId, password };
}
