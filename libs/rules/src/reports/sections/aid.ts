import { figureCell, named, numbers, partsOf, say, words, type ReportSection, type ReportTable, type Sentence } from '../document.js';
import { nameOf, take, wordsOf, type Digest } from '../digest.js';
import { comparisonTable } from '../tables/comparison.js';
import { gridTable, type Column } from '../tables/grid.js';

const given: readonly Column[] = [
  { metric: 'visits.made', zh: '走访慰问', en: 'Visits' },
  { metric: 'visits.cash', zh: '慰问金', en: 'Money' },
  { metric: 'visits.goods', zh: '物资折价', en: 'Goods' },
  { metric: 'visits.value', zh: '合计', en: 'Together' },
];

/** 困难帮扶与法律援助 */
export function aid(digest: Digest): ReportSection {
  const ids = [
    'hardship.filed',
    'hardship.severe',
    'hardship.ordinary',
    'hardship.active',
    'visits.made',
    'visits.households',
    'visits.cash',
    'visits.goods',
    'visits.value',
    'model.national',
    'model.provincial',
    'model.city',
    'model.allowance',
    'legal.services',
    'legal.cases',
    'legal.beneficiaries',
    'legal.recovered',
    'legal.subsidy',
  ];
  return {
    key: 'aid',
    titleZh: '困难帮扶与法律援助',
    titleEn: 'Hardship, aid and legal aid',
    sentences: sentences(digest),
    tables: [
      comparisonTable(
        digest,
        'aid',
        '帮扶与援助',
        'Aid',
        ids.map((metric) => ({ metric })),
      ),
      gridTable(
        digest,
        'cause',
        [
          { metric: 'hardship.filed', zh: '建档', en: 'Files' },
          { metric: 'hardship.severe', zh: '特困职工', en: 'Severe' },
          { metric: 'hardship.ordinary', zh: '困难职工', en: 'Ordinary' },
        ],
        { key: 'causes', titleZh: '致困原因', titleEn: 'By cause', note: '内部资料；对外公布前，小于三的格应予隐去。' },
      ),
      gridTable(digest, 'campaign', given, { key: 'campaigns', titleZh: '慰问活动', titleEn: 'By campaign' }),
      gridTable(digest, 'level', given, { key: 'levels', titleZh: '慰问层级', titleEn: 'By level' }),
      gridTable(digest, 'fund', given, { key: 'funds', titleZh: '资金来源', titleEn: 'By source of money' }),
      modelWorkers(digest),
      gridTable(
        digest,
        'form',
        [
          { metric: 'legal.services', zh: '法律服务', en: 'Services' },
          { metric: 'legal.cases', zh: '援助案件', en: 'Cases' },
        ],
        { key: 'legal-forms', titleZh: '法律服务与援助形式', titleEn: 'Legal aid by form' },
      ),
    ],
    charts: [],
  };
}

function sentences(digest: Digest): Sentence[] {
  const { now } = wordsOf(digest.periods);
  const t = (metric: string) => take(digest, metric);
  const cause = digest.figures
    .codes('hardship.filed', 'cause', digest.periods.now)
    .filter((code) => code !== '')
    .slice(0, 3);
  const causes = cause.flatMap((code, i) => [
    ...partsOf(i > 0 ? '、' : ''),
    ...partsOf(named(nameOf(digest, 'hardship_file', 'cause', code))),
    ...partsOf(take(digest, 'hardship.filed', { cause: code })),
    ...partsOf('户'),
  ]);
  return [
    say`${now}新建困难职工档案${t('hardship.filed')}户，其中特困职工${t('hardship.severe')}人、困难职工${t('hardship.ordinary')}人；期末在册${t('hardship.active')}户。`,
    ...(causes.length > 0 ? [say`致困原因居前的是${causes}。`] : []),
    say`走访慰问${t('visits.made')}户次，涉及${t('visits.households')}户，发放慰问金${t('visits.cash')}万元、物资折价${t('visits.goods')}万元，合计${t('visits.value')}万元。`,
    say`发放全国劳模三金${t('model.national')}万元、省部劳模三金${t('model.provincial')}万元、市劳模三金${t('model.city')}万元，关停企业退休劳模荣誉津贴${t('model.allowance')}万元。`,
    say`提供工会法律服务${t('legal.services')}件，办理法律援助案件${t('legal.cases')}件，受益职工${t('legal.beneficiaries')}人，挽回经济损失${t('legal.recovered')}万元。`,
  ];
}

function modelWorkers(digest: Digest): ReportTable {
  const lists = [
    ['全国劳模三金', 'National', 'national'],
    ['省部劳模三金', 'Provincial', 'provincial'],
    ['市劳模三金', 'City', 'city'],
    ['关停企业退休劳模荣誉津贴', 'Allowance', 'allowance'],
  ] as const;
  return {
    key: 'model-workers',
    titleZh: '劳模待遇发放',
    titleEn: 'Payments to model workers',
    columns: [words('项目', 'List'), numbers('人数（人）', 'Persons'), numbers('金额（万元）', 'Amount')],
    rows: lists.map(([labelZh, labelEn, id]) => ({
      labelZh,
      labelEn,
      cells: [figureCell(take(digest, `model.${id}-persons`)), figureCell(take(digest, `model.${id}`))],
      emphasis: false,
    })),
    note: null,
  };
}
