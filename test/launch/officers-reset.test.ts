// `npm run officers:reset`: the way out for an officer who lost the password, on the server alone.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '#casework/access/sign-in';
import { actorOfSession } from '#casework/access/actor-of-session';
import { aProgram, anAccount, aVisitor, PASSWORD, type Account } from '../support/accounts.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { aTree, type Tree } from '../support/people.js';
import { aFolder, freePort, launch } from './launcher.js';

let db: TestDatabase;
let tree: Tree;
const folder = aFolder();
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
});
afterAll(async () => {
  await db?.close();
  rmSync(folder, { recursive: true, force: true });
});

const told = (): Promise<number> =>
  db.owner.query(`SELECT 1 FROM audit_entry WHERE type = 'officer.password-reset'`).then(({ rowCount }) => rowCount ?? 0);
const rowOf = async (id: string): Promise<Record<string, unknown>> =>
  (await db.owner.query('SELECT * FROM "user" WHERE id = $1', [id])).rows[0] as Record<string, unknown>;
const enter = (username: string, password: string): Promise<string> => signIn(db.data, db.secrets, { username, password }, {}, new Date());

/** Runs it, and demands a sentence in each language, the code 2, no password and no stack. */
async function expectRefusal(args: string[], zh: RegExp, en: RegExp, url = db.url): Promise<void> {
  const before = await told();
  const program = launch('officers-reset.mjs', args, { BANGFU_DATA: folder, DATABASE_URL: url });
  expect([await program.ended, program.said()]).toEqual([2, expect.stringMatching(zh)]);
  expect(program.said()).toMatch(en);
  expect(program.said()).not.toMatch(/^\s+at /m);
  expect(program.said()).not.toContain('open-sesame');
  expect(program.said()).not.toMatch(/[A-Z][a-z]{2}\d{2}-/);
  expect(await told()).toBe(before);
}

describe('it refuses, and changes nothing,', () => {
  it('an account that is no officer’s', async () => {
    const clerk = await anAccount(db.owner, tree.city, { role: 'window-clerk', password: PASSWORD });
    const before = await rowOf(clerk.id);
    await expectRefusal([clerk.username], /不是三员/, /is no system, security or audit administrator/);
    expect(await rowOf(clerk.id)).toEqual(before);
  });
  it('an officer’s account that is closed', async () => {
    const officer = await anAccount(db.owner, tree.city, { role: 'audit-admin', password: PASSWORD });
    await db.owner.query(`UPDATE "user" SET status = 'closed' WHERE id = $1`, [officer.id]);
    await expectRefusal([officer.username], /已停用/, /is closed/);
  });
  it('the system’s own account', () => expectRefusal(['system.gate'], /没有用户名为“system\.gate”/, /No account has the user name/));
  it('a name that nobody has', () => expectRefusal(['nobody.here'], /没有用户名为“nobody\.here”/, /No account has the user name/));
  it('no name', () => expectRefusal([], /请给出一个用户名/, /Name one user name/));
  it('two names', () => expectRefusal(['one', 'two'], /请给出一个用户名/, /Name one user name/));
  it('without a database', () => expectRefusal(['admin.audit'], /请设置 DATABASE_URL/, /Set DATABASE_URL/, ''));
  it('with an address that is none', () => expectRefusal(['admin.audit'], /不是有效的地址/, /not a valid address/, 'localhost:5432'));
  it('where nothing answers', async () => {
    const url = `postgresql://a:open-sesame@127.0.0.1:${await freePort()}/c`;
    await expectRefusal(['admin.audit'], /数据库/, /database/, url);
  });
  it('where there is no such database', async () => {
    const url = new URL(db.url);
    url.pathname = '/nowhere';
    await expectRefusal(['admin.audit'], /未作任何更改/, /nothing was changed/, url.href);
  });
});

describe.each(['system-admin', 'security-admin', 'audit-admin'] as const)('to a %s it gives a one-time password', (role) => {
  let officer: Account;
  it('and takes whatever may have been lost', async () => {
    officer = await anAccount(db.owner, tree.city, { role, password: PASSWORD });
    await db.owner.query(
      `UPDATE "user" SET totp_secret = '\\x01', totp_last_step = 7, failed_attempts = 3, locked_until = now() + interval '1 hour' WHERE id = $1`,
      [officer.id],
    );
    const session = await aVisitor(db.owner, '', officer.id);
    await aProgram(db.owner, '', officer.id, ['user.read']);
    expect(await actorOfSession(db.data, session.cookie!)).toMatchObject({ mustChange: false });

    const program = launch('officers-reset.mjs', [officer.username], { BANGFU_DATA: folder, DATABASE_URL: db.url });
    expect([await program.ended, program.said()]).toEqual([0, expect.stringMatching(/一次性密码[^]*one-time password/)]);
    const password = /^\S{17}$/m.exec(program.said())![0];

    expect(await rowOf(officer.id)).toMatchObject({
      must_change: true,
      totp_secret: null,
      totp_last_step: null,
      failed_attempts: 0,
      locked_until: null,
    });
    expect(await actorOfSession(db.data, session.cookie!)).toBeUndefined();
    const open = await db.owner.query(
      'SELECT 1 FROM session WHERE user_id = $1 AND revoked_at IS NULL UNION ALL SELECT 1 FROM api_token WHERE user_id = $1 AND revoked_at IS NULL',
      [officer.id],
    );
    expect(open.rowCount).toBe(0);
    await expect(enter(officer.username, PASSWORD)).rejects.toMatchObject({ code: 'access.wrong-credentials' });
    expect(await actorOfSession(db.data, await enter(officer.username, password))).toMatchObject({ mustChange: true });
    expect((await rowOf(officer.id))['password_hash']).not.toContain(password);
  });

  it('and tells it in the audit trail', async () => {
    const { rows } = await db.owner.query(
      `SELECT organisation_id, details FROM audit_entry WHERE type = 'officer.password-reset' AND subject_noun = 'user' AND subject_id = $1`,
      [officer.id],
    );
    expect(rows).toEqual([{ organisation_id: tree.city, details: { by: expect.stringMatching(/^.+@.+$/) } }]);
  });
});
