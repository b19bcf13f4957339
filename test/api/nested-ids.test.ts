/** Under the address of one file nothing of another is found, read or changed, by people who may do everything with both. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as on from '../support/a-case-of-hardship.js';
import { aVisitor, anAccount } from '../support/accounts.js';
import { startApi, type TestApi, type Visitor } from '../support/api.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { aPdf } from '../support/papers.js';
import { aTree, type Tree } from '../support/people.js';

const PARTS = ['household_member', 'hardship_consent', 'hardship_worksheet', 'hardship_assessment', 'hardship_objection', 'hardship_verification', 'attachment'] as const; // prettier-ignore
type Part = (typeof PARTS)[number];
let db: TestDatabase;
let tree: Tree;
let api: TestApi;
let office: on.AidOffice;
/** one at each stage at which something of it is open to change */
let mine: string[];
const by: Visitor[] = [];
const theirs = {} as Record<Part, string>;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = await on.anAidOffice(db, tree.north, new Date());
  api = await startApi(db.url, { LOG_LEVEL: 'info' });
  for (const role of ['window-clerk', 'aid-officer', 'reviewer', 'approver'] as const)
    by.push(await aVisitor(db.owner, api.url, (await anAccount(db.owner, tree.north, { role })).id));
  const [clerk, officer] = by as [Visitor, Visitor];
  const noticed = async (): Promise<string> => {
    const id = await on.onNotice(office);
    const version = await on.versionOf(office, id);
    const objected = await clerk.ask('POST', `/api/hardship-files/${id}/objection`, { body: { version, content: '不实' } });
    expect(objected.status, objected.text).toBe(200);
    const form = new FormData();
    form.append('kind', 'other');
    form.append('file', new Blob([new Uint8Array(aPdf(id))], { type: 'application/pdf' }), 'a.pdf');
    expect((await officer.ask('POST', `/api/hardship-files/${id}/attachments`, { body: form })).status).toBe(201);
    return id;
  };
  const other = await noticed();
  mine = [await on.aDraft(office), await on.aVerifying(office), await noticed()];
  for (const part of PARTS) theirs[part] = await partOf(part, other);
});
afterAll(async () => {
  await api.stop();
  await db.close();
});

async function partOf(part: Part, fileId: string): Promise<string> {
  const where = {
    household_member: 'household_id = (SELECT household_id FROM hardship_file WHERE id = $1)',
    attachment: 'subject_id = $1',
  }[part as string];
  const { rows } = await db.owner.query<{ id: string }>(`SELECT id FROM ${part} WHERE ${where ?? 'file_id = $1'} LIMIT 1`, [fileId]);
  return rows[0]!.id;
}
const whole = async () =>
  Promise.all(PARTS.map(async (part) => (await db.owner.query(`SELECT x::text AS row FROM ${part} x ORDER BY id`)).rows));

const reason = '家庭情况特殊，规则未能反映';
const asked: [method: string, part: Part, noun: string, rest?: string, body?: (version: number) => object][] = [
  ['PUT', 'household_member', 'members', '', (version) => ({ version, relation: 'spouse' })],
  ['POST', 'household_member', 'members', '/leaving', (version) => ({ version, leaving: 'divorce', leftOn: '2026-11-01' })],
  ['POST', 'hardship_consent', 'consents', '/withdrawal', () => ({ version: 1 })],
  ['PUT', 'hardship_worksheet', 'worksheets', '', () => ({ version: 4, lines: [] })],
  ['POST', 'hardship_worksheet', 'worksheets', '/signature', () => ({ version: 4, signedBy: 'x' })],
  ['POST', 'hardship_worksheet', 'worksheets', '/check', () => ({ version: 4 })],
  ['POST', 'hardship_worksheet', 'worksheets', '/drop', () => ({ version: 4, reason })],
  ['GET', 'hardship_assessment', 'assessments'],
  ['POST', 'hardship_assessment', 'assessments', '/override', () => ({ version: 1, wanted: 'deep', reason })],
  ['POST', 'hardship_assessment', 'assessments', '/override-agreement', () => ({ version: 1 })],
  ['GET', 'attachment', 'attachments', '/content'],
  ['POST', 'attachment', 'attachments', '/removal', () => ({ version: 1, reason })],
  ['GET', 'hardship_verification', 'verifications'],
  ['GET', 'hardship_objection', 'objections'],
  ['POST', 'hardship_objection', 'objections', '/decision', (version) => ({ version, upheld: false, finding: '不成立' })],
];

it.each(asked)('%s %s of another file under %s%s', async (method, part, noun, rest = '', body) => {
  const before = await whole();
  const codes: string[] = [];
  for (const fileId of mine) {
    const version = await on.versionOf(office, fileId);
    for (const visitor of by) {
      const { status, json } = await visitor.ask(
        method,
        `/api/hardship-files/${fileId}/${noun}/${theirs[part]}${rest}`,
        body ? { body: body(version) } : {},
      );
      expect(status >= 400 && status < 500, String(status)).toBe(true);
      codes.push(String((json as { code?: string } | undefined)?.code));
    }
  }
  // Somewhere everything else was in order, and it was the part that was not there.
  expect(codes).toContain(noun === 'objections' && method === 'POST' ? 'hardship.objection-decided' : 'data.not-found');
  // Of a read nothing else: any other answer would tell that it is there.
  if (method === 'GET') for (const code of codes) expect(['data.not-found', 'access.not-permitted']).toContain(code);
  expect(await whole()).toEqual(before);
});
