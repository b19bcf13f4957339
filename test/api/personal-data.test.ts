import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { idCheckCharacter } from '#rules/shared/identifiers/resident-id';
import type { Visitor } from '../support/api.js';
import { anApi } from './an-api.js';

/** Made up, and found nowhere else. */
const id17 = '32058319871103741';
const planted = {
  idNumber: `${id17}${idCheckCharacter(id17)}`,
  phone: '13951748263',
  card: '6222021947382615047',
  name: '欧阳雪莹莹',
  username: 'secretly.typed.password-77',
};
const S3 = [planted.idNumber, planted.phone, planted.card];

const stage = anApi({ LOG_LEVEL: 'debug' });
const bodies: string[] = [];
let personId: string;

async function ask(visitor: Visitor, method: string, path: string, body?: unknown): Promise<{ status: number; json: unknown }> {
  const answer = await visitor.ask(method, path, { ...(body !== undefined && { body }), key: randomUUID() });
  if (answer.status >= 400) bodies.push(`${method} ${path.split('?')[0]} ${answer.text}`);
  return answer;
}

/** A day's work that carries personal data in every way in which it can be sent, rightly and wrongly. */
beforeAll(async () => {
  const clerk = await stage.signedIn('aid-officer');
  const made = await ask(clerk, 'POST', '/api/people', { name: planted.name, idNumber: planted.idNumber, phone: planted.phone });
  personId = (made.json as { id: string }).id;
  await ask(clerk, 'POST', '/api/people', { name: planted.name, idNumber: planted.idNumber, phone: planted.phone });
  await ask(clerk, 'POST', '/api/people', {
    name: planted.name,
    idNumber: `${planted.idNumber.slice(0, 17)}?`,
    phone: `${planted.phone}x`,
    extra: planted.card,
  });
  await ask(clerk, 'POST', '/api/people', { name: [planted.name], idNumber: { [planted.idNumber]: planted.phone } });
  await ask(clerk, 'POST', '/api/people/matches', { name: planted.name, idNumber: planted.idNumber, phone: planted.phone });
  for (const said of [planted.idNumber, planted.phone, planted.name, planted.card]) {
    await ask(clerk, 'GET', `/api/people?q=${encodeURIComponent(said)}`);
    await ask(clerk, 'GET', `/api/people?q=${encodeURIComponent(said)}&limit=x`);
    await ask(clerk, 'GET', `/api/search?q=${encodeURIComponent(said)}`);
    await ask(clerk, 'GET', `/api/people/${encodeURIComponent(said)}`);
    await ask(clerk, 'GET', `/api/disputes?cursor=${encodeURIComponent(said)}`);
    await ask(clerk, 'GET', `/api/nowhere/${encodeURIComponent(said)}`);
  }
  await ask(clerk, 'POST', `/api/people/${personId}/reveals`, { field: 'idNumber', purpose: '核对发放名单' });
  await ask(clerk, 'PUT', `/api/people/${personId}`, { version: 1, address: '某路1号', phone: planted.phone });
  await ask(clerk, 'PUT', `/api/people/${personId}`, { version: 1, address: '某路2号', idNumber: planted.idNumber });
  const form = new FormData();
  form.append(
    'file',
    new Blob([
      `姓名,身份证号,手机号码,银行卡号,慰问金(元),发放日期\n${planted.name},${planted.idNumber},${planted.phone},${planted.card},500,2026-11-01\n`,
    ]),
    '走访慰问发放表.csv',
  );
  await ask(clerk, 'POST', '/api/imports', form);
  const petitions = await stage.signedIn('petition-officer');
  await ask(petitions, 'POST', '/api/petitions', {
    channel: 'V',
    purpose: 'settlement',
    subject: '02',
    petitionerName: planted.name,
    phone: planted.phone,
    content: '请求帮助',
  });
  await stage.nobody().signIn(planted.username, planted.idNumber);
});

describe('personal data', () => {
  it('was taken in', async () => {
    expect(personId).toMatch(/^[0-9a-f-]{36}$/);
    expect(bodies.length).toBeGreaterThan(10);
  });

  it('is in no log line', () => {
    const log = stage.api.said.join('\n');
    expect(log).toContain('createPerson');
    for (const said of [...S3, planted.name, encodeURIComponent(planted.name), planted.username]) expect(log).not.toContain(said);
  });

  it('is in no refusal', () => {
    const all = bodies.map((body) => body.slice(body.indexOf(' ') + 1)).join('\n');
    for (const said of S3) expect(all.replaceAll(/"\/api[^"]*"/g, '')).not.toContain(`"${said}`);
    for (const body of bodies) for (const said of S3) expect(body.slice(body.indexOf('{'))).not.toContain(said);
  });

  it('is in no metric', async () => {
    const { text } = await stage.nobody().ask('GET', '/metrics');
    expect(text).toContain('bangfu_http_request_seconds');
    for (const said of [...S3, planted.name]) expect(text).not.toContain(said);
  });

  it('is in no job and no audit entry', async () => {
    const { rows } = await stage.db.owner.query<{ row: string }>(
      'SELECT o::text AS row FROM outbox o UNION ALL SELECT e::text FROM audit_entry e',
    );
    expect(rows.length).toBeGreaterThan(3);
    const all = rows.map(({ row }) => row).join('\n');
    for (const said of [...S3, planted.name, planted.username]) expect(all).not.toContain(said);
  });

  it('of the protected class stands plain in no table', async () => {
    const tables = await stage.db.owner.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'history')`,
    );
    expect(tables.rows.length).toBeGreaterThan(40);
    for (const { name } of tables.rows) {
      const { rows } = await stage.db.owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      for (const { row } of rows) {
        // Bytes are printed in hexadecimal: what stands plain in them is looked for as well.
        const plain = row.replace(/\\\\x([0-9a-f]{8,})/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('utf8'));
        for (const said of S3) expect(plain.includes(said), `${said} in ${name}`).toBe(false);
      }
    }
  });

  it('is masked for whoever looks, and told in full only with a purpose', async () => {
    const clerk = await stage.signedIn('aid-officer');
    const seen = await clerk.ask('GET', `/api/people/${personId}`);
    expect(seen.status).toBe(200);
    for (const said of [...S3, planted.name]) expect(seen.text).not.toContain(said);
    const revealed = await clerk.ask('POST', `/api/people/${personId}/reveals`, { body: { field: 'idNumber', purpose: '核对发放名单' } });
    expect(revealed.json).toEqual({ value: planted.idNumber });
    const { rows } = await stage.db.owner.query(
      `SELECT details FROM audit_entry WHERE type = 'person.revealed' AND subject_id = $1 AND actor_id = $2`,
      [personId, clerk.account.id],
    );
    expect(rows).toEqual([{ details: { field: 'idNumber', purpose: '核对发放名单' } }]);
  });
});
