/** What somebody types about a family goes sealed into its row and to nobody but who may read the file. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as on from '../support/a-case-of-hardship.js';
import { candidateOf, look, unpaid } from '../support/a-candidate.js';
import { aVisitor, anAccount } from '../support/accounts.js';
import { startApi, Visitor, type Answer, type TestApi } from '../support/api.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { aPdf } from '../support/papers.js';
import { aTree, aWorker, type Tree } from '../support/people.js';
import { dateInShanghai } from '#rules/shared/plain-date';

let db: TestDatabase;
let tree: Tree;
let api: TestApi;
let office: on.AidOffice;
const by = {} as Record<'clerk' | 'officer' | 'reviewer' | 'approver' | 'stranger', Visitor>;
const planted: string[] = [];
const refusals: string[] = [];
let fileId: string;
let leftId: string;
let candidateId: string;

/** Made up, found nowhere else, and of the kind that is written there. */
function plant(where: string): string {
  const text = `尿毒症透析第${planted.length + 1}年之${where}甲乙丙丁`;
  planted.push(text);
  return text;
}

async function sent(visitor: Visitor, method: string, path: string, body: unknown, status = 200): Promise<Answer> {
  const answer = await visitor.ask(method, `/api/${path}`, { body, key: randomUUID() });
  expect(answer.status, `${method} ${path}: ${answer.text}`).toBe(status);
  if (status >= 400) refusals.push(answer.text);
  return answer;
}
const move = async (visitor: Visitor, id: string, noun: string, body: object = {}, status = 200) =>
  (await sent(visitor, 'POST', `hardship-files/${id}/${noun}`, { version: await on.versionOf(office, id), ...body }, status))
    .json as Record<string, unknown>;
const made = (answer: Answer): string => (answer.json as { id: string }).id;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = await on.anAidOffice(db, tree.north, new Date());
  api = await startApi(db.url);
  for (const [who, role, place] of [
    ['clerk', 'window-clerk', tree.north],
    ['officer', 'aid-officer', tree.north],
    ['reviewer', 'reviewer', tree.north],
    ['approver', 'approver', tree.north],
    ['stranger', 'aid-officer', tree.south],
  ] as const)
    by[who] = await aVisitor(db.owner, api.url, (await anAccount(db.owner, place, { role })).id);

  leftId = await on.aDraft(office, '单雄信');
  await sent(by.clerk, 'PUT', `hardship-files/${leftId}/form`, { version: await on.versionOf(office, leftId), remark: plant('备注') });
  await on.sign(office, leftId);
  await move(by.clerk, leftId, 'submission', { note: plant('递交') });
  await move(by.officer, leftId, 'return', { reason: plant('退回') });
  await move(by.officer, leftId, 'return', { reason: plant('又退回') }, 409);
  await move(by.stranger, leftId, 'withdrawal', { reason: plant('他人') }, 404);
  await move(by.clerk, leftId, 'withdrawal', { reason: [plant('形状')] }, 400);
  await move(by.clerk, leftId, 'withdrawal', { reason: plant('撤回') });

  fileId = await on.onNotice(office);
  await move(by.clerk, fileId, 'objection', { objector: plant('异议人'), content: plant('异议') });
  const { notices } = (await by.reviewer.ask('GET', `/api/hardship-files/${fileId}`)).json as {
    notices: { objections: { id: string }[] }[];
  };
  await move(by.reviewer, fileId, `objections/${notices[0]!.objections[0]!.id}/decision`, { upheld: false, finding: plant('核查') });
  await db.owner.query(`UPDATE clock SET due_on = started_on - 1 WHERE subject_id = $1 AND state = 'running'`, [fileId]);
  await move(by.approver, fileId, 'approval', { note: plant('审批') });
  await move(by.approver, fileId, 'activation');
  const form = new FormData();
  form.append('kind', 'other');
  form.append('file', new Blob([new Uint8Array(aPdf('x'))], { type: 'application/pdf' }), `${plant('诊断书')}.pdf`);
  const paper = made(await sent(by.officer, 'POST', `hardship-files/${fileId}/attachments`, form, 201));
  await sent(by.officer, 'POST', `hardship-files/${fileId}/attachments/${paper}/removal`, { version: 1, reason: plant('取出') }, 204);
  const pair = made(await sent(by.officer, 'POST', `hardship-files/${fileId}/pairings`, { cadreName: '周宁' }, 201));
  await sent(by.officer, 'POST', `pairings/${pair}/contacts`, { form: 'call', note: plant('联系') }, 201);
  await sent(by.officer, 'POST', `pairings/${pair}/ending`, { version: 1, reason: plant('解除') }, 204);
  const visit = made(await sent(by.officer, 'POST', `hardship-files/${fileId}/visits`, { purpose: 'review' }, 201));
  const fields = [{ name: 'absentWhy', value: plant('入户'), at: new Date().toISOString(), base: 1 }];
  await sent(by.officer, 'POST', `hardship-visits/${visit}/merge`, { clientId: randomUUID(), changeId: randomUUID(), fields });
  await move(by.officer, fileId, 'yearly-review');
  const { json } = await sent(by.clerk, 'POST', `hardship-files/${fileId}/worksheets`, {});
  const sheet = (json as { worksheets: { id: string; version: number }[] }).worksheets[0]!;
  await sent(by.clerk, 'POST', `hardship-files/${fileId}/worksheets/${sheet.id}/drop`, { version: sheet.version, reason: plant('作废') });
  const told = { phone: '0512-65221234', toldOn: dateInShanghai(Date.now()), reason: plant('拟退出'), ground: 'untrue' };
  await move(by.reviewer, fileId, 'exit-proposal', told);
  await move(by.reviewer, fileId, 'proposal-withdrawal', { reason: plant('撤回拟退出') });
  await move(by.officer, fileId, 'transfer', {
    toOrganisationId: tree.south,
    acceptedBy: '周宁',
    acceptedOn: dateInShanghai(Date.now()),
    reason: plant('转出'),
  });

  const { personId } = await unpaid(await aWorker(db, 'mediator', tree.north), '单小小');
  await look(db, new Date());
  candidateId = await candidateOf(db, personId);
  await sent(by.officer, 'POST', `candidates/${candidateId}/closure`, {
    version: 1,
    closing: 'helped',
    help: 'visited',
    note: plant('办结'),
  });
});
afterAll(async () => {
  await api.stop();
  await db.close();
});

describe('what is told of a family', () => {
  it('comes back to who works on the file', async () => {
    const read = async (path: string) => (await by.officer.ask('GET', `/api/${path}`)).text;
    const all = [
      await read(`hardship-files/${leftId}`),
      await read(`hardship-files/${fileId}`),
      await read(`hardship-files/${fileId}/pairings`),
      await read(`hardship-files/${fileId}/attachments`),
      await read(`candidates/${candidateId}`),
    ].join('\n');
    const elsewhere = ['他人', '形状', '又退回', '异议人', '异议', '核查', '入户'].map((where) => `之${where}甲`);
    const wanted = planted.filter((text) => elsewhere.every((where) => !text.includes(where)));
    expect(wanted.length).toBeGreaterThan(13);
    for (const text of wanted) expect(all, text).toContain(text);
    const { holderId } = (await by.officer.ask('GET', `/api/hardship-files/${leftId}`)).json as { holderId: string };
    expect(await read(`people/${holderId}/timeline`)).toContain('之退回甲');
  });

  it('does not come to who may not read the file', async () => {
    for (const path of [
      `hardship-files/${leftId}`,
      `hardship-files/${fileId}`,
      `hardship-files/${fileId}/pairings`,
      `candidates/${candidateId}`,
    ]) {
      const answer = await by.stranger.ask('GET', `/api/${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
      for (const text of planted) expect(answer.text).not.toContain(text);
    }
  });

  it('stands plain in no table, so in no dump, no audit entry, no job and no kept answer', async () => {
    const { rows: tables } = await db.owner.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'history', 'bangfu')`,
    );
    expect(tables.length).toBeGreaterThan(40);
    for (const { name } of tables) {
      const { rows } = await db.owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      for (const { row } of rows) {
        const plain = row.replace(/\\\\x([0-9a-f]{8,})/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('utf8'));
        for (const text of planted) expect(plain.includes(text), `${text} in ${name}`).toBe(false);
      }
    }
  });

  it('is in no log line, no refusal and no metric', async () => {
    const log = api.said.join('\n');
    expect(log).toContain('withdrawFile');
    expect(refusals).toHaveLength(3);
    const { text: metrics } = await new Visitor(api.url).ask('GET', '/metrics');
    for (const text of planted) for (const where of [log, ...refusals, metrics]) expect(where).not.toContain(text);
  });
});
