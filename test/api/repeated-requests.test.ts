import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aFile } from '../support/a-file.js';
import type { Answer, Visitor } from '../support/api.js';
import { aPdf } from '../support/papers.js';
import { anApi } from './an-api.js';

const stage = anApi({ LOG_LEVEL: 'info' });
const codeOf = (answer: Answer): unknown => (answer.json as { code?: string } | undefined)?.code;
const dispute = (applicantName: string) => ({ channel: 'V', category: '23', applicantName, employerName: '某厂' });
const register = (visitor: Visitor, name: string, key: string): Promise<Answer> =>
  visitor.ask('POST', '/api/disputes', { body: dispute(name), key });
const howMany = async (name: string): Promise<number> =>
  (await stage.db.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM dispute WHERE applicant_name = $1', [name])).rows[0]!.n;

describe('a request with an Idempotency-Key', () => {
  it('gets the same answer again and has one effect', async () => {
    const clerk = await stage.signedIn('window-clerk');
    const key = randomUUID();
    const [first, second] = [await register(clerk, '赵一', key), await register(clerk, '赵一', key)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    expect(await howMany('赵一')).toBe(1);
  });

  it('has one effect when it comes many times at once', async () => {
    const clerk = await stage.signedIn('window-clerk');
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => register(clerk, '钱二', key)));
    expect(await howMany('钱二')).toBe(1);
    const done = answers.filter(({ status }) => status === 201);
    expect(done.length).toBeGreaterThanOrEqual(1);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    for (const answer of answers.filter(({ status }) => status !== 201))
      expect([answer.status, String(codeOf(answer))]).toEqual([409, expect.stringMatching(/repeated/)]);
    expect((await register(clerk, '钱二', key)).text).toBe(done[0]!.text);
  });

  it('is refused with another body, at another address, and keeps to its person', async () => {
    const [clerk, other] = [await stage.signedIn('window-clerk'), await stage.signedIn('window-clerk')];
    const key = randomUUID();
    expect((await register(clerk, '孙三', key)).status).toBe(201);
    expect(codeOf(await register(clerk, '孙四', key))).toBe('access.key-reused');
    expect(codeOf(await clerk.ask('PUT', '/api/me/language', { body: { language: 'en' }, key }))).toBe('access.key-reused');
    expect((await register(other, '孙五', key)).status).toBe(201);
    expect([await howMany('孙三'), await howMany('孙四'), await howMany('孙五')]).toEqual([1, 0, 1]);
  });

  it('may be sent again after a refusal: nothing was done with it', async () => {
    const clerk = await stage.signedIn('window-clerk');
    const key = randomUUID();
    expect((await clerk.ask('POST', '/api/disputes', { body: { ...dispute('李六'), registeredOn: '2190-01-01' }, key })).status).toBe(422);
    expect((await register(clerk, '李六', key)).status).toBe(201);
    expect(await howMany('李六')).toBe(1);
  });

  it('stands for one upload, and is refused with another', async () => {
    const officer = await stage.signedIn('aid-officer');
    const file = await aFile(stage.db.owner, stage.tree.city);
    const key = randomUUID();
    const upload = (said: string, kind = 'other'): Promise<Answer> => {
      const body = new FormData();
      body.append('kind', kind);
      body.append('file', new Blob([new Uint8Array(aPdf(said))], { type: 'application/pdf' }), 'a.pdf');
      return officer.ask('POST', `/api/hardship-files/${file.id}/attachments`, { body, key });
    };
    const [first, again] = [await upload('one'), await upload('one')];
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
    expect(codeOf(await upload('two'))).toBe('access.key-reused');
    expect(codeOf(await upload('one', 'id-card'))).toBe('access.key-reused');
    const { rowCount } = await stage.db.owner.query('SELECT FROM attachment WHERE subject_id = $1', [file.id]);
    expect(rowCount).toBe(1);
  });

  it('without a body to answer with is answered the same', async () => {
    const clerk = await stage.signedIn('window-clerk');
    const key = randomUUID();
    for (let i = 0; i < 2; i += 1) {
      const answer = await clerk.ask('PUT', '/api/me/language', { body: { language: 'en' }, key });
      expect([answer.status, answer.text]).toEqual([204, '']);
    }
  });

  it('leaves what was shown once readable to nobody in the database', async () => {
    const clerk = await stage.signedIn('window-clerk');
    const key = randomUUID();
    const ask = (): Promise<Answer> =>
      clerk.ask('POST', '/api/me/tokens', { body: { label: 'x', scopes: ['dispute.read'], days: 1 }, key });
    const { token } = (await ask()).json as { token: string };
    expect(((await ask()).json as { token: string }).token).toBe(token);
    const { rows } = await stage.db.owner.query<{ row: string }>('SELECT a::text AS row FROM idempotent_answer a WHERE key = $1', [key]);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain(token);
  });
});

describe('what is kept of a request', () => {
  it('cannot be found by trying: its hash needs a key', async () => {
    const clerk = await stage.signedIn('window-clerk');
    const key = randomUUID();
    await register(clerk, '赵钱孙', key);
    const { rows } = await stage.db.owner.query<{ hash: Buffer }>('SELECT request_hash AS hash FROM idempotent_answer WHERE key = $1', [
      key,
    ]);
    const asked = `POST /api/disputes ${JSON.stringify(dispute('赵钱孙'))}`;
    expect(rows[0]!.hash.equals(createHash('sha256').update(asked).digest())).toBe(false);
    expect(rows[0]!.hash.equals(stage.db.secrets.index('request', asked))).toBe(true);
  });
});

describe('two changes from one version', () => {
  it('let one through and tell the other', async () => {
    const system = await stage.signedIn('system-admin');
    const { id } = await stage.account();
    const change = (name: string): Promise<Answer> =>
      system.ask('PUT', `/api/users/${id}`, { body: { version: 1, name, organisationId: stage.tree.city } });
    const answers = await Promise.all(['甲', '乙', '丙', '丁'].map(change));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409]);
  });
});
