/**
 * The three administrators of an empty installation (三员): made once, when nobody has an account yet, each with a first password
 * that is shown this one time and must be changed at the first sign-in. Prints `{"accounts": […]}`, or nothing if people are there.
 */
import pg from 'pg';
import { firstPassword, hashPassword } from '#casework/access/passwords';
import { roles } from '#rules/access/roles';
import { newId } from '#runtime/ids';
import { ROOT_ORGANISATION } from './reference-data.js';

const ADMINISTRATORS = [
  ['admin.system', 'system-admin'],
  ['admin.security', 'security-admin'],
  ['admin.audit', 'audit-admin'],
] as const;

const { DATABASE_URL } = process.env;
if (!DATABASE_URL) throw new Error('DATABASE_URL must be set');
const client = new pg.Client({ connectionString: DATABASE_URL, application_name: 'bangfu first administrators' });
await client.connect();
try {
  await client.query('BEGIN');
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('bangfu first administrators', 0))`);
  const people = await client.query(`SELECT 1 FROM "user" WHERE username NOT LIKE 'system.%' LIMIT 1`);
  const accounts = [];
  for (const [username, role] of people.rowCount === 0 ? ADMINISTRATORS : []) {
    const id = newId();
    const password = firstPassword();
    const values = [id, username, roles[role].zh, ROOT_ORGANISATION, await hashPassword(password)];
    await client.query(
      `INSERT INTO "user" (id, username, name, organisation_id, password_hash, password_set_at, must_change) VALUES ($1, $2, $3, $4, $5, now(), true)`,
      values,
    );
    await client.query(
      `INSERT INTO role_grant (id, user_id, role_code, organisation_id, valid_from, granted_by) VALUES ($1, $2, $3, $4, current_date, $2)`,
      [newId(), id, role, ROOT_ORGANISATION],
    );
    accounts.push({ username, password, role: roles[role].zh });
  }
  await client.query('COMMIT');
  if (accounts.length > 0) process.stdout.write(`${JSON.stringify({ accounts })}\n`);
} finally {
  await client.end();
}
