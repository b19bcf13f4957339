import type { Tables } from '#data/tables';
import { figureRows, type FigureRowFound } from '#data/queries/report-rows';
import { sql } from '#data/sql';
import { facts, labelOf } from '#rules/reports/facts';
import { figureKey, type FigureFilter } from '#rules/reports/figures';
import type { FigureCell, ReportDocument, ReportTable } from '#rules/reports/document';
import { findMetric, metricOf } from '#rules/reports/metrics';
import { dayOf, spanOf } from '#rules/reports/periods';
import { visibleTo } from '../visible.js';
import type { Work } from '../work.js';
import { downloadOf, type ReportFile } from './download-report.js';
import type { ReportPage } from './get-report.js';
import { limitsOn, scopeOf } from './scope.js';
import { COUNT, MONEY, PERCENT, writeWorkbook, type Line, type Sheet, type Value } from './xlsx/workbook.js';

const OVERDUE = 'petitions.overdue';
const MOST_OVERDUE = 5_000;

/** The tables of the report, every figure of the period, and the overdue petitions that the reader may see, as a workbook. */
export function reportAnnex(work: Work, { reportId }: { reportId: string }): Promise<ReportFile> {
  return downloadOf(work, reportId, 'xlsx', async (report, body) => {
    const figures = await work.data.readSlowly<Tables['report_figure']>(
      work.actor,
      sql`SELECT * FROM report_figure WHERE report_id = ${reportId} ORDER BY key`,
    );
    const names = await namesIn(work, figures);
    const sheets = [
      ...body.sections.filter(({ tables }) => tables.length > 0).map((section) => sectionSheet(section)),
      figuresSheet(figures, report, names),
      await overdueSheet(work, report),
    ];
    return writeWorkbook(sheets, report.organisationName);
  });
}

function sectionSheet({ titleZh, tables }: ReportDocument['sections'][number]): Sheet {
  const columns = Math.max(...tables.map((table) => table.columns.length));
  return { name: titleZh, widths: [34, ...Array.from({ length: columns - 1 }, () => 13)], lines: tables.flatMap(tableLines) };
}

const tableLines = ({ titleZh, columns, rows, note }: ReportTable): Line[] => [
  { values: [titleZh], look: 'title' },
  { values: columns.map(({ zh }) => zh), look: 'head' },
  ...rows.map(({ labelZh, cells, emphasis }): Line => ({ values: [labelZh, ...cells.map(valueOf)], ...(emphasis && { look: 'strong' }) })),
  ...(note ? [{ values: [`注：${note}`], look: 'note' } as const] : []),
  { values: [], look: 'note' },
];

function valueOf({ text, value, unit }: FigureCell): Value {
  if (value === null) return text;
  if (unit === '%') return { number: value / 100, form: PERCENT };
  return { number: value, form: unit === '万元' || unit.includes('/') ? MONEY : COUNT };
}

/** Every metric of the period, as a whole and by every code. */
function figuresSheet(
  figures: readonly Tables['report_figure'][],
  { periodFrom, periodTo }: ReportPage,
  names: ReadonlyMap<string, string>,
): Sheet {
  const span = spanOf(periodFrom, periodTo);
  const own = figures.flatMap((figure) => {
    const metric = findMetric(figure.metric);
    const { by } = figure.filter as unknown as FigureFilter;
    const at = metric?.until ? dayOf(span) : span;
    return metric && figure.key === figureKey(metric.id, at, by) ? [{ figure, metric, by, at }] : [];
  });
  const line = ({ figure, metric, by, at }: (typeof own)[number]): Line => {
    const [name, code] = Object.entries(by)[0] ?? [];
    const number = metric.unit === '元' ? { number: figure.value / 100, form: MONEY } : { number: figure.value, form: COUNT };
    return {
      values: [
        metric.zh,
        name ? (facts[metric.fact].dimensions[name]?.zh ?? '') : '合计',
        code === undefined ? '' : (names.get(code) ?? labelOf(metric.fact, name!, code).zh),
        number,
        metric.unit,
        at.id,
      ],
    };
  };
  return {
    name: '全部指标',
    widths: [32, 14, 34, 16, 8, 14],
    frozen: 1,
    lines: [{ values: ['指标', '分组', '项目', '数值', '单位', '期间'], look: 'head' }, ...own.map(line)],
  };
}

/** Places and firms are stored by id; the sheet names them. */
async function namesIn(work: Work, figures: readonly Tables['report_figure'][]): Promise<Map<string, string>> {
  const ids = figures.flatMap((figure) =>
    Object.entries((figure.filter as unknown as FigureFilter).by).flatMap(([name, code]) =>
      (name === 'unit' || name === 'employer') && /^[0-9a-f-]{36}$/.test(code) ? [code] : [],
    ),
  );
  const wanted = [...new Set(ids)];
  const rows = await work.data.read<{ id: string; name: string }>(
    work.actor,
    sql`SELECT id, short_name AS name FROM organisation WHERE id = ANY (${wanted}::uuid[]) UNION ALL SELECT id, name FROM employer WHERE id = ANY (${wanted}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Only what the reader may open: the others stand in the figure and not in the list. */
async function overdueSheet(work: Work, report: ReportPage): Promise<Sheet> {
  const metric = metricOf(OVERDUE);
  const fact = facts[metric.fact];
  const scope = await scopeOf(
    work.data,
    work.actor,
    report.organisationId,
    new Date(report.asOf),
    limitsOn(work.clockwork.rules, report.periodTo),
  );
  const filter: FigureFilter = { from: report.periodTo, to: report.periodTo, by: {} };
  const rows = await work.data.readSlowly<FigureRowFound>(
    work.actor,
    figureRows(metric, filter, scope, visibleTo(work.actor, fact.permission, 'f', fact.handler), { limit: MOST_OVERDUE }),
  );
  return {
    name: '逾期未办信访',
    widths: [24, 36, 22, 14, 26],
    frozen: 1,
    lines: [
      { values: ['信访编号', '反映单位', '内容类别', '登记日期', '所属'], look: 'head' },
      ...rows.map((row): Line => ({
        values: [row.number ?? '', row.title ?? '', labelOf(metric.fact, fact.about, row.about).zh, row.on, row.organisationName],
      })),
    ],
  };
}
