import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ReportBody } from '#contract/reports';
import { rightsOf } from '#casework/access/rights-of';
import { findFigureRows } from '#casework/reports/find-figure-rows';
import { findReports } from '#casework/reports/find-reports';
import { getReport } from '#casework/reports/get-report';
import { makeReport } from '#casework/reports/make-report';
import { requestAllReports } from '#casework/reports/request-all-reports';
import { requestReport } from '#casework/reports/request-report';
import type { Work } from '#casework/work';
import { KEEPER } from '#rules/access/system-actors';
import { unboundDigits } from '#rules/reports/document';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, at, aWorker, type Tree } from '../../support/people.js';
import { plantFacts } from './a-year-of-facts.js';

let db: TestDatabase;
let tree: Tree;
let keeper: Work;
let statistician: Work;
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  await plantFacts(db.owner, tree);
  keeper = {
    data: db.data,
    secrets: db.secrets,
    clockwork: db.clockwork,
    now: new Date('2014-01-01T00:00:00Z'),
    actor: { ...KEEPER, organisationId: tree.city, language: 'zh', rights: await rightsOf(db.data, KEEPER.id) },
  };
  statistician = at(await aWorker(db, 'statistician', tree.city), '2014-01-01T00:00:00Z');
});
afterAll(() => db.close());

const figures = async (reportId: string) =>
  (
    await db.owner.query<{ key: string; value: string }>('SELECT key, value FROM report_figure WHERE report_id = $1 ORDER BY key', [
      reportId,
    ])
  ).rows;
const jobs = async (reportId: string) =>
  (await db.owner.query<{ key: string; job: string }>(`SELECT key, job FROM outbox WHERE payload->>'reportId' = $1`, [reportId])).rows;

async function made(period: string, wish: Partial<Parameters<typeof requestReport>[1]> = {}): Promise<string> {
  const { id } = await requestReport(statistician, { kind: 'month', period, ...wish });
  await makeReport(keeper, { reportId: id });
  return id;
}

describe('a report', () => {
  test.each(['city', 'north', 'northTown'] as const)(
    'of %s is a document that the contract takes, with every sentence bound',
    async (place) => {
      const id = await made('2012-03', { organisationId: tree[place] });
      const report = await getReport(statistician, { reportId: id });
      expect(report).toMatchObject({
        status: 'draft',
        progress: 100,
        kind: 'month',
        periodFrom: '2012-03-01',
        periodTo: '2012-03-31',
        error: null,
      });
      expect(ReportBody.parse(report.body)).toEqual(report.body);
      expect(unboundDigits(report.body!)).toEqual([]);
      const known = new Set((await figures(id)).map(({ key }) => key));
      const printed = report.body!.sections.flatMap((section) => [
        ...section.sentences.flatMap(({ parts }) => parts.flatMap((part) => ('figure' in part ? [part.figure] : []))),
        ...section.tables.flatMap((table) => table.rows.flatMap((row) => row.cells)),
      ]);
      expect(printed.filter(({ key }) => key !== null && !known.has(key))).toEqual([]);
      expect(printed.length).toBeGreaterThan(300);
      for (const section of report.body!.sections)
        for (const table of section.tables) for (const row of table.rows) expect(row.cells.length).toBe(table.columns.length - 1);
    },
  );

  test('has shares that add up to exactly 100.0 %', async () => {
    const { body } = await getReport(statistician, { reportId: await made('2012-03') });
    const tables = body!.sections
      .flatMap((section) => section.tables)
      .filter((table) => table.columns[2]?.zh === '占比' && table.rows.some((row) => row.emphasis));
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) {
      const tenths = table.rows.filter((row) => !row.emphasis).map((row) => Math.round((row.cells[1]!.value ?? 0) * 10));
      expect([table.key, tenths.reduce((sum, part) => sum + part, 0)]).toEqual([table.key, 1000]);
    }
  });

  test('of a year has its twelve months, which add up to it', async () => {
    const id = await made('2012', { kind: 'year' });
    const values = new Map((await figures(id)).map(({ key, value }) => [key, Number(value)]));
    const months = Array.from({ length: 12 }, (_, i) => values.get(`disputes.accepted@2012-${String(i + 1).padStart(2, '0')}`)!);
    expect(months.every((value) => value > 0)).toBe(true);
    expect(months.reduce((sum, value) => sum + value, 0)).toBe(values.get('disputes.accepted@2012'));
  });

  test('asked for twice at once is one report and one job', async () => {
    const asOf = '2013-12-01T00:00:00.000Z';
    const ids = await Promise.all(Array.from({ length: 8 }, () => requestReport(statistician, { kind: 'month', period: '2012-04', asOf })));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
    expect(await jobs(ids[0]!.id)).toHaveLength(1);
  });

  test('made twice at once leaves one set of figures', async () => {
    const { id } = await requestReport(statistician, { kind: 'month', period: '2012-05' });
    await Promise.all([makeReport(keeper, { reportId: id }), makeReport(keeper, { reportId: id })]);
    const first = await figures(id);
    const { version } = await getReport(statistician, { reportId: id });
    await makeReport(keeper, { reportId: id });
    expect(await figures(id)).toEqual(first);
    expect((await getReport(statistician, { reportId: id })).version).toBe(version);
    expect((await db.owner.query(`SELECT 1 FROM audit_entry WHERE type = 'report.made' AND subject_id = $1`, [id])).rowCount).toBe(1);
  });

  test('that broke down half-way says so, keeps nothing of it, and is made whole the next time', async () => {
    const { id } = await requestReport(statistician, { kind: 'month', period: '2012-06' });
    const broken: Work = {
      ...keeper,
      data: Object.create(db.data, { readSlowly: { value: () => Promise.reject(new Error('gone')) } }) as Work['data'],
    };
    await expect(makeReport(broken, { reportId: id })).rejects.toThrow('gone');
    expect(await getReport(statistician, { reportId: id })).toMatchObject({ status: 'failed', body: null });
    expect(await figures(id)).toEqual([]);
    await makeReport(keeper, { reportId: id });
    expect(await getReport(statistician, { reportId: id })).toMatchObject({ status: 'draft', error: null });
  });

  test('asked for as of another moment is made anew, and the old job’s work is dropped', async () => {
    const { id } = await requestReport(statistician, { kind: 'month', period: '2012-07', asOf: '2013-01-01T00:00:00.000Z' });
    await makeReport(keeper, { reportId: id });
    const before = await getReport(statistician, { reportId: id });
    expect((await figures(id)).find(({ key }) => key === 'petitions.contacts@2012-07')?.value).toBe('0');
    const again = await requestReport(statistician, { kind: 'month', period: '2012-07' });
    expect(again.id).toBe(id);
    await makeReport(keeper, { reportId: id });
    const after = await getReport(statistician, { reportId: id });
    expect(after.version).toBeGreaterThan(before.version);
    expect(Number((await figures(id)).find(({ key }) => key === 'petitions.contacts@2012-07')?.value)).toBeGreaterThan(0);
    expect(await jobs(id)).toHaveLength(2);
  });

  test('does not change with what was corrected after its moment', async () => {
    const asOf = '2013-07-01T00:00:00.000Z';
    const wish = { kind: 'month', period: '2012-08', asOf } as const;
    const id = await made('2012-08', wish);
    const first = [await figures(id), (await getReport(statistician, { reportId: id })).body];
    await db.owner.query(
      `UPDATE dispute SET category = '90', outcome = '04', worker_count = 999, updated_at = '2013-08-01' WHERE accepted_on BETWEEN '2012-08-01' AND '2012-08-31'`,
    );
    await db.owner.query(`DELETE FROM petition WHERE registered_on BETWEEN '2012-08-01' AND '2012-08-10'`);
    await db.owner.query(`UPDATE report SET status = 'queued', body = NULL WHERE id = $1`, [id]);
    await makeReport(keeper, { reportId: id });
    expect([await figures(id), (await getReport(statistician, { reportId: id })).body]).toEqual(first);
    await made('2012-08', { kind: 'month', period: '2012-08' });
    expect(await figures(id)).not.toEqual(first[0]);
  });
});

describe('a wish', () => {
  test.each([
    [{ kind: 'month', period: '2012-13' }, 'reports.period'],
    [{ kind: 'year', period: '2012-03' }, 'reports.period'],
    [{ kind: 'month', period: '2014-02' }, 'reports.period-ahead'],
    [{ kind: 'month', period: '2012-03', asOf: '2014-01-01T00:00:01.000Z' }, 'reports.as-of-ahead'],
  ] as const)('%j is refused', async (wish, code) => {
    await expect(requestReport(statistician, wish)).rejects.toMatchObject({ code });
  });

  test('for a place beyond one’s own is refused', async () => {
    const local = at(await aWorker(db, 'statistician', tree.north), '2014-01-01T00:00:00Z');
    await expect(requestReport(local, { kind: 'month', period: '2012-03', organisationId: tree.south })).rejects.toMatchObject({
      code: 'access.not-permitted',
    });
    const reader = at(await aWorker(db, 'petition-officer', tree.north), '2014-01-01T00:00:00Z');
    await expect(requestReport(reader, { kind: 'month', period: '2012-03' })).rejects.toMatchObject({ code: 'access.not-permitted' });
  });

  test('of the first of the month reaches every organisation that reports, once', async () => {
    await aWorker(db, 'statistician', tree.south);
    const on = { ...keeper, now: new Date('2013-02-01T01:00:00+08:00') };
    expect(await requestAllReports(on, { day: '2013-02-01' })).toBe(3);
    expect(await requestAllReports(on, { day: '2013-02-01' })).toBe(0);
    const { items } = await findReports(statistician, { year: 2013, limit: 20 });
    expect(items.map((row) => [row.organisationId, row.periodFrom, row.status])).toEqual(
      expect.arrayContaining([tree.city, tree.north, tree.south].map((id) => [id, '2013-01-01', 'queued'])),
    );
    expect(items).toHaveLength(3);
  });
});

describe('the rows behind a figure', () => {
  const key = 'disputes.accepted@2012-09';

  test('are all there for whoever reaches them all, page by page, and add up', async () => {
    const id = await made('2012-09');
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await findFigureRows(statistician, { reportId: id, key, limit: 7, cursor, count: true });
      expect(page).toMatchObject({ hidden: 0, total: page.figure.value });
      seen.push(...page.items.map((row) => row.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    const value = Number((await figures(id)).find((figure) => figure.key === key)!.value);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(value);
    expect(value).toBeGreaterThan(7);
  });

  test('are only one’s own for whoever reaches less, and the rest is counted as hidden', async () => {
    const id = await made('2012-09');
    // Reads the city's report, but disputes only of the northern district.
    const narrow = at(await aWorker(db, 'petition-officer', tree.city), '2014-01-01T00:00:00Z');
    await db.owner.query(
      `INSERT INTO role_grant (id, user_id, role_code, organisation_id, valid_from, granted_by) SELECT gen_random_uuid(), $1, 'archivist', $2, '2000-01-01', $1`,
      [narrow.actor.id, tree.north],
    );
    const reader: Work = { ...narrow, actor: { ...narrow.actor, rights: await rightsOf(db.data, narrow.actor.id) } };
    const page = await findFigureRows(reader, { reportId: id, key, limit: 100 });
    const places = new Set(page.items.map((row) => row.organisationName));
    expect([...places].every((name) => name.startsWith('北'))).toBe(true);
    expect(page.items.length).toBeGreaterThan(0);
    expect(page.hidden).toBe(page.figure.value - page.items.length);
    expect(page.hidden).toBeGreaterThan(0);
  });

  test('of what one may not read at all are all hidden', async () => {
    const id = await made('2012-09');
    const officer = at(await aWorker(db, 'petition-officer', tree.city), '2014-01-01T00:00:00Z');
    const page = await findFigureRows(officer, { reportId: id, key, limit: 100 });
    expect(page.items).toEqual([]);
    expect(page.hidden).toBe(page.figure.value);
  });

  test('of a report out of reach, or of a figure that it has not, are not found', async () => {
    const id = await made('2012-09', { organisationId: tree.north });
    const south = at(await aWorker(db, 'statistician', tree.south), '2014-01-01T00:00:00Z');
    await expect(findFigureRows(south, { reportId: id, key, limit: 10 })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(getReport(south, { reportId: id })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(findFigureRows(statistician, { reportId: id, key: 'disputes.accepted@1999-01', limit: 10 })).rejects.toMatchObject({
      code: 'reports.no-figure',
    });
  });

  test('of an amount carry the fen that they add', async () => {
    const id = await made('2012-09');
    const page = await findFigureRows(statistician, { reportId: id, key: 'visits.value@2012-09', limit: 100 });
    expect(page.figure.unit).toBe('元');
    expect(page.items.reduce((sum, row) => sum + row.amount, 0)).toBe(page.figure.value);
    expect(page.hidden).toBe(0);
    // Persons stand in lists by masked names.
    expect(page.items.every((row) => row.title.includes('*') && !/职工\d/.test(row.title))).toBe(true);
  });
});
