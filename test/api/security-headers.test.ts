import { afterAll, beforeAll, expect, it } from 'vitest';
import { isPartOfPage, securityHeaders } from '../../apps/api/src/http/security-headers.js';
import { startApi, type TestApi } from '../support/api.js';
import { aDatabase, type TestDatabase } from '../support/database.js';

let db: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  db = await aDatabase();
  api = await startApi(db.url);
}, 60_000);
afterAll(async () => {
  await api.stop();
  await db.close();
});

it.each(['/health/live', '/api/session', '/api/nothing-here', '/openapi.json', '/'])('says how far to trust it: %s', async (path) => {
  const { headers } = await fetch(api.url + path);
  for (const [name, value] of Object.entries(securityHeaders({ tls: false }))) expect([name, headers.get(name)]).toEqual([name, value]);
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

it('says less of the scripts and styles of a page alone', async () => {
  expect(['/assets/index-a1.js', '/assets/antd.B_2.css'].map(isPartOfPage)).toEqual([true, true]);
  for (const url of ['/', '/visit-worker.js', '/assets/seal.svg', '/assets/a.html', '/assets/../index.js', '/api/x.js', '/assets/a.js?x=/'])
    expect(isPartOfPage(url), url).toBe(false);
  const { headers } = await fetch(`${api.url}/assets/none.js`);
  expect([headers.get('x-content-type-options'), headers.get('content-security-policy')]).toEqual(['nosniff', null]);
});

it('lets no script in that is not ours, no frame around, and nobody guess what a file is', () => {
  const headers = securityHeaders({ tls: false });
  const directives = Object.fromEntries(
    headers['content-security-policy']!.split(';').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
  );
  expect(directives['script-src']).toEqual(["'self'"]);
  expect(directives['default-src']).toEqual(["'self'"]);
  expect(directives['frame-ancestors']).toEqual(["'none'"]);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['strict-transport-security']).toBeUndefined();
  expect(securityHeaders({ tls: true })['strict-transport-security']).toMatch(/^max-age=31536000;/);
});
