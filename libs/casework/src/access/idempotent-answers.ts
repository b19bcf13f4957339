import type { Data } from '#data/data';
import type { Secrets } from '#data/secrets';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { refuseAccess } from '#rules/access/refusals';

/** A caller's Idempotency-Key with the request it came with. `claimed` once a transaction has taken it. */
export interface Once {
  readonly key: string;
  request: string;
  claimed?: boolean;
}

interface Asking {
  readonly data: Data;
  /** An answer may hold what is shown only once, a first password or a revealed number: it is kept sealed. */
  readonly secrets: Secrets;
  readonly actor: { readonly id: string };
}

/** Keyed: what was asked may hold an ID number, and of such there are few enough to try them all against a plain hash in a dump. */
const requestHash = (secrets: Pick<Secrets, 'index'>, once: Once): Buffer => secrets.index('request', once.request);

/** The answer that was given to this key; status 0 while the effect is there but its answer is not. The same key with another request is refused. */
export async function findAnswer({ data, secrets, actor }: Asking, once: Once): Promise<{ status: number; body: string } | undefined> {
  const [found] = await data.read<{ status: number; body: string; requestHash: Buffer }>(
    actor,
    sql`SELECT status, body, request_hash FROM idempotent_answer WHERE user_id = ${actor.id} AND key = ${once.key}`,
  );
  if (found && !found.requestHash.equals(requestHash(secrets, once))) throw refuseAccess('access.key-reused');
  return found && { status: found.status, body: found.body === '' ? '' : secrets.open(Buffer.from(found.body, 'base64')) };
}

/** Takes the key in the transaction of the effect: a second one with the same key waits here and then fails. */
export async function claimKey(tx: Transaction, secrets: Pick<Secrets, 'index'>, once: Once): Promise<void> {
  const taken = await tx.rows(
    sql`INSERT INTO idempotent_answer (user_id, key, request_hash, status, body, created_at) VALUES (${tx.actor.id}, ${once.key}, ${requestHash(secrets, once)}, 0, '', ${tx.now}) ON CONFLICT DO NOTHING RETURNING key`,
  );
  if (taken.length === 0) throw refuseAccess('access.repeated');
  once.claimed = true;
}

/** The effect is kept already; should a power cut take its answer, a repeat is told that it was done. */
export function keepAnswer({ data, secrets, actor }: Asking, once: Once, status: number, body: unknown): Promise<void> {
  const text = body === undefined ? '' : secrets.seal(JSON.stringify(body)).toString('base64');
  return data.note(
    actor,
    sql`UPDATE idempotent_answer SET status = ${status}, body = ${text} WHERE user_id = ${actor.id} AND key = ${once.key}`,
  );
}
