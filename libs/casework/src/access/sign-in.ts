import { randomBytes } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import type { Data } from '#data/data';
import type { Secrets } from '#data/secrets';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import type { Tables } from '#data/tables';
import { passwordRules } from '#rules/access/password-policy';
import { refuseAccess } from '#rules/access/refusals';
import type { Refusal } from '#rules/shared/refusal';
import { GATE } from '#rules/access/system-actors';
import { newId } from '#runtime/ids';
import { SESSION_HOURS, tokenHash } from './actor-of-session.js';
import { hashPassword } from './passwords.js';
import { checkTotp } from './totp.js';
import { countFailure, whyLocked } from './wrong-secret.js';

export interface Credentials {
  username: string;
  password: string;
  totp?: string | undefined;
}

export interface Visit {
  address?: string;
  agent?: string;
  requestId?: string;
}

/** An unknown name takes as long as a known one, so that names can't be found out by the clock. */
const nobody = hashPassword(randomBytes(16).toString('hex'));

/**
 * Opens a session. A wrong password counts towards the lock-out; the answer never says whether the name exists.
 * Refusals: access.wrong-credentials, access.locked, access.totp-needed, access.totp-wrong.
 */
export async function signIn(
  data: Data,
  secrets: Secrets,
  { username, password, totp }: Credentials,
  visit: Visit,
  now: Date,
): Promise<string> {
  const gate = {
    ...GATE,
    organisationId: null,
    ...(visit.address && { address: visit.address }),
    ...(visit.requestId && { requestId: visit.requestId }),
  };
  // Checked outside the transaction: hashing takes long, and a lock must not be held for it.
  const [known] = await data.read<Tables['user']>(
    gate,
    sql`SELECT * FROM "user" WHERE username = ${username.toLowerCase()} AND username NOT LIKE 'system.%'`,
  );
  const right = await verify(known?.passwordHash ?? (await nobody), password).catch(() => false);
  const outcome = await data.inTransaction(gate, now, async (tx): Promise<string | Refusal> => {
    const user = known ? await tx.lock('user', known.id) : undefined;
    const nameHash = user ? undefined : secrets.index('name', username.toLowerCase()).toString('hex');
    const lockedUntil = user ? user.lockedUntil : await lockOfUnknown(tx, nameHash!);
    const refused = (refusal: Refusal): Refusal => {
      tx.audit({
        type: 'session.refused',
        details: { username: user ? user.username : 'unknown', why: refusal.code, ...(nameHash && { nameHash }) },
        ...(user && { subject: { noun: 'user', id: user.id } }),
      });
      return refusal;
    };
    const locked = whyLocked({ lockedUntil }, now);
    if (locked) return refused(locked);
    if (!user || !right || user.status !== 'active' || !user.passwordHash) {
      if (user) await countFailure(tx, user, now);
      return refused(refuseAccess('access.wrong-credentials'));
    }
    if (user.totpSecret) {
      if (!totp) return refuseAccess('access.totp-needed');
      const step = checkTotp(secrets.open(user.totpSecret), totp, user.totpLastStep ?? undefined, now);
      if (step === undefined) {
        await countFailure(tx, user, now);
        return refused(refuseAccess('access.totp-wrong'));
      }
      await tx.rows(sql`UPDATE "user" SET totp_last_step = ${step} WHERE id = ${user.id}`);
    }
    return openSession(tx, user, visit, now, 'password');
  });
  if (typeof outcome !== 'string') throw outcome;
  return outcome;
}

/** Makes the session's row and returns its secret token: new for every sign-in, so that a planted one is worth nothing. */
export async function openSession(
  tx: Transaction,
  { id: userId, username }: Pick<Tables['user'], 'id' | 'username'>,
  visit: Visit,
  now: Date,
  by: 'password' | 'oidc',
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.rows(sql`UPDATE "user" SET failed_attempts = 0, locked_until = NULL WHERE id = ${userId}`);
  await tx.insert('session', {
    id: newId(),
    tokenHash: tokenHash(token),
    csrfToken: randomBytes(24).toString('base64url'),
    userId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + SESSION_HOURS * 3_600_000),
    address: visit.address ?? null,
    agent: visit.agent?.slice(0, 200) ?? null,
  });
  tx.audit({ type: 'session.opened', details: { by, username }, subject: { noun: 'user', id: userId } });
  return token;
}

/** A name that nobody has locks as one that somebody has, so that the lock does not tell which is which. */
async function lockOfUnknown(tx: Transaction, nameHash: string): Promise<Date | null> {
  // One try of a name at a time, as the row's lock has it for a known one.
  await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${nameHash}, 0))`);
  const { times, last } = await tx.one<{ times: number; last: Date | null }>(
    sql`SELECT times, last FROM bangfu.refusals_of_name(${nameHash})`,
  );
  if (!last || times % passwordRules.lockAfter !== 0) return null;
  return new Date(last.getTime() + passwordRules.lockMinutes * 60_000);
}
