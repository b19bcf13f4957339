import { describe, expect, it } from 'vitest';
import { codeAt } from '#casework/access/totp';
import { hashPassword } from '#casework/access/passwords';
import { passwordRules } from '#rules/access/password-policy';
import { aProgram, aVisitor, PASSWORD } from '../support/accounts.js';
import { sessionCookie, startApi, Visitor, type Answer } from '../support/api.js';
import { anApi } from './an-api.js';

const stage = anApi({ LOG_LEVEL: 'info' });
const codeOf = (answer: Answer): unknown => (answer.json as { code?: string } | undefined)?.code;
const wrong = (username: string): Promise<Answer> => stage.nobody().signIn(username, 'Wrong-password-1');
const still = async (visitor: Visitor): Promise<number> => (await visitor.ask('GET', '/api/session')).status;

describe('lock-out', () => {
  it('locks after five wrong passwords, also for the right one, and counts guesses made at once', async () => {
    const { username, id } = await stage.account();
    const guesses = await Promise.all(Array.from({ length: 12 }, () => wrong(username)));
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(passwordRules.lockAfter);
    expect(guesses.filter((answer) => codeOf(answer) === 'access.locked')).toHaveLength(12 - passwordRules.lockAfter);
    expect(codeOf(await stage.nobody().signIn(username, PASSWORD))).toBe('access.locked');

    await stage.db.owner.query(`UPDATE "user" SET locked_until = now() - interval '1 second' WHERE id = $1`, [id]);
    expect((await stage.nobody().signIn(username, PASSWORD)).status).toBe(201);
  });

  it('is lifted by the system administrator, and told in the audit trail', async () => {
    const { username, id } = await stage.account();
    for (let i = 0; i < passwordRules.lockAfter; i += 1) await wrong(username);
    const system = await stage.signedIn('system-admin');
    expect((await system.ask('POST', `/api/users/${id}/unlocking`)).status).toBe(204);
    expect((await stage.nobody().signIn(username, PASSWORD)).status).toBe(201);
    const { rows } = await stage.db.owner.query<{ type: string; n: number }>(
      `SELECT type, count(*)::int AS n FROM audit_entry WHERE subject_id = $1 GROUP BY type ORDER BY type`,
      [id],
    );
    expect(rows).toEqual([
      { type: 'session.opened', n: 1 },
      { type: 'session.refused', n: 5 },
      { type: 'user.unlocked', n: 1 },
    ]);
  });

  it('is not reset by a right password without its second factor', async () => {
    const { username, secret } = await withSecondFactor();
    for (let i = 0; i < passwordRules.lockAfter; i += 1)
      expect(codeOf(await stage.nobody().signIn(username, PASSWORD, '000000'))).toBe('access.totp-wrong');
    expect(codeOf(await stage.nobody().signIn(username, PASSWORD, next(secret)))).toBe('access.locked');
  });
});

describe('enumeration', () => {
  const bare = ({ status, text, headers }: Answer): unknown => ({
    status,
    text: text.replace(/"requestId":"[^"]+"/, ''),
    headers: [...headers.keys()].filter((name) => name !== 'content-length').sort(),
  });

  it('answers for a name that nobody has as for one that somebody has, up to the lock', async () => {
    const { username } = await stage.account();
    for (let i = 0; i < passwordRules.lockAfter + 2; i += 1)
      expect(bare(await wrong('somebody.unknown'))).toEqual(bare(await wrong(username)));
  });

  it('answers for a closed account, and for one without a password, as for nobody', async () => {
    const [closed, without] = [await stage.account(), await stage.account()];
    await stage.db.owner.query(`UPDATE "user" SET status = 'closed' WHERE id = $1`, [closed.id]);
    await stage.db.owner.query(`UPDATE "user" SET password_hash = NULL WHERE id = $1`, [without.id]);
    const answer = bare(await wrong('another.unknown'));
    expect(bare(await stage.nobody().signIn(closed.username, PASSWORD))).toEqual(answer);
    expect(bare(await stage.nobody().signIn(without.username, PASSWORD))).toEqual(answer);
  });

  it('does the same work for both', async () => {
    const strong = await hashPassword(PASSWORD);
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let i = 0; i < 12; i += 1) {
      const { username, id } = await stage.account();
      await stage.db.owner.query('UPDATE "user" SET password_hash = $1 WHERE id = $2', [strong, id]);
      for (const [kind, name] of [
        ['known', username],
        ['unknown', `unknown.${i}`],
      ] as const) {
        const begun = performance.now();
        await wrong(name);
        times[kind].push(performance.now() - begun);
      }
    }
    // The quickest of each: what the machine does besides only ever adds.
    const ratio = Math.min(...times.unknown) / Math.min(...times.known);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.7);
  });

  it('keeps no unknown name, which may be a password', async () => {
    await wrong('Hunter2-typed-too-early');
    const { rows } = await stage.db.owner.query(`SELECT details FROM audit_entry WHERE details::text ILIKE '%hunter2%'`);
    expect(rows).toEqual([]);
  });
});

describe('a session', () => {
  it('is new with every sign-in: one that was planted is worth nothing', async () => {
    const { username } = await stage.account();
    const planted = 'A'.repeat(43);
    const visitor = new Visitor(stage.api.url, planted);
    const answer = await visitor.signIn(username, PASSWORD);
    expect(sessionCookie(answer)).toMatch(/^[\w-]{43}$/);
    expect(sessionCookie(answer)).not.toBe(planted);
    expect(await still(new Visitor(stage.api.url, planted))).toBe(401);
    const again = await stage.nobody().signIn(username, PASSWORD);
    expect(sessionCookie(again)).not.toBe(sessionCookie(answer));
  });

  it('lives in a cookie that no script reads and no other site sends', async () => {
    const { username } = await stage.account();
    const [cookie] = (await stage.nobody().signIn(username, PASSWORD)).headers.getSetCookie();
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=(Lax|Strict)/i);
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).not.toMatch(/Domain=/i);
  });

  it('is kept only as a hash', async () => {
    const { username } = await stage.account();
    const visitor = stage.nobody();
    await visitor.signIn(username, PASSWORD);
    const { rows } = await stage.db.owner.query('SELECT 1 FROM session s WHERE s::text LIKE $1', [`%${visitor.cookie}%`]);
    expect(rows).toEqual([]);
  });

  it('ends with signing out, with being revoked, and with the account', async () => {
    const account = await stage.account();
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => aVisitor(stage.db.owner, stage.api.url, account.id)));
    expect((await one!.ask('DELETE', '/api/session')).status).toBe(204);
    expect(await still(one!)).toBe(401);
    const { items } = (await two!.ask('GET', '/api/me/sessions')).json as { items: { id: string; current: boolean }[] };
    expect(items.map(({ id }) => id).sort()).toEqual([two!.sessionId, three!.sessionId].sort());
    expect((await two!.ask('DELETE', `/api/me/sessions/${three!.sessionId}`)).status).toBe(204);
    expect(await still(three!)).toBe(401);
    const system = await stage.signedIn('system-admin');
    expect((await system.ask('POST', `/api/users/${account.id}/closure`, { body: { version: 1, reason: '离职' } })).status).toBe(204);
    expect(await still(two!)).toBe(401);
  });

  it('ends everywhere within seconds when another process revokes it', async () => {
    const account = await stage.account();
    const other = await startApi(stage.db.url, { LOG_LEVEL: 'info' });
    try {
      const [here, there] = await Promise.all([
        aVisitor(stage.db.owner, stage.api.url, account.id),
        aVisitor(stage.db.owner, other.url, account.id),
      ]);
      expect(await still(there)).toBe(200);
      expect((await here.ask('DELETE', `/api/me/sessions/${there.sessionId}`)).status).toBe(204);
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      expect(await still(there)).toBe(401);
    } finally {
      await other.stop();
    }
  });

  it('of others ends when the password changes, and when it is reset', async () => {
    const account = await stage.account();
    const [mine, other] = await Promise.all([1, 2].map(() => aVisitor(stage.db.owner, stage.api.url, account.id)));
    expect((await mine!.ask('POST', '/api/me/password', { body: { current: PASSWORD, next: 'Another-garden-77' } })).status).toBe(204);
    expect([await still(mine!), await still(other!)]).toEqual([200, 401]);
    const system = await stage.signedIn('system-admin');
    const reset = await system.ask('POST', `/api/users/${account.id}/password-reset`);
    expect(reset.status).toBe(201);
    expect(await still(mine!)).toBe(401);
  });

  it('cannot be ended by somebody else', async () => {
    const [mine, stranger] = [await stage.signedIn(), await stage.signedIn('reviewer')];
    expect((await stranger.ask('DELETE', `/api/me/sessions/${mine.sessionId}`)).status).toBe(404);
    expect(await still(mine)).toBe(200);
  });
});

describe('requests forged on another site', () => {
  it('lack the token and change nothing', async () => {
    const [mine, stranger] = [await stage.signedIn(), await stage.signedIn()];
    const cookieOnly = new Visitor(stage.api.url, mine.cookie);
    const strangersToken = new Visitor(stage.api.url, mine.cookie, stranger.csrf);
    for (const visitor of [cookieOnly, strangersToken]) {
      const answer = await visitor.ask('PUT', '/api/me/language', { body: { language: 'en' } });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'access.csrf']);
    }
    const { rows } = await stage.db.owner.query('SELECT language FROM "user" WHERE id = $1', [mine.account.id]);
    expect(rows).toEqual([{ language: 'zh' }]);
    expect((await mine.ask('PUT', '/api/me/language', { body: { language: 'en' } })).status).toBe(204);
  });

  it('cannot sign anybody in: a form is no JSON', async () => {
    const { username } = await stage.account();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await stage
        .nobody()
        .ask('POST', '/api/session', { body: JSON.stringify({ username, password: PASSWORD }), headers: { 'content-type': type } });
      expect(answer.status, type).toBeGreaterThanOrEqual(400);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });
});

const step = (): number => Math.floor(Date.now() / 30_000);
const next = (secret: string): string => codeAt(secret, step() + 1);

async function withSecondFactor(): Promise<{ username: string; secret: string; visitor: Visitor }> {
  const account = await stage.account();
  const visitor = await aVisitor(stage.db.owner, stage.api.url, account.id);
  const { secret } = (await visitor.ask('POST', '/api/me/totp', { body: { current: PASSWORD } })).json as { secret: string };
  expect((await visitor.ask('POST', '/api/me/totp/confirmation', { body: { code: codeAt(secret, step() - 1) } })).status).toBe(204);
  return { username: account.username, secret, visitor };
}

describe('the second factor', () => {
  it('is asked for, and a code works once', async () => {
    const { username, secret } = await withSecondFactor();
    expect(codeOf(await stage.nobody().signIn(username, PASSWORD))).toBe('access.totp-needed');
    const code = next(secret);
    expect((await stage.nobody().signIn(username, PASSWORD, code)).status).toBe(201);
    expect(codeOf(await stage.nobody().signIn(username, PASSWORD, code))).toBe('access.totp-wrong');
    expect(codeOf(await stage.nobody().signIn(username, PASSWORD, codeAt(secret, step())))).toBe('access.totp-wrong');
  });

  it('lets one of two through who come with the same code at once', async () => {
    const { username, secret } = await withSecondFactor();
    const code = next(secret);
    const both = await Promise.all([1, 2, 3, 4].map(() => stage.nobody().signIn(username, PASSWORD, code)));
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('takes no code from far ahead or behind, and counts only when confirmed', async () => {
    const { username, secret } = await withSecondFactor();
    for (const away of [-3, 3, 100])
      expect(codeOf(await stage.nobody().signIn(username, PASSWORD, codeAt(secret, step() + away)))).toBe('access.totp-wrong');
    const begun = await stage.signedIn();
    expect((await begun.ask('POST', '/api/me/totp', { body: { current: PASSWORD } })).status).toBe(201);
    expect((await begun.ask('POST', '/api/me/totp/confirmation', { body: { code: '000000' } })).status).toBe(422);
  });

  it('is sealed in the database', async () => {
    const { secret, username } = await withSecondFactor();
    const { rows } = await stage.db.owner.query<{ row: string }>('SELECT u::text AS row FROM "user" u WHERE username = $1', [username]);
    expect(rows[0]!.row).not.toContain(secret);
    expect(Buffer.from(/\\\\x([0-9a-f]+)/.exec(rows[0]!.row)![1]!, 'hex').toString('latin1')).not.toContain(secret);
  });
});

describe('a personal token', () => {
  it('does what its scopes say, never more than its owner may, and nothing in person', async () => {
    const { id } = await stage.account('window-clerk');
    const program = await aProgram(stage.db.owner, stage.api.url, id, ['dispute.read', 'user.read']);
    expect((await program.ask('GET', '/api/disputes')).status).toBe(200);
    expect((await program.ask('GET', '/api/petitions')).status).toBe(403);
    expect((await program.ask('GET', '/api/users')).status).toBe(403);
    expect(codeOf(await program.ask('POST', '/api/me/tokens', { body: { label: 'x', scopes: ['dispute.read'], days: 1 } }))).toBe(
      'access.token-session',
    );
    expect(codeOf(await program.ask('POST', '/api/me/password', { body: { current: PASSWORD, next: 'Another-garden-77' } }))).toBe(
      'access.token-session',
    );
  });

  it('is made for one’s own rights only, shown once, and ends when revoked', async () => {
    const clerk = await stage.signedIn('window-clerk');
    expect(codeOf(await clerk.ask('POST', '/api/me/tokens', { body: { label: 'x', scopes: ['audit.read'], days: 1 } }))).toBe(
      'access.scope-unknown',
    );
    const made = (await clerk.ask('POST', '/api/me/tokens', { body: { label: '报表程序', scopes: ['dispute.read'], days: 1 } })).json as {
      id: string;
      token: string;
    };
    const program = new Visitor(stage.api.url, undefined, undefined, made.token);
    expect((await program.ask('GET', '/api/disputes')).status).toBe(200);
    expect((await clerk.ask('GET', '/api/me/tokens')).text).not.toContain(made.token);
    expect((await clerk.ask('DELETE', `/api/me/tokens/${made.id}`)).status).toBe(204);
    expect((await program.ask('GET', '/api/disputes')).status).toBe(401);
  });

  it('loses what its owner loses', async () => {
    const { id } = await stage.account('window-clerk');
    const program = await aProgram(stage.db.owner, stage.api.url, id, ['dispute.read']);
    expect((await program.ask('GET', '/api/disputes')).status).toBe(200);
    await stage.db.owner.query('UPDATE role_grant SET revoked_at = now() WHERE user_id = $1', [id]);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect((await program.ask('GET', '/api/disputes')).status).toBe(403);
  });
});

describe('a new password', () => {
  it('must be long, mixed, not one’s name, not common, and another', async () => {
    const account = await stage.account(undefined, { username: 'zhangsanfeng', name: '张三丰' });
    const visitor = await aVisitor(stage.db.owner, stage.api.url, account.id);
    const refusals: Record<string, string> = {
      'Short-1a': 'access.password-short',
      ['Aa1-'.repeat(40)]: 'access.password-long',
      onlysmallletters: 'access.password-plain',
      'Zhangsanfeng-2026': 'access.password-personal',
      '张三丰-Abc-123456': 'access.password-personal',
      'Password-123456!': 'access.password-common',
      [PASSWORD]: 'access.password-same',
    };
    for (const [proposed, code] of Object.entries(refusals))
      expect(codeOf(await visitor.ask('POST', '/api/me/password', { body: { current: PASSWORD, next: proposed } })), proposed).toBe(code);
    expect(codeOf(await visitor.ask('POST', '/api/me/password', { body: { current: 'wrong', next: 'Another-garden-77' } }))).toBe(
      'access.password-wrong',
    );
    expect((await visitor.ask('POST', '/api/me/password', { body: { current: PASSWORD, next: 'Another-garden-77' } })).status).toBe(204);
  });

  it('comes before anything else when the first one was given', async () => {
    const system = await stage.signedIn('system-admin');
    const { password } = (
      await system.ask('POST', '/api/users', { body: { username: 'newcomer', name: '新人', organisationId: stage.tree.city } })
    ).json as { password: string };
    const visitor = stage.nobody();
    const answer = await visitor.signIn('newcomer', password);
    expect(answer.json).toMatchObject({ mustChangePassword: true });
    expect(codeOf(await visitor.ask('GET', '/api/organisations'))).toBe('access.password-change-first');
    expect((await visitor.ask('POST', '/api/me/password', { body: { current: password, next: 'Another-garden-77' } })).status).toBe(204);
    expect((await visitor.ask('GET', '/api/organisations')).status).toBe(200);
  });
});
