/**
 * Proves that the year of the ledgers comes out as their makers know it: six workbooks are imported, the report of 2012 and its
 * twelve months are made, every figure is compared with truth.json, and every figure's rows are added up.
 * `node dist/test/prove/seeds-year.js`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { figureTotal } from '#data/queries/report-rows';
import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import { runImport } from '#casework/imports/run-import';
import { startImport } from '#casework/imports/start-import';
import { uploadImport } from '#casework/imports/upload-import';
import { makeReport } from '#casework/reports/make-report';
import { requestReport } from '#casework/reports/request-report';
import { limitsOn, scopeOf } from '#casework/reports/scope';
import { visibleTo } from '#casework/visible';
import type { Work } from '#casework/work';
import { facts } from '#rules/reports/facts';
import type { FigureFilter } from '#rules/reports/figures';
import type { ReportDocument } from '#rules/reports/document';
import { metricOf, ratios } from '#rules/reports/metrics';
import { newId } from '#runtime/ids';
import { demoDistricts } from '../../prisma/seed/data/demo-unions.js';
import { ROOT_ORGANISATION } from '../../prisma/seed/reference-data.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { addOrganisation, aWorker } from '../support/people.js';
import { districts, expectations, leaves, NOT_FIGURES, SUCCESS_RATE } from './seeds-year-oracle.js';

const FOLDER = resolve('test/data/suzhou-2012');
const MONTHS = Array.from({ length: 12 }, (_, i) => `2012-${String(i + 1).padStart(2, '0')}`);
/** In its size for a test, the rows of the year and of one month are added up; else those of every report. */
const DRILLED = process.env['PROVE_SIZE'] === 'test' ? ['2012', '2012-12'] : ['2012', ...MONTHS];
/** The heads of the hardship register come before what refers to them. */
const ORDER = ['困难职工登记表', '劳动争议调解台账', '信访登记台账', '法律援助台账', '走访慰问发放表', '劳模三金发放表'];

async function aCity(db: TestDatabase): Promise<Map<string, string>> {
  const units = new Map([['320500', ROOT_ORGANISATION]]);
  for (const { division, name, prefix } of demoDistricts) {
    const id = newId();
    await addOrganisation(db.owner, id, name, 'district', ROOT_ORGANISATION, prefix, division);
    units.set(division, id);
  }
  return units;
}

async function takeIn(work: Work): Promise<number> {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.xlsx'))
    .sort((a, b) => ORDER.indexOf(a.slice(0, -5)) - ORDER.indexOf(b.slice(0, -5)));
  let created = 0;
  for (const fileName of files) {
    const now = { ...work, now: new Date() };
    const { id } = await uploadImport(now, { fileName, bytes: readFileSync(join(FOLDER, fileName)) });
    await startImport(now, { importId: id, version: 1 });
    const statement = await runImport(now, { importId: id }, { progress: () => Promise.resolve(), signal: new AbortController().signal });
    created += statement?.total.created ?? 0;
  }
  return created;
}

async function makeReports(work: Work): Promise<Map<string, Tables['report']>> {
  const reports = new Map<string, Tables['report']>();
  const asOf = { ...work, now: new Date() };
  for (const period of ['2012', ...MONTHS]) {
    const { id } = await requestReport(asOf, { kind: period.length === 4 ? 'year' : 'month', period });
    await makeReport({ ...asOf, now: new Date() }, { reportId: id });
    reports.set(period, await work.data.readOne<Tables['report']>(work.actor, sql`SELECT * FROM report WHERE id = ${id}`));
  }
  return reports;
}

/** How many figures there were, and what their rows came to where it was something else. */
async function addUpRows(work: Work, report: Tables['report'], figures: readonly Tables['report_figure'][]): Promise<string[]> {
  const scope = await scopeOf(work.data, work.actor, report.organisationId, report.asOf, limitsOn(work.clockwork.rules, report.periodTo));
  const wrong: string[] = [];
  const left = [...figures];
  const hand = async (): Promise<void> => {
    for (let figure = left.pop(); figure; figure = left.pop()) {
      const metric = metricOf(figure.metric);
      const fact = facts[metric.fact];
      const statement = figureTotal(
        metric,
        figure.filter as unknown as FigureFilter,
        scope,
        visibleTo(work.actor, fact.permission, 'f', fact.handler),
      );
      const [total] = await work.data.readSlowly<{ amount: number }>(work.actor, statement);
      if (total!.amount !== figure.value) wrong.push(`${figure.key}: ${figure.value}, but its rows ${total!.amount}`);
    }
  };
  await Promise.all([hand(), hand()]);
  return wrong;
}

function successRateOf({ body }: Tables['report']): string | undefined {
  const rates = (body as unknown as ReportDocument).sections.flatMap(({ tables }) => tables).find(({ key }) => key === 'rates');
  return rates?.rows.find(({ labelZh }) => labelZh.startsWith(ratios['success-of-accepted'].zh))?.cells.at(-1)?.text;
}

async function main(): Promise<void> {
  const db = await aDatabase();
  try {
    const units = await aCity(db);
    const work = await aWorker(db, 'statistician', ROOT_ORGANISATION, new Date());
    const created = await takeIn(work);
    const reports = await makeReports(work);
    const stored = new Map<string, Tables['report_figure'][]>();
    for (const [period, report] of reports)
      stored.set(
        period,
        await work.data.read<Tables['report_figure']>(work.actor, sql`SELECT * FROM report_figure WHERE report_id = ${report.id}`),
      );

    const code = new Map(districts.map((district) => [district.name, district.code]));
    const expected = expectations((name) => units.get(code.get(name)!)!);
    const values = new Map([...stored].map(([period, figures]) => [period, new Map(figures.map(({ key, value }) => [key, value]))]));
    const wrong = expected.flatMap(({ path, report, keys, value }) => {
      const found = keys.reduce(
        (sum, key) => sum + (key.startsWith('-') ? -1 : 1) * (values.get(report)!.get(key.replace(/^-/, '')) ?? NaN),
        0,
      );
      return found === value
        ? []
        : [`${path} (${report}): ${value}, but ${keys.join(' ')} is ${Number.isNaN(found) ? 'not in the report' : found}`];
    });
    const printed = successRateOf(reports.get('2012')!);
    if (printed !== SUCCESS_RATE) wrong.push(`disputes/successRate: ${SUCCESS_RATE}, but the report prints ${printed}`);
    const told = new Set(['disputes/successRate', ...expected.map(({ path }) => path)]);
    const forgotten = leaves().filter(
      (leaf) =>
        !told.has(leaf) &&
        !leaf.endsWith('/yuan') &&
        !NOT_FIGURES.some((name) => leaf === name || leaf.startsWith(`${name}/`)) &&
        !/20(13|11)-\d\d/.test(leaf),
    );
    let drilled = 0;
    for (const period of DRILLED) {
      wrong.push(...(await addUpRows(work, reports.get(period)!, stored.get(period)!)));
      drilled += stored.get(period)!.length;
    }

    for (const line of [...wrong, ...forgotten.map((leaf) => `${leaf} is compared with nothing`)].slice(0, 40)) console.log(`  ${line}`);
    const holds = wrong.length + forgotten.length === 0;
    console.log(
      `records ${created}; reports ${reports.size}; figures compared ${expected.length + 1}, wrong ${wrong.length}; figures whose rows were added up ${drilled}`,
    );
    console.log(`seeds-year: ${holds ? 'holds' : 'falls short'}`);
    process.exitCode = holds ? 0 : 1;
  } finally {
    await db.close();
  }
}

await main();
