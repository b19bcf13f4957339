/** One api on a database of its own for a file of tests, with the tree of organisations. */
import { afterAll, beforeAll } from 'vitest';
import type { RoleCode } from '#rules/access/roles';
import { aVisitor, anAccount, PASSWORD, type Account } from '../support/accounts.js';
import { startApi, Visitor, type TestApi } from '../support/api.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { aTree, type Tree } from '../support/people.js';

export interface Stage {
  db: TestDatabase;
  tree: Tree;
  api: TestApi;
  /** an account that can sign in with PASSWORD */
  account(role?: RoleCode, more?: { username?: string; name?: string }): Promise<Account>;
  /** somebody of this role at the city, signed in a moment ago */
  signedIn(role?: RoleCode): Promise<Visitor & { sessionId: string; account: Account }>;
  nobody(): Visitor;
}

export function anApi(settings: Record<string, string> = {}): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    stage.db = await aDatabase();
    stage.tree = await aTree(stage.db);
    stage.api = await startApi(stage.db.url, settings);
    stage.account = (role, more = {}) => anAccount(stage.db.owner, stage.tree.city, { ...(role && { role }), ...more, password: PASSWORD });
    stage.signedIn = async (role) => {
      const account = await stage.account(role);
      return Object.assign(await aVisitor(stage.db.owner, stage.api.url, account.id), { account });
    };
    stage.nobody = () => new Visitor(stage.api.url);
  });
  afterAll(async () => {
    await stage.api?.stop();
    await stage.db?.close();
  });
  return stage;
}
