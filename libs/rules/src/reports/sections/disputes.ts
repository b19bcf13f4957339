import { named, partsOf, say, type ReportSection, type Sentence } from '../document.js';
import { nameOf, take, wordsOf, type Digest } from '../digest.js';
import { codesChart } from '../tables/charts.js';
import { comparisonTable } from '../tables/comparison.js';
import { gridTable, ratioCell } from '../tables/grid.js';
import { shareTable } from '../tables/share.js';

/** 劳动争议调解: how many, about what, with what outcome. */
export function disputes(digest: Digest): ReportSection {
  return {
    key: 'disputes',
    titleZh: '劳动争议调解',
    titleEn: 'Dispute mediation',
    sentences: sentences(digest),
    tables: [
      comparisonTable(
        digest,
        'mediation',
        '调解情况',
        'Mediation',
        [
          'registered',
          'not-accepted',
          'accepted',
          'workers',
          'collective',
          'collective-workers',
          'closed',
          'settled',
          'pending',
          'claimed',
          'agreed',
          'performed',
        ].map((id) => ({ metric: `disputes.${id}` })),
      ),
      shareTable(digest, 'disputes.accepted', 'category', {
        key: 'categories',
        titleZh: '受理争议的类型',
        titleEn: 'Accepted, by category',
      }),
      shareTable(digest, 'disputes.closed', 'outcome', { key: 'outcomes', titleZh: '结案方式', titleEn: 'Closed, by outcome' }),
      gridTable(
        digest,
        'category',
        [
          { metric: 'disputes.accepted', zh: '受理', en: 'Accepted' },
          { metric: 'disputes.settled-of-accepted', zh: '其中成功', en: 'Settled of these' },
          { ratio: 'success-of-accepted', zh: '成功率·受理口径', en: 'Rate of accepted' },
          { metric: 'disputes.closed-counted', zh: '结案', en: 'Closed' },
          { metric: 'disputes.settled', zh: '其中成功', en: 'Settled of these' },
          { ratio: 'success-of-closed', zh: '成功率·结案口径', en: 'Rate of closed' },
        ],
        {
          key: 'success',
          titleZh: '各类争议调解成功率',
          titleEn: 'Success rate by category',
          note: '受理口径：当期受理案件中已调解成功的；结案口径：当期结案（不含终止、转法律援助）中调解成功的。',
        },
      ),
    ],
    charts: [codesChart(digest, 'dispute-categories', 'disputes.accepted', 'category', 'bar')],
  };
}

function sentences(digest: Digest): Sentence[] {
  const { now } = wordsOf(digest.periods);
  const t = (metric: string) => take(digest, metric);
  const told = digest.figures
    .codes('disputes.accepted', 'category', digest.periods.now)
    .slice(0, 3)
    .flatMap((code, i) => [
      ...partsOf(i > 0 ? '、' : ''),
      ...partsOf(named(nameOf(digest, 'dispute', 'category', code))),
      ...partsOf(take(digest, 'disputes.accepted', { category: code })),
      ...partsOf('件'),
    ]);
  return [
    ...(told.length > 0 ? [say`${now}受理的争议中，居前的类型是${told}。`] : []),
    say`${now}受理的${t('disputes.accepted')}件中已调解成功${t('disputes.settled-of-accepted')}件，调解成功率（受理口径）为${ratioCell(digest, 'success-of-accepted')}；${now}结案（不含终止、转法律援助）${t('disputes.closed-counted')}件，其中调解成功${t('disputes.settled')}件，调解成功率（结案口径）为${ratioCell(digest, 'success-of-closed')}。`,
    say`集体劳动争议${t('disputes.collective')}件，涉及职工${t('disputes.collective-workers')}人；不予受理${t('disputes.not-accepted')}件。`,
    say`${now}受理的争议请求金额${t('disputes.claimed')}万元，协议金额${t('disputes.agreed')}万元，已履行${t('disputes.performed')}万元。`,
  ];
}
