import {
  compared,
  figureCell,
  numbers,
  printedUnit,
  say,
  words,
  type ReportSection,
  type ReportTable,
  type Sentence,
  type Part,
} from '../document.js';
import { take, wordsOf, type Digest } from '../digest.js';
import { metricOf } from '../metrics.js';
import { monthsChart } from '../tables/charts.js';
import { comparisonTable } from '../tables/comparison.js';

const MAIN = [
  'petitions.contacts',
  'petitions.persons',
  'petitions.matters',
  'petitions.group-visits',
  'petitions.pending',
  'disputes.accepted',
  'disputes.closed',
  'disputes.settled',
  'disputes.pending',
  'incidents.count',
  'incidents.workers',
  'hardship.severe',
  'hardship.ordinary',
  'visits.made',
  'visits.value',
  'legal.services',
  'legal.cases',
  'legal.beneficiaries',
] as const;

/** 总体情况 */
export function overview(digest: Digest): ReportSection {
  return {
    key: 'overview',
    titleZh: '总体情况',
    titleEn: 'Overview',
    sentences: sentences(digest),
    tables: [
      comparisonTable(
        digest,
        'main',
        '主要指标',
        'Main figures',
        MAIN.map((metric) => ({ metric, emphasis: metric === 'petitions.contacts' || metric === 'disputes.accepted' })),
      ),
      ...(digest.periods.kind === 'year' ? [monthByMonth(digest)] : []),
    ],
    charts: [
      monthsChart(digest, 'petitions-by-month', 'petitions.contacts'),
      monthsChart(digest, 'disputes-by-month', 'disputes.accepted'),
    ],
  };
}

function sentences(digest: Digest): Sentence[] {
  const { now } = wordsOf(digest.periods);
  const t = (metric: string) => take(digest, metric);
  return [
    say`${now}共登记信访${t('petitions.contacts')}件次、${t('petitions.persons')}人次，其中来访${t('petitions.visits')}批次、${t('petitions.visit-persons')}人次，信访总量${against(digest, 'petitions.contacts')}。`,
    say`${now}受理劳动争议${t('disputes.accepted')}件，${against(digest, 'disputes.accepted')}，涉及职工${t('disputes.workers')}人；结案${t('disputes.closed')}件，其中调解成功${t('disputes.settled')}件；期末未结${t('disputes.pending')}件。`,
    say`发生群体性劳动争议事件${t('incidents.count')}件，涉及职工${t('incidents.workers')}人。`,
    say`新录入特困职工${t('hardship.severe')}人、困难职工${t('hardship.ordinary')}人；走访慰问${t('visits.made')}户次，发放慰问款物合计${t('visits.value')}万元。`,
    say`提供工会法律服务${t('legal.services')}件，办理法律援助案件${t('legal.cases')}件，受益职工${t('legal.beneficiaries')}人。`,
  ];
}

/** 环比…，同比… for a month; 同比… for a year. */
export function against(digest: Digest, metric: string): readonly Part[] {
  const { periods } = digest;
  const now = take(digest, metric);
  const lastYear = compared('同比', now, take(digest, metric, {}, periods.lastYear));
  if (!periods.before) return lastYear;
  return [...compared('环比', now, take(digest, metric, {}, periods.before)), { text: '、' }, ...lastYear];
}

/** The twelve months of a year side by side; a stock is that of the month's last day. */
function monthByMonth(digest: Digest): ReportTable {
  const columns = [
    'petitions.contacts',
    'disputes.accepted',
    'disputes.settled',
    'disputes.closed',
    'disputes.pending',
    'incidents.count',
    'hardship.filed',
    'visits.made',
    'visits.value',
  ];
  const row = (labelZh: string, labelEn: string, span: Digest['periods']['now'], emphasis = false) => ({
    labelZh,
    labelEn,
    emphasis,
    cells: columns.map((metric) => figureCell(digest.figures.take(metric, span))),
  });
  return {
    key: 'months',
    titleZh: '逐月情况',
    titleEn: 'Month by month',
    columns: [
      words('月份', 'Month'),
      ...columns.map((id) => {
        const { zh, en, unit } = metricOf(id);
        return numbers(`${zh}（${printedUnit(unit)}）`, en);
      }),
    ],
    rows: [...digest.periods.months.map((month, i) => row(`${i + 1}月`, month.id, month)), row('全年', 'Year', digest.periods.now, true)],
    note: '未结件数为月末时点数，全年一行为年末时点数。',
  };
}
