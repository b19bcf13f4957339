import { Refusal } from '#rules/shared/refusal';
import { refuseAccess } from '#rules/access/refusals';
import { newId } from '#runtime/ids';
import { inTransaction, mustBePermitted, type Work } from '../work.js';
import { firstPassword, hashPassword } from './passwords.js';

/** A new account without any role; its first password is shown once and must be changed at the first sign-in. */
export async function createUser(
  work: Work,
  { username, name, organisationId }: { username: string; name: string; organisationId: string },
): Promise<{ id: string; password: string }> {
  mustBePermitted(work.actor, 'user.create', { organisationId });
  // Names of the system's own accounts: one of them would be shown in no list.
  if (username.startsWith('system.')) throw refuseAccess('access.username-taken', { username, field: 'username' });
  const password = firstPassword();
  const passwordHash = await hashPassword(password);
  const id = newId();
  try {
    await inTransaction(work, async (tx) => {
      await tx.insert('user', {
        id,
        username,
        name,
        organisationId,
        passwordHash,
        passwordSetAt: work.now,
        mustChange: true,
        createdAt: work.now,
      });
      tx.audit({ type: 'user.created', details: { username }, subject: { noun: 'user', id }, organisationId });
    });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'data.already-there')
      throw refuseAccess('access.username-taken', { username, field: 'username' });
    throw error;
  }
  return { id, password };
}
