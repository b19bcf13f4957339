/** Whoever sits at a session that was left open, or has a token that leaked, gets no further than that. */
import { describe, expect, it } from 'vitest';
import { codeAt } from '#casework/access/totp';
import { aProgram, aVisitor, PASSWORD } from '../support/accounts.js';
import { startApi, Visitor, type Answer } from '../support/api.js';
import { anApi } from './an-api.js';

const stage = anApi({ LOG_LEVEL: 'info' });
const codeOf = (answer: Answer): unknown => (answer.json as { code?: string } | undefined)?.code;
const change = (visitor: Visitor, current: string): Promise<Answer> =>
  visitor.ask('POST', '/api/me/password', { body: { current, next: 'Another-garden-77' } });
const refusalsOf = async (id: string) =>
  (
    await stage.db.owner.query<{ why: string }>(
      `SELECT details ->> 'why' AS why FROM audit_entry WHERE type = 'session.refused' AND subject_id = $1 ORDER BY id`,
      [id],
    )
  ).rows.map(({ why }) => why);

describe('a session that was left open', () => {
  it('does not let the password be guessed, also by many tries at once, and the guesses are on record', async () => {
    const { id } = await stage.account();
    const visitor = await aVisitor(stage.db.owner, stage.api.url, id);
    expect(codeOf(await change(visitor, 'Wrong-password-1'))).toBe('access.password-wrong');
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => change(visitor, `Wrong-password-${n}`)));
    expect(answers.filter((answer) => codeOf(answer) === 'access.password-wrong')).toHaveLength(4);
    expect(codeOf(await change(visitor, PASSWORD))).toBe('access.locked');
    const told = await refusalsOf(id);
    expect(told.filter((why) => why === 'access.password-wrong')).toHaveLength(5);
    expect(told.at(-1)).toBe('access.locked');
  });

  it('does not let a second factor be put on by whoever does not know the password', async () => {
    const { id } = await stage.account();
    const visitor = await aVisitor(stage.db.owner, stage.api.url, id);
    const begin = (current: string) => visitor.ask('POST', '/api/me/totp', { body: { current } });
    for (let n = 0; n < 5; n += 1) expect(codeOf(await begin(`Wrong-password-${n}`))).toBe('access.password-wrong');
    expect(codeOf(await begin(PASSWORD))).toBe('access.locked');
    const { rows } = await stage.db.owner.query('SELECT totp_secret FROM "user" WHERE id = $1', [id]);
    expect(rows).toEqual([{ totp_secret: null }]);
  });

  it('does not let the second factor be guessed off', async () => {
    const { id, username } = await stage.account();
    const visitor = await aVisitor(stage.db.owner, stage.api.url, id);
    const { secret } = (await visitor.ask('POST', '/api/me/totp', { body: { current: PASSWORD } })).json as { secret: string };
    const at = (ahead: number): string => codeAt(secret, Math.floor(Date.now() / 30_000) + ahead);
    expect((await visitor.ask('POST', '/api/me/totp/confirmation', { body: { code: at(0) } })).status).toBe(204);
    for (let n = 0; n < 5; n += 1)
      expect(codeOf(await visitor.ask('DELETE', '/api/me/totp', { body: { code: at(50 + n) } }))).toBe('access.code-wrong');
    expect(codeOf(await visitor.ask('DELETE', '/api/me/totp', { body: { code: at(1) } }))).toBe('access.locked');
    const { rows } = await stage.db.owner.query('SELECT totp_secret IS NOT NULL AS still FROM "user" WHERE id = $1', [id]);
    expect(rows).toEqual([{ still: true }]);
    expect(codeOf(await stage.nobody().signIn(username, PASSWORD, at(1)))).toBe('access.locked');
  });

  it('forgets earlier mistakes when its owner signs in anew, and a right answer counts as none', async () => {
    const { id, username } = await stage.account();
    const visitor = await aVisitor(stage.db.owner, stage.api.url, id);
    for (let n = 0; n < 4; n += 1) await change(visitor, 'Wrong-password-1');
    expect((await stage.nobody().signIn(username, PASSWORD)).status).toBe(201);
    for (let n = 0; n < 4; n += 1) expect(codeOf(await change(visitor, 'Wrong-password-1'))).toBe('access.password-wrong');
    expect((await change(visitor, PASSWORD)).status).toBe(204);
  });
});

describe('a token that leaked', () => {
  it('ends with the reset of the password', async () => {
    const { id } = await stage.account('window-clerk');
    const program = await aProgram(stage.db.owner, stage.api.url, id, ['dispute.read']);
    expect((await program.ask('GET', '/api/disputes')).status).toBe(200);
    const system = await stage.signedIn('system-admin');
    expect((await system.ask('POST', `/api/users/${id}/password-reset`)).status).toBe(201);
    expect((await program.ask('GET', '/api/disputes')).status).toBe(401);
  });

  it('neither shows nor ends the sessions of its owner or, with an administrator’s rights left out, of others', async () => {
    const victim = await stage.signedIn('window-clerk');
    const { id } = await stage.account('system-admin');
    const own = await aVisitor(stage.db.owner, stage.api.url, id);
    const program = await aProgram(stage.db.owner, stage.api.url, id, ['user.read']);
    for (const sessionId of [own.sessionId, victim.sessionId])
      expect(codeOf(await program.ask('DELETE', `/api/me/sessions/${sessionId}`))).toBe('access.token-session');
    expect(codeOf(await program.ask('GET', '/api/me/sessions'))).toBe('access.token-session');
    expect(codeOf(await program.ask('DELETE', `/api/users/${victim.account.id}/sessions/${victim.sessionId}`))).toBe(
      'access.not-permitted',
    );
    expect([(await own.ask('GET', '/api/session')).status, (await victim.ask('GET', '/api/session')).status]).toEqual([200, 200]);
  });

  it('a session is ended under the name of its own user only', async () => {
    const [one, other] = [await stage.signedIn('window-clerk'), await stage.signedIn('window-clerk')];
    const system = await stage.signedIn('system-admin');
    expect((await system.ask('DELETE', `/api/users/${other.account.id}/sessions/${one.sessionId}`)).status).toBe(404);
    expect((await one.ask('GET', '/api/session')).status).toBe(200);
    expect((await system.ask('DELETE', `/api/users/${one.account.id}/sessions/${one.sessionId}`)).status).toBe(204);
    expect((await one.ask('GET', '/api/session')).status).toBe(401);
  });
});

describe('behind a proxy', () => {
  it('the address is what the proxy saw, whatever the guest wrote before it', async () => {
    const { username, id } = await stage.account();
    const behind = await startApi(stage.db.url, { LOG_LEVEL: 'info', TLS: 'true' });
    try {
      const headers = { 'x-forwarded-for': '198.51.100.7, 203.0.113.9' };
      const asked = await new Visitor(behind.url).ask('POST', '/api/session', { body: { username, password: PASSWORD }, headers });
      expect(asked.status).toBe(201);
      const { rows } = await stage.db.owner.query('SELECT address FROM session WHERE user_id = $1', [id]);
      expect(rows).toEqual([{ address: '203.0.113.9' }]);
      // Who changes the claimed address with every request is slowed down all the same.
      const check = (n: number): Promise<Answer> =>
        new Visitor(behind.url).ask('GET', `/api/certificates/${'A'.repeat(32)}`, {
          headers: { 'x-forwarded-for': `198.51.100.${n}, 203.0.113.9` },
        });
      const statuses = (await Promise.all(Array.from({ length: 80 }, (_, n) => check(n)))).map(({ status }) => status);
      expect(statuses).toContain(429);
    } finally {
      await behind.stop();
    }
  });
});
