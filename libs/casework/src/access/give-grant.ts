import { sql } from '#data/sql';
import { Refusal } from '#rules/shared/refusal';
import { refuseAccess } from '#rules/access/refusals';
import { isRoleCode } from '#rules/access/roles';
import type { PlainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { inTransaction, mustBePermitted, today, type Work } from '../work.js';

export interface NewGrant {
  userId: string;
  roleCode: string;
  organisationId: string;
  validFrom?: PlainDate | undefined;
  validTo?: PlainDate | null | undefined;
}

/** Gives a role over an organisation's subtree. The database itself keeps the three administrators apart and refuses one's own grant. */
export async function giveGrant(work: Work, { userId, roleCode, organisationId, validFrom, validTo }: NewGrant): Promise<{ id: string }> {
  if (userId === work.actor.id) throw refuseAccess('access.own-grant');
  if (!isRoleCode(roleCode)) throw refuseAccess('access.role-unknown', { field: 'roleCode' });
  mustBePermitted(work.actor, 'grant.give', { organisationId });
  const from = validFrom ?? today(work);
  if (validTo && validTo < from) throw refuseAccess('access.grant-ends-first', { from, field: 'validTo' });
  const id = newId();
  try {
    await inTransaction(work, async (tx) => {
      await tx.one(sql`SELECT id FROM "user" WHERE id = ${userId} AND username NOT LIKE 'system.%'`);
      await tx.insert('role_grant', {
        id,
        userId,
        roleCode,
        organisationId,
        validFrom: from,
        validTo: validTo ?? null,
        grantedBy: work.actor.id,
        grantedAt: work.now,
      });
      tx.audit({ type: 'grant.given', details: { roleCode, organisationId }, subject: { noun: 'user', id: userId } });
    });
  } catch (error) {
    if (error instanceof Refusal && error.details['constraint'] === 'officers_apart') throw refuseAccess('access.officers-apart');
    if (error instanceof Refusal && error.details['constraint'] === 'one_open_grant') throw refuseAccess('access.grant-there');
    throw error;
  }
  return { id };
}

export async function revokeGrant(work: Work, { userId, grantId }: { userId: string; grantId: string }): Promise<void> {
  if (userId === work.actor.id) throw refuseAccess('access.own-grant');
  return inTransaction(work, async (tx) => {
    const grant = await tx.one<{ roleCode: string; organisationId: string }>(
      sql`SELECT role_code, organisation_id FROM role_grant WHERE id = ${grantId} AND user_id = ${userId} AND revoked_at IS NULL FOR UPDATE`,
    );
    mustBePermitted(work.actor, 'grant.revoke', grant);
    await tx.rows(sql`UPDATE role_grant SET revoked_at = ${work.now}, revoked_by = ${work.actor.id} WHERE id = ${grantId}`);
    tx.audit({ type: 'grant.revoked', details: { grantId, roleCode: grant.roleCode }, subject: { noun: 'user', id: userId } });
  });
}
