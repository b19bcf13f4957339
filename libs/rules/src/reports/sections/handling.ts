import { figureCell, numbers, say, words, type ReportSection, type ReportTable, type Sentence } from '../document.js';
import { take, type Digest } from '../digest.js';
import { metricOf, ratios, type RatioName } from '../metrics.js';
import { ratioCell } from '../tables/grid.js';
import { shareTable } from '../tables/share.js';

/** 办理情况: accepted, in time, closed, and how people rated it. */
export function handling(digest: Digest): ReportSection {
  return {
    key: 'handling',
    titleZh: '办理情况',
    titleEn: 'Handling',
    sentences: sentences(digest),
    tables: [
      rates(digest),
      shareTable(digest, 'petitions.contacts', 'handling', { key: 'handlings', titleZh: '办理方式', titleEn: 'By handling' }),
      shareTable(digest, 'petitions.closed', 'result', { key: 'results', titleZh: '办结结果', titleEn: 'Closed, by result' }),
      shareTable(digest, 'petitions.contacts', 'satisfaction', { key: 'ratings', titleZh: '满意度评价', titleEn: 'By rating' }),
    ],
    charts: [],
  };
}

function sentences(digest: Digest): Sentence[] {
  const t = (metric: string, by = {}) => take(digest, metric, by);
  return [
    say`登记的信访中受理${t('petitions.accepted')}件次，受理率${ratioCell(digest, 'acceptance')}；按期受理${t('petitions.accepted-in-time')}件次，按期受理率${ratioCell(digest, 'acceptance-in-time')}。`,
    say`办结${t('petitions.closed')}件次，其中受理后办结的${t('petitions.handled')}件次，按期办结率${ratioCell(digest, 'handling-in-time')}；转送${t('petitions.contacts', { handling: 'refer' })}件次，交办${t('petitions.contacts', { handling: 'assign_out' })}件次，不予受理${t('petitions.declined')}件次。`,
    say`已评价${t('petitions.rated')}件次，满意和基本满意${t('petitions.content')}件次，满意率${ratioCell(digest, 'satisfaction')}。`,
    say`劳动争议结案${t('disputes.closed')}件，其中超过调解期限结案${t('disputes.closed-late')}件。`,
  ];
}

/** Each rate with what it is of. */
function rates(digest: Digest): ReportTable {
  const names: RatioName[] = [
    'acceptance',
    'acceptance-in-time',
    'handling-in-time',
    'satisfaction',
    'success-of-accepted',
    'success-of-closed',
  ];
  return {
    key: 'rates',
    titleZh: '办理指标',
    titleEn: 'Rates',
    columns: [words('指标', 'Indicator'), numbers('分子', 'Of'), numbers('分母', 'Over'), numbers('比率', 'Rate')],
    rows: names.map((name) => {
      const { zh, en, of, over } = ratios[name];
      return {
        labelZh: `${zh}（${metricOf(of).zh} ÷ ${metricOf(over).zh}）`,
        labelEn: en,
        cells: [figureCell(take(digest, of)), figureCell(take(digest, over)), ratioCell(digest, name)],
        emphasis: false,
      };
    }),
    note: '按期：有办理时限记录的以时限记录为准，无时限记录的（如导入的台账）按受理、办结日期与法定天数推算，末日为休息日、节假日的顺延。',
  };
}
