import { describe, expect, it } from 'vitest';
import { PASSWORD } from '../support/accounts.js';
import { startApi, Visitor } from '../support/api.js';
import { anApi } from './an-api.js';

const stage = anApi({ LOG_LEVEL: 'info' });

describe('the headers of every answer', () => {
  it('let no foreign script run, no foreign page frame ours, and nothing be guessed', async () => {
    const visitor = await stage.signedIn('window-clerk');
    for (const path of ['/api/session', '/api/disputes', '/api/nowhere', '/api/%', '/health/live', '/openapi.json', '/']) {
      const { headers } = await visitor.ask('GET', path);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('x-powered-by'), path).toBeNull();
      expect(headers.get('server'), path).toBeNull();
      if (path === '/api/%') continue;
      const policy = Object.fromEntries(
        (headers.get('content-security-policy') ?? '')
          .split(';')
          .map((part) => [part.trim().split(' ')[0]!, part.trim().split(' ').slice(1)]),
      );
      expect(policy['default-src'], path).toEqual(["'self'"]);
      expect(policy['script-src'], path).toEqual(["'self'"]);
      expect(policy['object-src'], path).toEqual(["'none'"]);
      expect(policy['base-uri'], path).toEqual(["'none'"]);
      expect(policy['frame-ancestors'], path).toEqual(["'none'"]);
      expect(headers.get('x-frame-options'), path).toBe('DENY');
      expect(headers.get('referrer-policy'), path).toBe('same-origin');
    }
  });

  it('keep what the api says out of every store', async () => {
    const visitor = await stage.signedIn('window-clerk');
    for (const path of ['/api/session', '/api/disputes', '/api/nowhere', '/api/sign-in'])
      expect((await visitor.ask('GET', path)).headers.get('cache-control'), path).toContain('no-store');
  });

  it('open nothing to other sites', async () => {
    const visitor = await stage.signedIn('window-clerk');
    const origin = { origin: 'https://evil.example' };
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await visitor.ask(method, '/api/disputes', { headers: { ...origin, 'access-control-request-method': 'POST' } });
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  it('demand TLS behind a TLS proxy, and mark the cookie so', async () => {
    const { username } = await stage.account();
    expect((await stage.nobody().ask('GET', '/api/sign-in')).headers.get('strict-transport-security')).toBeNull();
    const behind = await startApi(stage.db.url, { LOG_LEVEL: 'info', TLS: 'true' });
    try {
      const answer = await new Visitor(behind.url).signIn(username, PASSWORD);
      expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=(\d{8,}); includeSubDomains/);
      const [cookie] = answer.headers.getSetCookie();
      expect(cookie).toMatch(/^__Host-bangfu_session=[\w-]{43};.*; Path=\/;.*; Secure/);
      expect(cookie).not.toMatch(/Domain=/i);
      const ask = (named: string) => new Visitor(behind.url).ask('GET', '/api/session', { headers: { cookie: named } });
      expect((await ask(cookie!.split(';')[0]!)).status).toBe(200);
      // One that a page of a neighbouring host can set is none of ours.
      expect((await ask(cookie!.split(';')[0]!.replace('__Host-', ''))).status).toBe(401);
    } finally {
      await behind.stop();
    }
  });

  it('do not let a guest claim another address', async () => {
    const { username, id } = await stage.account();
    await stage
      .nobody()
      .ask('POST', '/api/session', { body: { username, password: PASSWORD }, headers: { 'x-forwarded-for': '203.0.113.9' } });
    const { rows } = await stage.db.owner.query<{ address: string }>('SELECT address FROM session WHERE user_id = $1', [id]);
    expect(rows).toEqual([{ address: '127.0.0.1' }]);
  });
});
