/** 三员 stand apart: no officer gets into the account of another, whichever operation is tried. */
import { describe, expect, it } from 'vitest';
import { newId } from '#runtime/ids';
import { GATE } from '#rules/access/system-actors';
import { aVisitor, PASSWORD } from '../support/accounts.js';
import type { Answer } from '../support/api.js';
import { anApi } from './an-api.js';

const stage = anApi({ LOG_LEVEL: 'info' });
const OFFICERS = ['security-admin', 'audit-admin', 'system-admin'] as const;
const codeOf = (answer: Answer): unknown => (answer.json as { code?: string } | undefined)?.code;
/** What the reader is told: the sentences with the name filled in are the program's own, the wall behind it knows no name. */
const refusalOf = ({ status, json }: Answer): unknown => {
  const { code, zh, en } = json as Record<string, string>;
  return { status, code, zh, en };
};
const wayOut = ({ username }: { username: string }): unknown => ({
  status: 403,
  code: 'access.officer-secret',
  zh: expect.stringContaining(`npm run officers:reset -- ${username}`),
  en: expect.stringContaining(`npm run officers:reset -- ${username}`),
});
const secretsOf = async (id: string): Promise<unknown> =>
  (
    await stage.db.owner.query('SELECT password_hash, must_change, totp_secret, totp_last_step, oidc_subject FROM "user" WHERE id = $1', [
      id,
    ])
  ).rows[0];
const grant = (userId: string, roleCode: string, from: string, to: string | null = null) =>
  stage.db.owner.query(
    `INSERT INTO role_grant (id, user_id, role_code, organisation_id, valid_from, valid_to, granted_by) VALUES ($1, $2, $3, $4, $5, $6, $2)`,
    [newId(), userId, roleCode, stage.tree.city, from, to],
  );

describe.each(OFFICERS)('the secrets of a %s', (victimRole) => {
  it.each(OFFICERS)('are not a %s’s to set', async (doerRole) => {
    const victim = await stage.account(victimRole);
    await stage.db.owner.query(`UPDATE "user" SET totp_secret = '\\x01', totp_last_step = 1 WHERE id = $1`, [victim.id]);
    const session = await aVisitor(stage.db.owner, stage.api.url, victim.id);
    const doer = await stage.signedIn(doerRole);
    const before = await secretsOf(victim.id);

    const answer = await doer.ask('POST', `/api/users/${victim.id}/password-reset`);
    if (doerRole === 'system-admin') expect(refusalOf(answer)).toEqual(wayOut(victim));
    else expect([answer.status, codeOf(answer)]).toEqual([403, 'access.not-permitted']);
    expect((await session.ask('GET', '/api/session')).status).toBe(200);
    // Every other operation on the account: it may be refused or done, but hands out nothing.
    const statuses = [];
    for (const [method, path, body] of [
      ['PUT', '', { version: 1, name: '改名', organisationId: stage.tree.city }],
      ['POST', '/unlocking', undefined],
      ['POST', '/closure', { version: 3, reason: '离岗' }],
      ['POST', '/password-reset', undefined],
      ['POST', '/reopening', { version: 4, reason: '返岗' }],
      ['GET', '/sessions', undefined],
      ['DELETE', `/sessions/${session.sessionId}`, undefined],
    ] as const) {
      const { status, text } = await doer.ask(method, `/api/users/${victim.id}${path}`, body && { body });
      statuses.push(status);
      expect(text, path).not.toMatch(/"password"|"token"|"csrfToken"|"secret"/);
    }
    if (doerRole === 'system-admin') expect(statuses).toEqual([204, 204, 204, 403, 204, 200, 204]);
    expect(await secretsOf(victim.id)).toEqual(before);
  });

  it('nor, through that way, one’s own', async () => {
    const me = await stage.signedIn(victimRole);
    const before = await secretsOf(me.account.id);
    expect((await me.ask('POST', `/api/users/${me.account.id}/password-reset`)).status).toBe(403);
    expect(await secretsOf(me.account.id)).toEqual(before);
  });
});

describe('an officer is', () => {
  const tries = async (id: string): Promise<unknown> => {
    const answer = await (await stage.signedIn('system-admin')).ask('POST', `/api/users/${id}/password-reset`);
    return answer.status === 201 ? 'reset' : refusalOf(answer);
  };

  it('who will be one, and not who was', async () => {
    const [coming, gone, revoked] = [await stage.account(), await stage.account(), await stage.account('security-admin')];
    await grant(coming.id, 'audit-admin', '2099-01-01');
    await grant(gone.id, 'audit-admin', '2000-01-01', '2020-12-31');
    await stage.db.owner.query('UPDATE role_grant SET revoked_at = now(), revoked_by = $1 WHERE user_id = $1', [revoked.id]);
    expect(await tries(coming.id)).toEqual(wayOut(coming));
    expect([await tries(gone.id), await tries(revoked.id)]).toEqual(['reset', 'reset']);
  });

  it('also one whose grant the administrator of a district does not see', async () => {
    const officer = await stage.account('security-admin');
    await stage.db.owner.query('UPDATE "user" SET organisation_id = $1 WHERE id = $2', [stage.tree.north, officer.id]);
    const admin = await stage.account();
    await stage.db.owner.query(
      `INSERT INTO role_grant (id, user_id, role_code, organisation_id, valid_from, granted_by) VALUES ($1, $2, 'system-admin', $3, '2000-01-01', $2)`,
      [newId(), admin.id, stage.tree.north],
    );
    const north = await aVisitor(stage.db.owner, stage.api.url, admin.id);
    const shown = (await north.ask('GET', `/api/users/${officer.id}`)).json as {
      grants: unknown[];
      actions: { name: string; zh?: string }[];
    };
    expect(shown.grants).toEqual([]);
    expect(shown).not.toHaveProperty('officer');
    // The page says why not, and what to do.
    expect(shown.actions.find(({ name }) => name === 'resetPassword')).toMatchObject({
      allowed: false,
      zh: expect.stringContaining(`npm run officers:reset -- ${officer.username}`),
      en: expect.stringContaining(`npm run officers:reset -- ${officer.username}`),
    });
    expect(refusalOf(await north.ask('POST', `/api/users/${officer.id}/password-reset`))).toEqual(wayOut(officer));
  });

  it('who becomes one while the reset waits', async () => {
    const account = await stage.account();
    const system = await stage.signedIn('system-admin');
    const client = await stage.db.owner.connect();
    try {
      await client.query('BEGIN');
      await client.query(
        `INSERT INTO role_grant (id, user_id, role_code, organisation_id, valid_from, granted_by) VALUES ($1, $2, 'security-admin', $3, '2000-01-01', $2)`,
        [newId(), account.id, stage.tree.city],
      );
      const reset = system.ask('POST', `/api/users/${account.id}/password-reset`);
      const waiting = async (): Promise<boolean> => (await stage.db.owner.query(`SELECT 1 FROM pg_locks WHERE NOT granted`)).rowCount !== 0;
      while (!(await waiting())) await new Promise((resolve) => setTimeout(resolve, 20));
      await client.query('COMMIT');
      expect(refusalOf(await reset)).toEqual(wayOut(account));
    } finally {
      client.release();
    }
  });
});

it('the others are reset as before', async () => {
  const clerk = await stage.account('window-clerk');
  const system = await stage.signedIn('system-admin');
  const shown = (await system.ask('GET', `/api/users/${clerk.id}`)).json as { actions: unknown[] };
  expect(shown.actions).toContainEqual({ name: 'resetPassword', allowed: true });
  const { password } = (await system.ask('POST', `/api/users/${clerk.id}/password-reset`)).json as { password: string };
  expect((await stage.nobody().signIn(clerk.username, PASSWORD)).status).toBe(401);
  expect((await stage.nobody().signIn(clerk.username, password)).status).toBe(201);
});

it('the database lets no program set an officer’s secrets on behalf of another', async () => {
  const [officer, admin] = [await stage.account('security-admin'), await stage.account('system-admin')];
  const set = async (actor: string, column: string): Promise<string | undefined> => {
    const client = await stage.db.owner.connect();
    try {
      await client.query(`BEGIN; SET LOCAL ROLE bangfu_app; SELECT set_config('bangfu.actor', '${actor}', true)`);
      await client.query(`UPDATE "user" SET ${column} = NULL WHERE id = $1`, [officer.id]);
      return undefined;
    } catch (error) {
      return (error as { constraint?: string }).constraint;
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  };
  for (const column of ['password_hash', 'totp_secret', 'oidc_subject']) {
    expect([column, await set(admin.id, column)]).toEqual([column, 'officers_stand_apart']);
    expect([column, await set(officer.id, column), await set(GATE.id, column)]).toEqual([column, undefined, undefined]);
  }
});
