/** Accounts that can sign in, and sessions and tokens without the detour over the sign-in page. */
import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type pg from 'pg';
import { tokenHash } from '#casework/access/actor-of-session';
import type { RoleCode } from '#rules/access/roles';
import { newId } from '#runtime/ids';
import { Visitor } from './api.js';

export interface Account {
  id: string;
  username: string;
  name: string;
  organisationId: string;
}

/** Weak on purpose: a test must not spend its time on hashing. */
const quickly = (password: string): Promise<string> => hash(password, { memoryCost: 1_024, timeCost: 1, parallelism: 1 });

export const PASSWORD = 'Kangaroo-42-meadow';

export async function anAccount(
  owner: pg.Pool,
  organisationId: string,
  {
    role,
    at = organisationId,
    username,
    name,
    password,
  }: { role?: RoleCode; at?: string; username?: string; name?: string; password?: string } = {},
): Promise<Account> {
  const id = newId();
  const account = {
    id,
    username: username ?? `t${id.replaceAll('-', '').slice(-20)}`,
    name: name ?? `${role ?? '无角色'}${id.slice(-4)}`,
    organisationId,
  };
  await owner.query(
    `INSERT INTO "user" (id, username, name, organisation_id, password_hash, password_set_at) VALUES ($1, $2, $3, $4, $5, now())`,
    [id, account.username, account.name, organisationId, password === undefined ? null : await quickly(password)],
  );
  if (role)
    await owner.query(
      `INSERT INTO role_grant (id, user_id, role_code, organisation_id, valid_from, granted_by) VALUES ($1, $2, $3, $4, '2000-01-01', $2)`,
      [newId(), id, role, at],
    );
  return account;
}

/** A visitor with a session of this user, as if signed in a moment ago. */
export async function aVisitor(owner: pg.Pool, url: string, userId: string): Promise<Visitor & { sessionId: string }> {
  const token = randomBytes(32).toString('base64url');
  const csrf = randomBytes(24).toString('base64url');
  const sessionId = newId();
  await owner.query(
    `INSERT INTO session (id, token_hash, csrf_token, user_id, expires_at) VALUES ($1, $2, $3, $4, now() + interval '1 hour')`,
    [sessionId, tokenHash(token), csrf, userId],
  );
  return Object.assign(new Visitor(url, token, csrf), { sessionId });
}

/** A program with a personal token of this user. */
export async function aProgram(owner: pg.Pool, url: string, userId: string, scopes: readonly string[]): Promise<Visitor> {
  const token = `bf_${randomBytes(32).toString('base64url')}`;
  await owner.query(
    `INSERT INTO api_token (id, token_hash, user_id, label, scopes, expires_at) VALUES ($1, $2, $3, 'test', $4, now() + interval '1 hour')`,
    [newId(), tokenHash(token), userId, scopes],
  );
  return new Visitor(url, undefined, undefined, token);
}
