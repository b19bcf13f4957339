import { hash as hashOf } from 'node:crypto';
import type { Data } from '#data/data';
import { sql } from '#data/sql';
import { passwordRules } from '#rules/access/password-policy';
import { GATE } from '#rules/access/system-actors';
import type { Actor } from '../work.js';
import { rightsOf } from './rights-of.js';

/** Somebody recognised by a cookie or a token. */
export interface Caller {
  actor: Actor;
  username: string;
  /** null for a personal token */
  session: { id: string; csrfToken: string } | null;
  mustChange: boolean;
}

export const SESSION_IDLE_MINUTES = 60;
export const SESSION_HOURS = 12;
/** A first password, or one older than the policy allows, must be changed before anything else. */
export const passwordIsOld = sql`(u.must_change OR coalesce(u.password_set_at < now() - make_interval(days => ${passwordRules.maxAgeDays}), false))`;
export const tokenHash = (token: string): Buffer => hashOf('sha256', token, 'buffer');

interface Found {
  id: string;
  name: string;
  username: string;
  organisationId: string;
  language: 'zh' | 'en';
  mustChange: boolean;
  sessionId: string | null;
  csrfToken: string | null;
  tokenId: string | null;
  scopes: string[] | null;
}

/** Whose session or token this is; nobody's when it ended, idled too long, or the account was closed. */
export async function actorOfSession(data: Data, token: string): Promise<Caller | undefined> {
  const hash = tokenHash(token);
  const [found] = await data.read<Found>(
    GATE,
    sql`
    SELECT u.id, u.name, u.username, u.organisation_id, u.language, ${passwordIsOld} AS must_change, s.id AS session_id, s.csrf_token, NULL::uuid AS token_id, NULL::text[] AS scopes
    FROM session s JOIN "user" u ON u.id = s.user_id
    WHERE s.token_hash = ${hash} AND s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - make_interval(mins => ${SESSION_IDLE_MINUTES}) AND u.status = 'active'
    UNION ALL
    SELECT u.id, u.name, u.username, u.organisation_id, u.language, ${passwordIsOld} AS must_change, NULL, NULL, t.id, t.scopes
    FROM api_token t JOIN "user" u ON u.id = t.user_id
    WHERE t.token_hash = ${hash} AND t.revoked_at IS NULL AND t.expires_at > now() AND u.status = 'active'`,
  );
  if (!found) return undefined;
  const all = await rightsOf(data, found.id);
  const scopes = found.scopes;
  // A token may do at most what its owner may do now.
  const rights = scopes ? new Map([...all].filter(([permission]) => scopes.includes(permission))) : all;
  return {
    actor: { id: found.id, name: found.name, organisationId: found.organisationId, language: found.language, rights },
    username: found.username,
    session: found.sessionId ? { id: found.sessionId, csrfToken: found.csrfToken! } : null,
    mustChange: found.mustChange,
  };
}

/** Notes that a session or token is in use, at most once a minute: reads should not cost a write each. */
export async function noteUse(data: Data, token: string, now: Date): Promise<void> {
  const hash = tokenHash(token);
  await data.inTransaction({ ...GATE, organisationId: null }, now, async (tx) => {
    await tx.rows(
      sql`UPDATE session SET last_seen_at = ${now} WHERE token_hash = ${hash} AND last_seen_at < ${new Date(now.getTime() - 60_000)}`,
    );
    await tx.rows(
      sql`UPDATE api_token SET last_used_at = ${now} WHERE token_hash = ${hash} AND (last_used_at IS NULL OR last_used_at < ${new Date(now.getTime() - 60_000)})`,
    );
  });
}
