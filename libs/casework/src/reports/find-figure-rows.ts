import type { Tables } from '#data/tables';
import { figureRows, figureTotal, type FigureRowFound } from '#data/queries/report-rows';
import { sql } from '#data/sql';
import { facts, labelOf } from '#rules/reports/facts';
import type { FigureFilter } from '#rules/reports/figures';
import type { Metric } from '#rules/reports/metric';
import { findMetric } from '#rules/reports/metrics';
import { refuseReport } from '#rules/reports/refusals';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import type { PlainDate } from '#rules/shared/plain-date';
import { DAY, ID, pageOf, readCursor } from '../paging.js';
import { visibleTo } from '../visible.js';
import { inTransaction, type Work } from '../work.js';
import { limitsOn, scopeOf } from './scope.js';

export interface RowSearch {
  reportId: string;
  key: string;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

export interface FigureRow {
  noun: string;
  id: string;
  number: string | null;
  title: string;
  on: PlainDate;
  organisationName: string;
  status: string;
  /** what the row adds to the figure: 1 of a count, fen of an amount */
  amount: number;
}

/**
 * The rows behind a figure. The figure counts everything; the rows are those that the reader's rights to the records reach,
 * and `hidden` is what the others add to it.
 */
export async function findFigureRows(work: Work, search: RowSearch) {
  const { report, figure, metric } = await figureOf(work, search);
  const fact = facts[metric.fact];
  const filter = figure.filter as unknown as FigureFilter;
  const scope = await scopeOf(work.data, work.actor, report.organisationId, report.asOf, limitsOn(work.clockwork.rules, report.periodTo));
  const visible = visibleTo(work.actor, fact.permission, 'f', fact.handler);
  const place = readCursor(search.cursor, [DAY, ID]);
  const rows = await work.data.readSlowly<FigureRowFound>(
    work.actor,
    figureRows(metric, filter, scope, visible, { after: place && { on: place[0]!, id: place[1]! }, limit: search.limit + 1 }),
  );
  const [seen] = await work.data.readSlowly<{ amount: number; rows: number }>(work.actor, figureTotal(metric, filter, scope, visible));
  if (!place) await tellOf(work, report, figure.key);
  const page = pageOf(rows, search.limit, (row) => [row.on, row.id]);
  return {
    items: page.items.map((row) => asRow(row, metric)),
    nextCursor: page.nextCursor,
    ...(search.count && { total: seen!.rows }),
    figure: { key: figure.key, ...labelsOf(metric, filter), value: figure.value, unit: figure.unit },
    hidden: figure.value - seen!.amount,
  };
}

async function figureOf(work: Work, { reportId, key }: RowSearch) {
  const report = await work.data.readOne<Pick<Tables['report'], 'id' | 'organisationId' | 'asOf' | 'periodTo'>>(
    work.actor,
    sql`SELECT r.id, r.organisation_id, r.as_of, r.period_to FROM report r WHERE r.id = ${reportId} AND ${visibleTo(work.actor, 'report.read', 'r')}`,
  );
  const [figure] = await work.data.read<Tables['report_figure']>(
    work.actor,
    sql`SELECT * FROM report_figure WHERE report_id = ${reportId} AND key = ${key}`,
  );
  const metric = figure && findMetric(figure.metric);
  if (!figure || !metric) throw refuseReport('reports.no-figure');
  return { report, figure, metric };
}

/** Who opened which figure is part of the audit trail; once a drill, not once a page. */
function tellOf(work: Work, report: { id: string; organisationId: string }, key: string): Promise<void> {
  return inTransaction(work, async (tx) => {
    tx.audit({
      type: 'report.drilled',
      subject: { noun: 'report', id: report.id },
      organisationId: report.organisationId,
      details: { figure: key },
    });
  });
}

function asRow(row: FigureRowFound, metric: Metric): FigureRow {
  const fact = facts[metric.fact];
  const about = row.about === '' ? '' : labelOf(metric.fact, fact.about, row.about).zh;
  return {
    noun: fact.noun,
    id: row.id,
    number: row.number,
    title: [row.title && fact.titleIsPerson ? maskPersonName(row.title) : row.title, about].filter(Boolean).join(' · ') || '未填',
    on: row.on,
    organisationName: row.organisationName,
    status: row.status ?? '',
    amount: row.amount,
  };
}

function labelsOf(metric: Metric, { by }: FigureFilter): { labelZh: string; labelEn: string } {
  // Places and firms are known by id only; the table that was clicked on says their names.
  const codes = Object.entries(by).flatMap(([name, code]) =>
    name === 'unit' || name === 'employer' ? [] : [labelOf(metric.fact, name, code)],
  );
  return { labelZh: [metric.zh, ...codes.map(({ zh }) => zh)].join(' · '), labelEn: [metric.en, ...codes.map(({ en }) => en)].join(' · ') };
}
