import { randomBytes } from 'node:crypto';
import { sql } from '#data/sql';
import { isPermission } from '#rules/access/permissions';
import { refuseAccess } from '#rules/access/refusals';
import { newId } from '#runtime/ids';
import { inTransaction, type Work } from '../work.js';
import { tokenHash } from './actor-of-session.js';

export interface TokenRow {
  id: string;
  label: string;
  scopes: string[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

/** A personal token for programs: its text is shown once, and it may do only what is listed, never more than its owner. */
export async function createToken(
  work: Work,
  { label, scopes, days }: { label: string; scopes: string[]; days: number },
): Promise<TokenRow & { token: string }> {
  const unknown = scopes.find((scope) => !isPermission(scope) || !work.actor.rights.has(scope));
  if (unknown !== undefined) throw refuseAccess('access.scope-unknown', { scope: unknown, field: 'scopes' });
  return inTransaction(work, async (tx) => {
    const token = `bf_${randomBytes(32).toString('base64url')}`;
    const row = {
      id: newId(),
      label,
      scopes,
      createdAt: work.now,
      expiresAt: new Date(work.now.getTime() + days * 86_400_000),
      lastUsedAt: null,
    };
    await tx.insert('api_token', { ...row, tokenHash: tokenHash(token), userId: work.actor.id });
    tx.audit({ type: 'token.created', details: { tokenId: row.id, scopes }, subject: { noun: 'user', id: work.actor.id } });
    return { ...row, token };
  });
}

export function findTokens(work: Work): Promise<TokenRow[]> {
  return work.data.read<TokenRow>(
    work.actor,
    sql`SELECT id, label, scopes, created_at, expires_at, last_used_at FROM api_token WHERE user_id = ${work.actor.id} AND revoked_at IS NULL ORDER BY created_at DESC LIMIT 100`,
  );
}

export function revokeToken(work: Work, tokenId: string): Promise<void> {
  return inTransaction(work, async (tx) => {
    await tx.one(
      sql`UPDATE api_token SET revoked_at = ${work.now} WHERE id = ${tokenId} AND user_id = ${work.actor.id} AND revoked_at IS NULL RETURNING id`,
    );
    tx.audit({ type: 'token.revoked', details: { tokenId }, subject: { noun: 'user', id: work.actor.id } });
  });
}
