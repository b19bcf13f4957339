import type { Data } from '#data/data';
import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import { refuseAccess } from '#rules/access/refusals';
import { GATE } from '#rules/access/system-actors';
import { openSession, type Visit } from './sign-in.js';

/**
 * Opens a session for whom the identity provider names. The first time, its user name finds the account and the subject is
 * kept; from then on only that subject opens it, and it opens no other: at many providers people change their own user names.
 * Somebody without an account here gets none.
 */
export function signInByOidc(
  data: Data,
  claims: { subject: string; username: string | undefined },
  visit: Visit,
  now: Date,
): Promise<string> {
  const gate = {
    ...GATE,
    organisationId: null,
    ...(visit.address && { address: visit.address }),
    ...(visit.requestId && { requestId: visit.requestId }),
  };
  return data.inTransaction(gate, now, async (tx) => {
    const user = await tx.find<Tables['user']>(sql`
      SELECT * FROM "user" WHERE status = 'active' AND username NOT LIKE 'system.%' AND (oidc_subject = ${claims.subject} OR (oidc_subject IS NULL AND username = ${claims.username?.toLowerCase() ?? ''}
        AND NOT EXISTS (SELECT FROM "user" other WHERE other.oidc_subject = ${claims.subject}))) FOR UPDATE`);
    if (!user) throw refuseAccess('access.oidc-failed');
    await tx.rows(sql`UPDATE "user" SET oidc_subject = ${claims.subject} WHERE id = ${user.id}`);
    return openSession(tx, user, visit, now, 'oidc');
  });
}
