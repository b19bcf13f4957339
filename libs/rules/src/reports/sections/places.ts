import { named, partsOf, say, type ReportSection, type Sentence } from '../document.js';
import { nameOf, take, wordsOf, type Digest } from '../digest.js';
import { OFTEN } from '../metric.js';
import { codesChart } from '../tables/charts.js';
import { gridTable, type Column } from '../tables/grid.js';

const byUnit: readonly Column[] = [
  { metric: 'petitions.contacts', zh: '信访', en: 'Petitions' },
  { perMembers: 'petitions.contacts', zh: '每万名会员信访', en: 'Per 10,000 members' },
  { metric: 'disputes.accepted', zh: '受理争议', en: 'Disputes accepted' },
  { metric: 'disputes.settled-of-accepted', zh: '调解成功', en: 'Settled' },
  { ratio: 'success-of-accepted', zh: '成功率', en: 'Success rate' },
  { metric: 'disputes.pending', zh: '期末未结', en: 'Pending' },
  { metric: 'incidents.count', zh: '群体性事件', en: 'Incidents' },
  { metric: 'incidents.workers', zh: '涉及职工', en: 'Workers' },
  { metric: 'hardship.filed', zh: '建档', en: 'Files' },
  { metric: 'visits.made', zh: '走访慰问', en: 'Visits' },
  { metric: 'visits.value', zh: '慰问款物', en: 'Given' },
];

/** 地区、行业与单位分布 */
export function places(digest: Digest): ReportSection {
  const employers = { note: `只列一期内达到${OFTEN}件的单位。`, top: 10 };
  return {
    key: 'places',
    titleZh: '地区、行业与单位分布',
    titleEn: 'Districts, industries and employers',
    sentences: sentences(digest),
    tables: [
      gridTable(digest, 'unit', byUnit, { key: 'units', titleZh: '各地区（单位）情况', titleEn: 'By district or unit' }),
      gridTable(
        digest,
        'industry',
        [
          { metric: 'disputes.accepted', zh: '受理争议', en: 'Disputes accepted' },
          { metric: 'petitions.contacts', zh: '信访', en: 'Petitions' },
          { metric: 'incidents.count', zh: '群体性事件', en: 'Incidents' },
          { metric: 'incidents.workers', zh: '事件涉及职工', en: 'Workers in incidents' },
        ],
        {
          key: 'industries',
          titleZh: '行业分布',
          titleEn: 'By industry',
          note: '行业按国民经济行业分类的门类；单位未登记行业的列入“未填”。',
        },
      ),
      gridTable(digest, 'employer', [{ metric: 'petitions.by-employer', zh: '信访', en: 'Petitions' }], {
        key: 'employers-petitioned',
        titleZh: '反映较多的单位',
        titleEn: 'Employers most petitioned about',
        ...employers,
      }),
      gridTable(digest, 'employer', [{ metric: 'disputes.by-employer', zh: '受理争议', en: 'Disputes' }], {
        key: 'employers-disputed',
        titleZh: '争议较多的单位',
        titleEn: 'Employers with most disputes',
        ...employers,
      }),
    ],
    charts: [
      codesChart(digest, 'petitions-by-unit', 'petitions.contacts', 'unit', 'bar', 20),
      codesChart(digest, 'disputes-by-unit', 'disputes.accepted', 'unit', 'bar', 20),
    ],
  };
}

function sentences(digest: Digest): Sentence[] {
  const { now } = wordsOf(digest.periods);
  const most = (metric: string, by: string, fact: 'petition' | 'dispute', unit: string) =>
    digest.figures
      .codes(metric, by, digest.periods.now)
      .filter((code) => code !== '')
      .slice(0, 3)
      .flatMap((code, i) => [
        ...partsOf(i > 0 ? '、' : ''),
        ...partsOf(named(nameOf(digest, fact, by, code))),
        ...partsOf(take(digest, metric, { [by]: code })),
        ...partsOf(unit),
      ]);
  const [petitions, disputes, industries] = [
    most('petitions.contacts', 'unit', 'petition', '件次'),
    most('disputes.accepted', 'unit', 'dispute', '件'),
    most('disputes.accepted', 'industry', 'dispute', '件'),
  ];
  return [
    ...(petitions.length > 0 ? [say`${now}信访较多的是${petitions}。`] : []),
    ...(disputes.length > 0 ? [say`受理争议较多的是${disputes}。`] : []),
    ...(industries.length > 0 ? [say`受理的争议按行业分，较多的是${industries}。`] : []),
  ];
}
