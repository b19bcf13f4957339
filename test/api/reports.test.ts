import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsOf } from '#casework/access/rights-of';
import { makeReport } from '#casework/reports/make-report';
import { KEEPER } from '#rules/access/system-actors';
import { plantFacts } from '../casework/reports/a-year-of-facts.js';
import { aVisitor, anAccount } from '../support/accounts.js';
import { startApi, type TestApi, type Visitor } from '../support/api.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { aTree, type Tree } from '../support/people.js';

let db: TestDatabase;
let tree: Tree;
let api: TestApi;
const at = {} as Record<'statistician' | 'clerk', Visitor>;
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  await plantFacts(db.owner, tree);
  api = await startApi(db.url, { LOG_LEVEL: 'info' });
  at.statistician = await aVisitor(db.owner, api.url, (await anAccount(db.owner, tree.city, { role: 'statistician' })).id);
  at.clerk = await aVisitor(db.owner, api.url, (await anAccount(db.owner, tree.city, { role: 'window-clerk' })).id);
});
afterAll(async () => {
  await api.stop();
  await db.close();
});

/** What the worker does with the job that a wish leaves behind. */
async function work(reportId: string): Promise<void> {
  const actor = { ...KEEPER, organisationId: tree.city, language: 'zh' as const, rights: await rightsOf(db.data, KEEPER.id) };
  await makeReport({ data: db.data, secrets: db.secrets, clockwork: db.clockwork, now: new Date(), actor }, { reportId });
}

describe('reports over HTTP', () => {
  it('are asked for, made, read, drilled into and taken away', async () => {
    const wish = await at.statistician.ask('POST', '/api/reports', { body: { kind: 'month', period: '2012-03' } });
    expect(wish.status, wish.text).toBe(202);
    const { id } = wish.json as { id: string };
    expect((await at.statistician.ask('GET', `/api/reports/${id}/document`)).json).toMatchObject({ code: 'reports.not-made' });
    await work(id);

    const report = (await at.statistician.ask('GET', `/api/reports/${id}`)).json as {
      status: string;
      body: { sections: { tables: { rows: { cells: { key: string | null }[] }[] }[] }[] };
    };
    expect(report.status).toBe('draft');
    // Keys hold Chinese words and signs; each must come back through the address.
    const keys = report.body.sections.flatMap((s) =>
      s.tables.flatMap((t) => t.rows.flatMap((row) => row.cells.flatMap((cell) => cell.key ?? []))),
    );
    const strange = keys.filter((key) => /[^\w.@:=-]/.test(key));
    expect(strange.length).toBeGreaterThan(0);
    for (const key of [...strange.slice(0, 5), 'disputes.accepted@2012-03']) {
      const rows = await at.statistician.ask('GET', `/api/reports/${id}/figures/${encodeURIComponent(key)}/rows?limit=5&count=true`);
      expect(rows.status, `${key}: ${rows.text}`).toBe(200);
      expect(rows.json).toMatchObject({ figure: { key }, hidden: 0 });
    }
    const unknown = await at.statistician.ask('GET', `/api/reports/${id}/figures/nothing/rows`);
    expect([unknown.status, (unknown.json as { code: string }).code]).toEqual([404, 'reports.no-figure']);

    const document = await at.statistician.ask('GET', `/api/reports/${id}/document`);
    expect(document.headers.get('content-type')).toContain('wordprocessingml');
    expect(decodeURIComponent(document.headers.get('content-disposition')!)).toContain('2012年3月信访与劳动争议分析月报.docx');
    const annex = await at.statistician.ask('GET', `/api/reports/${id}/annex`);
    expect([annex.status, annex.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheetml')]);
    expect((await at.statistician.ask('GET', '/api/reports?year=2012&count=true')).json).toMatchObject({
      total: 1,
      items: [{ id, status: 'draft' }],
    });
  });

  it('are closed to whoever has no right to them', async () => {
    const { json } = await at.statistician.ask('GET', '/api/reports');
    const [{ id }] = (json as { items: [{ id: string }] }).items;
    for (const [method, path, body] of [
      ['GET', '/api/reports'],
      ['GET', `/api/reports/${id}`],
      ['GET', `/api/reports/${id}/document`],
      ['GET', `/api/reports/${id}/annex`],
      ['GET', `/api/reports/${id}/figures/disputes.accepted@2012-03/rows`],
      ['POST', '/api/reports', { kind: 'month', period: '2012-03' }],
    ] as const) {
      const answer = await at.clerk.ask(method, path, body ? { body } : {});
      expect(answer.status, path).toBe(403);
    }
  });

  it('say what is wrong with a wish', async () => {
    for (const [body, status] of [
      [{ kind: 'month', period: '2012-13' }, 422],
      [{ kind: 'month', period: '2099-01' }, 422],
      [{ kind: 'week', period: '2012-01' }, 400],
      [{ kind: 'year', period: 'x' }, 400],
    ] as const) {
      expect((await at.statistician.ask('POST', '/api/reports', { body })).status).toBe(status);
    }
  });
});
