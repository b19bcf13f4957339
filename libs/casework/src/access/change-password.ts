import { sql } from '#data/sql';
import { mayUsePassword } from '#rules/access/password-policy';
import { refuseAccess } from '#rules/access/refusals';
import { refuseIf } from '#rules/shared/refusal';
import { inTransaction, type Work } from '../work.js';
import { hashPassword } from './passwords.js';
import { mustKnowPassword } from './wrong-secret.js';

/** Changes one's own password and ends one's other sessions. */
export async function changePassword(
  work: Work,
  { current, next }: { current: string; next: string },
  keepSessionId: string,
): Promise<void> {
  const user = await mustKnowPassword(work, current);
  if (current === next) throw refuseAccess('access.password-same', { field: 'next' });
  refuseIf(mayUsePassword(next, user));
  const passwordHash = await hashPassword(next);
  await inTransaction(work, async (tx) => {
    await tx.update('user', user, { passwordHash, passwordSetAt: work.now, mustChange: false });
    await tx.rows(
      sql`UPDATE session SET revoked_at = ${work.now} WHERE user_id = ${user.id} AND id <> ${keepSessionId} AND revoked_at IS NULL`,
    );
    tx.audit({ type: 'password.changed', details: {}, subject: { noun: 'user', id: user.id } });
  });
}

export function changeLanguage(work: Work, language: 'zh' | 'en'): Promise<void> {
  return inTransaction(work, async (tx) => {
    await tx.rows(sql`UPDATE "user" SET language = ${language} WHERE id = ${work.actor.id}`);
  });
}
