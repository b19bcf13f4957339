import type { Data } from '#data/data';
import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import { mayResetOnServer } from '#rules/access/officers';
import { refuseAccess } from '#rules/access/refusals';
import { GATE } from '#rules/access/system-actors';
import { refuseIf } from '#rules/shared/refusal';
import { isOfficer, setFirstPassword } from './first-secret.js';
import { firstPassword, hashPassword } from './passwords.js';

/** The way out for an officer who lost the password, from the server alone. The audit trail says by whom, as the server knows them. */
export async function resetOfficer(data: Data, { username, by }: { username: string; by: string }, now: Date): Promise<string> {
  const password = firstPassword();
  const passwordHash = await hashPassword(password);
  await data.inTransaction({ ...GATE, organisationId: null }, now, async (tx) => {
    const user = await tx.find<Tables['user']>(
      sql`SELECT * FROM "user" WHERE username = ${username.toLowerCase()} AND username NOT LIKE 'system.%' FOR UPDATE`,
    );
    if (!user) throw refuseAccess('access.username-unknown', { username });
    refuseIf(mayResetOnServer({ username: user.username, status: user.status, officer: await isOfficer(tx, user.id) }));
    await setFirstPassword(tx, user, passwordHash);
    tx.audit({
      type: 'officer.password-reset',
      details: { by },
      subject: { noun: 'user', id: user.id },
      organisationId: user.organisationId,
    });
  });
  return password;
}
