import { named, percentCell, say, type ReportSection, type Sentence } from '../document.js';
import { nameOf, take, wordsOf, type Digest } from '../digest.js';
import { changeOf } from '../change.js';
import { rate } from '../shares.js';
import { ratioCell, ratioOf } from '../tables/grid.js';
import { against } from './overview.js';

/** From which change on, in tenths of a percent, a trend is called marked; and the success rate under which mediation needs care. Parameters. */
const MARKED = 100;
const CARE_UNDER = 900;

/** 趋势与建议: what the figures call for. A suggestion is made only where its figure gives cause. */
export function outlook(digest: Digest): ReportSection {
  return {
    key: 'outlook',
    titleZh: '趋势与建议',
    titleEn: 'Outlook and suggestions',
    sentences: [...trends(digest), ...suggestions(digest)],
    tables: [],
    charts: [],
  };
}

function trends(digest: Digest): Sentence[] {
  const { lastYear, before } = digest.periods;
  const verdict = (metric: string): string => {
    const change = changeOf(take(digest, metric).value, take(digest, metric, {}, lastYear).value);
    if (change === null) return '尚无上年同期可比';
    return change >= MARKED ? '增长明显，需加强研判' : change <= -MARKED ? '下降明显' : '总体平稳';
  };
  const pending = [take(digest, 'disputes.pending'), take(digest, 'disputes.pending', {}, before ?? lastYear)] as const;
  const more = pending[0].value - pending[1].value;
  return [
    say`信访总量${against(digest, 'petitions.contacts')}，${verdict('petitions.contacts')}。`,
    say`受理劳动争议${against(digest, 'disputes.accepted')}，${verdict('disputes.accepted')}；期末未结${pending[0]}件，比${before ? '上月末' : '上年末'}的${pending[1]}件${more > 0 ? '有所增加' : more < 0 ? '有所减少' : '持平'}。`,
    ...foremost(digest),
    ...rising(digest),
  ];
}

/** What most disputes are about, with its share. */
function foremost(digest: Digest): Sentence[] {
  const category = digest.figures.codes('disputes.accepted', 'category', digest.periods.now)[0];
  if (category === undefined) return [];
  const figure = take(digest, 'disputes.accepted', { category });
  return [
    say`${named(nameOf(digest, 'dispute', 'category', category))}是首要争议类型，${figure}件，占受理争议的${percentCell(rate(figure.value, take(digest, 'disputes.accepted').value))}。`,
  ];
}

/** The unit in which petitions and disputes together rose most. */
function rising(digest: Digest): Sentence[] {
  const { now, lastYear } = digest.periods;
  const metrics = ['petitions.contacts', 'disputes.accepted'];
  if (metrics.every((metric) => take(digest, metric, {}, lastYear).value === 0)) return [];
  const units = new Set(metrics.flatMap((metric) => digest.figures.codes(metric, 'unit', now)));
  const rises = [...units].map((unit) => ({
    unit,
    rise: metrics.reduce((sum, metric) => sum + take(digest, metric, { unit }).value - take(digest, metric, { unit }, lastYear).value, 0),
  }));
  const most = rises.sort((a, b) => b.rise - a.rise)[0];
  if (!most || most.rise <= 0 || units.size < 2) return [];
  return [
    say`与${wordsOf(digest.periods).sameLastYear}相比，${named(nameOf(digest, 'petition', 'unit', most.unit))}的信访和争议增加最多：信访${take(digest, 'petitions.contacts', { unit: most.unit })}件次，受理争议${take(digest, 'disputes.accepted', { unit: most.unit })}件。`,
  ];
}

function suggestions(digest: Digest): Sentence[] {
  const t = (metric: string) => take(digest, metric);
  const made: Sentence[] = [];
  const category = digest.figures.codes('disputes.accepted', 'category', digest.periods.now)[0];
  if (category === '51') made.push(say`建议会同人力资源和社会保障、住房和城乡建设等部门排查欠薪隐患，督促用人单位按月足额支付劳动报酬。`);
  if (t('petitions.overdue').value > 0) made.push(say`建议对逾期未办的${t('petitions.overdue')}件次信访逐件督办，明确责任人和办结期限。`);
  if (t('incidents.count').value > 0) made.push(say`建议对发生群体性事件的单位逐一回访，纳入劳动关系预警，防止反复。`);
  if (t('disputes.closed-late').value > 0)
    made.push(say`建议对超过调解期限结案的${t('disputes.closed-late')}件争议查明原因，依法及时告知当事人申请仲裁的权利。`);
  const success = ratioOf(digest, 'success-of-closed');
  if (success !== null && success < CARE_UNDER)
    made.push(say`调解成功率（结案口径）为${ratioCell(digest, 'success-of-closed')}，建议加强基层调解组织建设和调解员培训。`);
  if (t('hardship.severe').value > 0) made.push(say`建议对新录入的${t('hardship.severe')}名特困职工落实结对帮扶，符合条件的及时纳入救助。`);
  return made.length > 0 ? made : [say`建议继续做好矛盾纠纷排查和困难职工帮扶工作。`];
}
