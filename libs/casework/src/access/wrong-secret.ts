import { verify } from '@node-rs/argon2';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { sql } from '#data/sql';
import { passwordRules } from '#rules/access/password-policy';
import { refuseAccess } from '#rules/access/refusals';
import type { Refusal } from '#rules/shared/refusal';
import type { Work } from '../work.js';

type User = Tables['user'];

export function whyLocked({ lockedUntil }: Pick<User, 'lockedUntil'>, now: Date): Refusal | undefined {
  if (!lockedUntil || lockedUntil <= now) return undefined;
  return refuseAccess('access.locked', { minutes: Math.ceil((lockedUntil.getTime() - now.getTime()) / 60_000) });
}

export async function countFailure(tx: Transaction, user: User, now: Date): Promise<void> {
  const failures = user.failedAttempts + 1;
  const lockedUntil = failures >= passwordRules.lockAfter ? new Date(now.getTime() + passwordRules.lockMinutes * 60_000) : null;
  await tx.rows(
    sql`UPDATE "user" SET failed_attempts = ${lockedUntil ? 0 : failures}, locked_until = ${lockedUntil} WHERE id = ${user.id}`,
  );
}

/**
 * A password or code that somebody signed in is asked for once more. A wrong one counts as at the sign-in, and is kept where the
 * change itself is not: whoever sits at a session that was left open would otherwise guess as often as there are requests.
 */
export async function proveAgain(work: Work, whyWrong: (user: User) => Refusal | undefined): Promise<void> {
  const refusal = await work.data.inTransaction(work.actor, work.now, async (tx) => {
    const user = await tx.lock('user', work.actor.id);
    const locked = whyLocked(user, work.now);
    const why = locked ?? whyWrong(user);
    if (!why) return undefined;
    if (!locked) await countFailure(tx, user, work.now);
    tx.audit({ type: 'session.refused', details: { username: user.username, why: why.code }, subject: { noun: 'user', id: user.id } });
    return why;
  });
  if (refusal) throw refusal;
}

/** The password of whoever acts, asked for once more. Refusals: access.no-password, access.password-wrong, access.locked. */
export async function mustKnowPassword(work: Work, current: string): Promise<User> {
  const user = await work.data.readOne<User>(work.actor, sql`SELECT * FROM "user" WHERE id = ${work.actor.id}`);
  if (!user.passwordHash) throw refuseAccess('access.no-password');
  // Verified before the lock is taken, as hashing takes long; judged under it, so that guesses made at once count one by one.
  const right = await verify(user.passwordHash, current);
  await proveAgain(work, () => (right ? undefined : refuseAccess('access.password-wrong', { field: 'current' })));
  return user;
}
