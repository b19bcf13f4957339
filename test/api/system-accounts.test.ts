/** The system's own accounts are nobody's: no administrator gets into them, and through them at the people's files. */
import { expect, it } from 'vitest';
import { GATE, KEEPER } from '#rules/access/system-actors';
import { aProgram, PASSWORD } from '../support/accounts.js';
import type { Answer } from '../support/api.js';
import { anApi } from './an-api.js';

const stage = anApi({ LOG_LEVEL: 'info' });
const codeOf = (answer: Answer): unknown => (answer.json as { code?: string } | undefined)?.code;

it.each([GATE, KEEPER])('$username gets no password, no role, no change, and opens no session', async ({ id, username }) => {
  const [system, security] = [await stage.signedIn('system-admin'), await stage.signedIn('security-admin')];
  const before = (await stage.db.owner.query('SELECT u::text AS row FROM "user" u WHERE id = $1', [id])).rows;
  const answers = [
    await system.ask('POST', `/api/users/${id}/password-reset`),
    await system.ask('PUT', `/api/users/${id}`, { body: { version: 1, name: '甲', organisationId: stage.tree.north } }),
    await system.ask('POST', `/api/users/${id}/closure`, { body: { version: 1, reason: '离职' } }),
    await system.ask('POST', `/api/users/${id}/unlocking`),
    await security.ask('POST', `/api/users/${id}/grants`, { body: { roleCode: 'approver', organisationId: stage.tree.city } }),
  ];
  for (const answer of answers) expect([answer.status, codeOf(answer)]).toEqual([404, 'data.not-found']);
  expect((await stage.db.owner.query('SELECT u::text AS row FROM "user" u WHERE id = $1', [id])).rows).toEqual(before);
  const { items } = (await system.ask('GET', '/api/users?limit=100')).json as { items: { username: string }[] };
  expect(items.map((user) => user.username)).not.toContain(username);
});

it('the database lets none of them have a password, a session or a token', async () => {
  const { id: other } = await stage.account();
  const wall = { code: '23514', constraint: 'system_signs_in_nowhere' };
  for (const { id } of [GATE, KEEPER]) {
    await expect(stage.db.owner.query(`UPDATE "user" SET password_hash = 'x' WHERE id = $1`, [id])).rejects.toMatchObject(wall);
    await expect(stage.db.owner.query(`UPDATE "user" SET oidc_subject = 'x' WHERE id = $1`, [id])).rejects.toMatchObject(wall);
    const session = await stage.signedIn();
    await expect(stage.db.owner.query('UPDATE session SET user_id = $1 WHERE id = $2', [id, session.sessionId])).rejects.toMatchObject(
      wall,
    );
    await aProgram(stage.db.owner, stage.api.url, other, ['dispute.read']);
    await expect(stage.db.owner.query('UPDATE api_token SET user_id = $1', [id])).rejects.toMatchObject(wall);
  }
});

it('and if one had: it opens nothing', async () => {
  const { id } = await stage.account();
  await stage.db.owner.query('ALTER TABLE "user" DROP CONSTRAINT system_signs_in_nowhere');
  await stage.db.owner.query('UPDATE "user" SET password_hash = (SELECT password_hash FROM "user" WHERE id = $1) WHERE id = $2', [
    id,
    KEEPER.id,
  ]);
  expect(codeOf(await stage.nobody().signIn(KEEPER.username, PASSWORD))).toBe('access.wrong-credentials');
});

it('nobody else takes a name that is shown in no list', async () => {
  const system = await stage.signedIn('system-admin');
  const made = await system.ask('POST', '/api/users', { body: { username: 'system.helper', name: '甲', organisationId: stage.tree.city } });
  expect([made.status, codeOf(made)]).toEqual([409, 'access.username-taken']);
});
