import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import { refuseAccess } from '#rules/access/refusals';
import { inTransaction, type Work } from '../work.js';
import { checkTotp, newTotpSecret, totpUri } from './totp.js';
import { mustKnowPassword, proveAgain } from './wrong-secret.js';

const PENDING = -1;

/** Begins the enrolment: the secret counts only once a code made with it has come back. */
export async function beginTotp(work: Work, username: string, current: string): Promise<{ secret: string; uri: string }> {
  await mustKnowPassword(work, current);
  return inTransaction(work, async (tx) => {
    const secret = newTotpSecret();
    const user = await tx.lock('user', work.actor.id);
    if (user.totpSecret && user.totpLastStep !== PENDING) throw refuseAccess('access.totp-on');
    await tx.rows(sql`UPDATE "user" SET totp_secret = ${work.secrets.seal(secret)}, totp_last_step = ${PENDING} WHERE id = ${user.id}`);
    return { secret, uri: totpUri(secret, username) };
  });
}

export function confirmTotp(work: Work, code: string): Promise<void> {
  return withCode(work, code, true, async (tx, user, step) => {
    await tx.rows(sql`UPDATE "user" SET totp_last_step = ${step} WHERE id = ${user.id}`);
    tx.audit({ type: 'totp.enabled', details: {}, subject: { noun: 'user', id: user.id } });
  });
}

export function disableTotp(work: Work, code: string): Promise<void> {
  return withCode(work, code, false, async (tx, user) => {
    await tx.rows(sql`UPDATE "user" SET totp_secret = NULL, totp_last_step = NULL WHERE id = ${user.id}`);
    tx.audit({ type: 'totp.disabled', details: {}, subject: { noun: 'user', id: user.id } });
  });
}

type Tx = Parameters<Parameters<typeof inTransaction>[1]>[0];

async function withCode(
  work: Work,
  code: string,
  pending: boolean,
  then: (tx: Tx, user: Tables['user'], step: number) => Promise<void>,
): Promise<void> {
  const stepOf = (user: Tables['user']): number | undefined => {
    if (!user.totpSecret || (user.totpLastStep === PENDING) !== pending) throw refuseAccess('access.totp-not-begun');
    return checkTotp(work.secrets.open(user.totpSecret), code, pending ? undefined : (user.totpLastStep ?? undefined), work.now);
  };
  const wrong = () => refuseAccess('access.code-wrong', { field: 'code' });
  await proveAgain(work, (user) => (stepOf(user) === undefined ? wrong() : undefined));
  await inTransaction(work, async (tx) => {
    const user = await tx.lock('user', work.actor.id);
    const step = stepOf(user);
    if (step === undefined) throw wrong();
    await then(tx, user, step);
  });
}
