import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type TestApi } from '../support/api.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { anIdentityProvider, type IdentityProvider } from '../support/identity-provider.js';
import { aWorker } from '../support/people.js';
import { ROOT_ORGANISATION } from '../../prisma/seed/reference-data.js';

const CALLBACK = 'http://bangfu.example/api/sign-in/oidc/callback';
let db: TestDatabase;
let provider: IdentityProvider;
let api: TestApi;
let username: string;
/** an account that nobody has opened through the provider yet, and older than the one above */
let other: string;

beforeAll(async () => {
  db = await aDatabase();
  provider = await anIdentityProvider('bangfu');
  const nameOf = async (role: 'approver' | 'window-clerk'): Promise<string> => {
    const { actor } = await aWorker(db, role, ROOT_ORGANISATION);
    return (await db.owner.query<{ username: string }>('SELECT username FROM "user" WHERE id = $1', [actor.id])).rows[0]!.username;
  };
  [other, username] = [await nameOf('approver'), await nameOf('window-clerk')];
  api = await startApi(db.url, {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'bangfu',
    OIDC_CLIENT_SECRET: 'secret',
    OIDC_REDIRECT_URL: CALLBACK,
  });
});
afterAll(async () => {
  await api.stop();
  provider.close();
  await db.close();
});

/** What a browser does: to the provider and back, with the cookie of the beginning. */
async function signInThroughProvider(change: (callback: URL) => void = () => undefined): Promise<Response> {
  const begun = await fetch(`${api.url}/api/sign-in/oidc`, { redirect: 'manual' });
  expect(begun.status).toBe(302);
  const cookie = begun.headers.get('set-cookie')!.split(';')[0]!;
  const sent = await fetch(begun.headers.get('location')!, { redirect: 'manual' });
  const back = new URL(sent.headers.get('location')!);
  change(back);
  return fetch(`${api.url}${back.pathname}${back.search}`, { redirect: 'manual', headers: { cookie } });
}
const sessionOf = (answer: Response): string | undefined => /bangfu_session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0];

it('gives no session to somebody without an account', async () => {
  provider.person = { sub: 'stranger', preferred_username: 'somebody.else' };
  const answer = await signInThroughProvider();
  expect(answer.status).toBe(401);
  expect(sessionOf(answer)).toBeUndefined();
});

it('opens a session for the account of that name, and from then on only for that subject', async () => {
  provider.person = { sub: 'subject-1', preferred_username: username };
  const answer = await signInThroughProvider();
  expect(answer.status).toBe(302);
  const me = await fetch(`${api.url}/api/session`, { headers: { cookie: sessionOf(answer)! } });
  expect(await me.json()).toMatchObject({ username });
  provider.person = { sub: 'subject-2', preferred_username: username };
  expect((await signInThroughProvider()).status).toBe(401);
});

it('opens no other account for a subject that has one, whatever it calls itself by now', async () => {
  provider.person = { sub: 'subject-1', preferred_username: other };
  const answer = await signInThroughProvider();
  expect(answer.status).toBe(302);
  const me = await fetch(`${api.url}/api/session`, { headers: { cookie: sessionOf(answer)! } });
  expect(await me.json()).toMatchObject({ username });
  const { rows } = await db.owner.query('SELECT oidc_subject FROM "user" WHERE username = $1', [other]);
  expect(rows).toEqual([{ oidc_subject: null }]);
});

it('refuses a state that it did not give', async () => {
  provider.person = { sub: 'subject-1' };
  const answer = await signInThroughProvider((callback) => callback.searchParams.set('state', 'another'));
  expect(answer.status).toBe(401);
  expect(sessionOf(answer)).toBeUndefined();
});
