import type { Data } from '#data/data';
import type { Secrets } from '#data/secrets';
import type { ActingFor, Transaction } from '#data/transaction';
import { permissions, type Permission } from '#rules/access/permissions';
import { refuseAccess } from '#rules/access/refusals';
import { reaches, type Rights, type Subject } from '#rules/access/rights';
import { dateInShanghai, type PlainDate } from '#rules/shared/plain-date';
import type { Refusal } from '#rules/shared/refusal';
import type { Files } from '#runtime/files/open-files';
import { claimKey, type Once } from './access/idempotent-answers.js';
import type { Clockwork } from './deadlines/clockwork.js';

/** A person at work: who it is and what the person may do where. */
export interface Actor extends ActingFor {
  readonly organisationId: string;
  readonly rights: Rights;
  readonly language: 'zh' | 'en';
}

/** What every verb is handed: the data, the key to sealed fields, who acts, and what time it is. */
export interface Work {
  readonly data: Data;
  readonly secrets: Secrets;
  readonly actor: Actor;
  readonly now: Date;
  readonly clockwork: Clockwork;
  /** the store of attachments, in programs that were started with one */
  readonly files?: Files;
  /** the caller's Idempotency-Key, if one came with the request */
  readonly once?: Once;
}

export const today = (work: { readonly now: Date }): PlainDate => dateInShanghai(work.now.getTime());

export function inTransaction<T>(work: Work, doing: (tx: Transaction) => Promise<T>): Promise<T> {
  // The first transaction of a request takes its key, in every one of its tries: a try that was rolled back has given it back.
  const claims = work.once?.claimed ? undefined : work.once;
  return work.data.inTransaction(work.actor, work.now, async (tx) => {
    if (claims) await claimKey(tx, work.secrets, claims);
    return doing(tx);
  });
}

/** Why the actor may not, or nothing: `subject` left out asks whether the permission is held anywhere. */
export function whyNotPermitted(actor: Actor, permission: Permission, subject?: Subject): Refusal | undefined {
  const held = subject ? reaches(actor.rights, actor.id, permission, subject) : actor.rights.has(permission);
  if (held) return undefined;
  const { zh, en } = permissions[permission];
  return refuseAccess('access.not-permitted', { permissionZh: zh, permissionEn: en });
}

export function mustBePermitted(actor: Actor, permission: Permission, subject?: Subject): void {
  const why = whyNotPermitted(actor, permission, subject);
  if (why) throw why;
}
