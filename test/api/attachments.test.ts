import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templateWorkbook } from '#casework/imports/template-workbook';
import type { RoleCode } from '#rules/access/roles';
import { newId } from '#runtime/ids';
import { aClamd, EICAR, type TestClamd } from '../support/a-clamd.js';
import { aFile, aKnownPerson, type PlantedFile } from '../support/a-file.js';
import { aVisitor, anAccount } from '../support/accounts.js';
import { startApi, type Answer, type TestApi, type Visitor } from '../support/api.js';
import { anS3, s3Keys, type TestS3 } from '../support/an-s3.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { aBomb, aJpeg, aPdf, aPng } from '../support/papers.js';
import { aTree, aWorker, type Tree } from '../support/people.js';

let db: TestDatabase;
let tree: Tree;
let api: TestApi;
let file: PlantedFile;
const folder = mkdtempSync(join(tmpdir(), 'bangfu-api-files-'));
const at = {} as Record<'officer' | 'neighbour' | 'archivist' | 'auditor', Visitor>;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  file = await aFile(db.owner, tree.northTown, {}, { members: [await aKnownPerson(db.owner, tree.northTown, '沈小小')] });
  api = await startApi(db.url, { BANGFU_DATA: folder, ATTACHMENT_MB: '1' });
  at.officer = await visitor(api, 'aid-officer', tree.north);
  at.neighbour = await visitor(api, 'aid-officer', tree.south);
  at.archivist = await visitor(api, 'archivist', tree.north);
  at.auditor = await visitor(api, 'audit-admin', tree.city);
});
afterAll(async () => {
  await api.stop();
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const visitor = async (of: TestApi, role: RoleCode, place: string): Promise<Visitor> =>
  aVisitor(db.owner, of.url, (await anAccount(db.owner, place, { role })).id);
const papers = (id = file.id): string => `/api/hardship-files/${id}/attachments`;

function form(
  bytes: Buffer,
  { name = '收入证明.pdf', type = 'application/pdf', fields = { kind: 'income' } as Record<string, string> } = {},
): FormData {
  const made = new FormData();
  for (const [key, value] of Object.entries(fields)) made.append(key, value);
  made.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
  return made;
}
const send = (who: Visitor, ...given: Parameters<typeof form>): Promise<Answer> => who.ask('POST', papers(), { body: form(...given) });
const code = ({ json }: Answer): unknown => (json as { code?: string }).code;

describe('papers over HTTP', () => {
  it('are nothing to a stranger, nor to who works elsewhere', async () => {
    for (const [who, status] of [
      [at.neighbour, 404],
      [at.archivist, 403],
      [at.auditor, 403],
    ] as const)
      expect((await send(who, aPdf())).status).toBe(status);
    for (const who of [at.neighbour, at.auditor]) expect((await who.ask('GET', papers())).status).not.toBe(200);
    const { rows } = await db.owner.query('SELECT count(*)::int AS n FROM attachment');
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('come, are listed, go out as nothing but a download, and can be taken out with a reason', async () => {
    const made = await send(at.officer, aJpeg(), {
      name: '身份证 正面.jpg',
      type: 'image/jpeg',
      fields: { kind: 'id-card', personId: file.holderId },
    });
    expect(made.status, made.text).toBe(201);
    const { id } = made.json as { id: string };
    const listed = await at.officer.ask('GET', papers());
    expect(listed.json).toMatchObject({
      items: [{ id, kind: 'id-card', fileName: '身份证 正面.jpg', personName: '沈*如', scan: 'not-scanned' }],
      actions: [{ name: 'addAttachment', allowed: true }],
    });

    for (const [who, status] of [
      [at.neighbour, 404],
      [at.archivist, 403],
    ] as const)
      expect((await who.ask('GET', `${papers()}/${id}/content`)).status).toBe(status);
    const got = await at.officer.ask('GET', `${papers()}/${id}/content`);
    expect(got.status).toBe(200);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename="bangfu.jpg"; filename*=UTF-8''${encodeURIComponent('身份证 正面.jpg')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
    const { rows } = await db.owner.query(`SELECT details FROM audit_entry WHERE type = 'attachment.opened'`);
    expect(rows).toEqual([{ details: { attachmentId: id, kind: 'id-card' } }]);

    expect(code(await at.officer.ask('POST', `${papers()}/${id}/removal`, { body: { version: 1 } }))).toBe('http.invalid');
    expect((await at.neighbour.ask('POST', `${papers()}/${id}/removal`, { body: { version: 1, reason: '不要了' } })).status).toBe(404);
    expect((await at.officer.ask('POST', `${papers()}/${id}/removal`, { body: { version: 1, reason: '传错了人' } })).status).toBe(204);
    expect(code(await at.officer.ask('GET', `${papers()}/${id}/content`))).toBe('attachments.removed');
  });

  it('of ordinary programs are taken: Word, Excel, and names as browsers write them', async () => {
    const word = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('情况说明')] }] }));
    const clerk = await aWorker(db, 'aid-officer', tree.north);
    const excel = (await templateWorkbook(clerk, { kind: 'hardship' })).bytes;
    expect((await send(at.officer, Buffer.from(word), { name: '说明.docx', type: '', fields: { kind: 'other' } })).status).toBe(201);
    const made = await send(at.officer, excel, { name: '银行流水.xlsx', type: 'application/octet-stream', fields: { kind: 'property' } });
    expect(made.status, made.text).toBe(201);
  });

  it.each<[string, number, string, Buffer | Promise<Buffer>, Parameters<typeof form>[1]?]>([
    [
      'a page that calls itself a picture',
      422,
      'attachments.unwelcome',
      Buffer.from('<html><script>alert(1)</script></html>'),
      { name: 'a.png', type: 'image/png' },
    ],
    ['a picture that calls itself a PDF', 422, 'attachments.type-differs', aPng()],
    ['a picture sent as a page', 422, 'attachments.declared-differs', aPng(), { name: 'a.png', type: 'text/html' }],
    [
      'a program',
      422,
      'attachments.unwelcome',
      Buffer.from('MZ\x90\0\x03', 'latin1'),
      { name: 'setup.exe', type: 'application/octet-stream' },
    ],
    ['a script inside a picture', 422, 'attachments.hides-another', aJpeg('<script src=x>'), { name: 'a.jpg', type: 'image/jpeg' }],
    ['a bomb', 422, 'attachments.bomb', aBomb(), { name: 'a.docx', type: '' }],
    ['too much', 422, 'attachments.too-large', Buffer.concat([aPdf(), Buffer.alloc(1_100_000)])],
    ['nothing', 422, 'attachments.empty', Buffer.alloc(0)],
    ['an unknown kind', 400, 'http.invalid', aPdf(), { fields: { kind: 'secret' } }],
    ['no kind', 400, 'http.invalid', aPdf(), { fields: {} }],
    ['a strange person', 422, 'attachments.not-of-household', aPdf(), { fields: { kind: 'income', personId: newId() } }],
    ['a person who is none', 400, 'http.invalid', aPdf(), { fields: { kind: 'income', personId: '1; DROP TABLE person' } }],
  ])('refuse %s', async (_, status, why, bytes, over) => {
    const before = await db.owner.query('SELECT count(*) FROM attachment');
    const answer = await send(at.officer, await bytes, over);
    expect([answer.status, code(answer)], answer.text).toEqual([status, why]);
    expect((answer.json as { zh: string }).zh).toMatch(/[。；]$|：/);
    expect((await db.owner.query('SELECT count(*) FROM attachment')).rows).toEqual(before.rows);
  });

  it('keep no path that came with a name', async () => {
    for (const [at_, name] of ['../../../etc/cron.d/job.pdf', '..\\..\\windows\\win.pdf', 'C:\\x\\y.pdf', '/etc/passwd.pdf'].entries()) {
      const boundary = 'x'.repeat(20);
      const part = (head: string, content: Buffer | string): Buffer =>
        Buffer.concat([
          Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
          Buffer.from(content as string),
          Buffer.from('\r\n'),
        ]);
      const body = Buffer.concat([
        part('name="kind"', 'event'),
        part(`name="file"; filename="${name}"\r\ncontent-type: application/pdf`, aPdf(`/N ${at_}`)),
        Buffer.from(`--${boundary}--\r\n`),
      ]).toString('latin1');
      const made = await at.officer.ask('POST', papers(), {
        body,
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      });
      expect(made.status, made.text).toBe(201);
    }
    const { rows } = await db.owner.query(`SELECT file_name_cipher AS name FROM attachment WHERE kind = 'event' ORDER BY added_at`);
    expect(rows.map(({ name }) => db.secrets.open(name))).toEqual(['job.pdf', 'win.pdf', 'y.pdf', 'passwd.pdf']);
  });
});

describe('with a scanner and an S3 store', () => {
  let clamd: TestClamd;
  let s3: TestS3;
  let guarded: TestApi;
  let officer: Visitor;
  beforeAll(async () => {
    clamd = await aClamd();
    s3 = await anS3('papers');
    guarded = await startApi(db.url, {
      CLAMAV_URL: clamd.url,
      FILES_URL: 's3://papers/city',
      FILES_ENDPOINT: s3.endpoint,
      FILES_REGION: s3Keys.region,
      FILES_KEY_ID: s3Keys.id,
      FILES_SECRET: s3Keys.secret,
    });
    officer = await visitor(guarded, 'aid-officer', tree.north);
  });
  afterAll(async () => {
    await guarded.stop();
    await clamd.close();
    await s3.close();
  });

  it('a clean paper goes there and back', async () => {
    const made = await send(officer, aPdf('/Clean 1'), { fields: { kind: 'medical' } });
    expect(made.status, made.text).toBe(201);
    const { id } = made.json as { id: string };
    expect(s3.objects.size).toBe(1);
    expect([...s3.objects.values()][0]!.bytes.includes('%PDF')).toBe(false);
    expect((await officer.ask('GET', `${papers()}/${id}/content`)).text).toContain('/Clean 1');
    const { items } = (await officer.ask('GET', papers())).json as { items: { id: string; scan: string }[] };
    expect(items.find((item) => item.id === id)!.scan).toBe('clean');
    // The other api keeps its papers in a folder and does not find this one: told as lost, not as a fault.
    const elsewhere = await at.officer.ask('GET', `${papers()}/${id}/content`);
    expect([elsewhere.status, code(elsewhere)]).toEqual([503, 'attachments.lost']);
  });

  it('a virus, a scanner or a store that is away: refused, and nothing is kept', async () => {
    const before = s3.objects.size;
    const virus = await send(officer, aPdf(EICAR));
    expect([virus.status, code(virus)]).toEqual([422, 'attachments.virus']);
    clamd.says = 'silence';
    const away = await send(officer, aPdf('/N 2'));
    expect([away.status, code(away)]).toEqual([503, 'attachments.scanner-away']);
    clamd.says = undefined;
    s3.failing = { status: 507, code: 'StorageFull' };
    const full = await send(officer, aPdf('/N 3'));
    expect([full.status, code(full)]).toEqual([503, 'attachments.store-full']);
    s3.failing = undefined;
    expect((await send(officer, aPdf('/N 4'))).status).toBe(201);
    expect(s3.objects.size).toBe(before + 1);
    expect(guarded.said.join('\n')).not.toContain(s3Keys.secret);
  });
});
