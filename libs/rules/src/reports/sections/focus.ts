import { countText, givenCell, numbers, say, wordCell, words, type ReportSection, type ReportTable } from '../document.js';
import { take, wordsOf, type Digest, type Listed } from '../digest.js';
import { GROUP_VISIT_FROM } from '../../petitions/codes.js';
import { comparisonTable } from '../tables/comparison.js';
import { against } from './overview.js';

/** 重点关注: group visits, mass incidents, repeated and overdue matters, unpaid wages. */
export function focus(digest: Digest): ReportSection {
  const { now } = wordsOf(digest.periods);
  const t = (metric: string) => take(digest, metric);
  return {
    key: 'focus',
    titleZh: '重点关注',
    titleEn: 'To watch',
    sentences: [
      say`${now}发生集体访（${givenCell(GROUP_VISIT_FROM, '人')}人以上）${t('petitions.group-visits')}批次、${t('petitions.group-visit-persons')}人次，${against(digest, 'petitions.group-visits')}。`,
      say`发生群体性劳动争议事件${t('incidents.count')}件，涉及职工${t('incidents.workers')}人，${against(digest, 'incidents.count')}。`,
      say`重信重访${t('petitions.repeats')}件次，匿名信访${t('petitions.anonymous')}件次；反映劳动报酬的信访${t('petitions.wages')}件次，${against(digest, 'petitions.wages')}。`,
      say`期末未办结信访${t('petitions.pending')}件次，其中已逾期${t('petitions.overdue')}件次。`,
    ],
    tables: [
      comparisonTable(
        digest,
        'attention',
        '重点指标',
        'Figures to watch',
        [
          'petitions.group-visits',
          'petitions.group-visit-persons',
          'petitions.repeats',
          'petitions.wages',
          'petitions.overdue',
          'incidents.count',
          'incidents.workers',
          'disputes.collective',
        ].map((metric) => ({ metric })),
      ),
      ...listed('group-visits', '集体访一览', 'Group visits', '来访日期', digest.groupVisits),
      ...listed('incidents', '群体性劳动争议事件一览', 'Mass incidents', '发生日期', digest.incidents),
    ],
    charts: [],
  };
}

/** The weightiest by the number of persons. */
function listed(key: string, titleZh: string, titleEn: string, dayZh: string, rows: readonly Listed[]): ReportTable[] {
  if (rows.length === 0) return [];
  const stated = rows.some(({ status }) => status !== '');
  const columns = [
    words('单位', 'Employer'),
    words(dayZh, 'Date'),
    words('所属', 'Place'),
    words('事项', 'Matter'),
    numbers('人数（人）', 'Persons'),
    ...(stated ? [words('办理状态', 'State')] : []),
  ];
  return [
    {
      key,
      titleZh,
      titleEn,
      columns,
      rows: rows.map(({ employer, on, place, about, persons, status }) => ({
        labelZh: employer,
        labelEn: employer,
        cells: [
          wordCell(on),
          wordCell(place),
          wordCell(about),
          { key: null, text: countText(persons), value: persons, unit: '人' },
          ...(stated ? [wordCell(status)] : []),
        ],
        emphasis: false,
      })),
      note: '按人数排列，只列居前的。',
    },
  ];
}
