import { figureCell, printedUnit, type ReportChart } from '../document.js';
import { nameOf, take, type Digest } from '../digest.js';
import { metricOf } from '../metrics.js';
import { monthSpan, type Span } from '../periods.js';
import { yearOf } from '../../shared/plain-date.js';
import { percentText, shares } from '../shares.js';

const MONTHS = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);
const said = (values: readonly (number | null)[]): string => values.filter((value) => value !== null).join('、');

/** Twelve months of this year against the last; months to come are left open. */
export function monthsChart(digest: Digest, key: string, metricId: string): ReportChart {
  const { periods, figures } = digest;
  const [metric, year] = [metricOf(metricId), yearOf(periods.now.from)];
  const valueOf = (span: Span): number => figureCell(figures.take(metricId, span)).value!;
  const thisYear = MONTHS.map((_, month) => (month < periods.months.length ? valueOf(monthSpan(year, month + 1)) : null));
  const lastYear = periods.lastYearMonths.map(valueOf);
  // A year before the records began is not a year of nothing.
  const before = lastYear.some((value) => value > 0);
  const [zh, unit] = [metric.zh, printedUnit(metric.unit)];
  return {
    key,
    titleZh: `${zh}逐月对比（${unit}）`,
    titleEn: `${metric.en}, by month`,
    kind: 'line',
    unit,
    categories: MONTHS,
    series: [
      { zh: `${year}年`, en: String(year), values: thisYear },
      ...(before ? [{ zh: `${year - 1}年`, en: String(year - 1), values: lastYear }] : []),
    ],
    textZh: `${zh}，${year}年各月依次为${said(thisYear)}${unit}；${before ? `${year - 1}年各月依次为${said(lastYear)}${unit}` : `${year - 1}年没有记录`}。`,
    textEn: `${metric.en} by month: ${year}: ${said(thisYear)}; ${year - 1}: ${before ? said(lastYear) : 'no records'}.`,
  };
}

/** A metric by its codes: as bars, or as shares of the whole. */
export function codesChart(digest: Digest, key: string, metricId: string, by: string, kind: 'bar' | 'share', top = 12): ReportChart {
  const metric = metricOf(metricId);
  const codes = digest.figures.codes(metricId, by, digest.periods.now);
  const all = codes.map((code) => figureCell(take(digest, metricId, { [by]: code })).value!);
  const [values, names] = [all.slice(0, top), codes.slice(0, top).map((code) => nameOf(digest, metric.fact, by, code))];
  const unit = printedUnit(metric.unit);
  const parts = shares(codes.map((code) => take(digest, metricId, { [by]: code }).value));
  const telling = (language: 'zh' | 'en'): string =>
    names
      .map(
        (name, i) =>
          `${name[language]} ${values[i]}${language === 'zh' ? unit : ''}${kind === 'share' ? `（${percentText(parts[i]!)}）` : ''}`,
      )
      .join(language === 'zh' ? '、' : ', ');
  return {
    key,
    titleZh: `${metric.zh}${kind === 'share' ? '构成' : '分布'}（${unit}）`,
    titleEn: `${metric.en}: ${kind === 'share' ? 'shares' : 'distribution'}`,
    kind,
    unit,
    categories: names.map(({ zh }) => zh),
    series: [{ zh: metric.zh, en: metric.en, values }],
    textZh: names.length > 0 ? `${metric.zh}：${telling('zh')}。` : `${metric.zh}：本期没有记录。`,
    textEn: names.length > 0 ? `${metric.en}: ${telling('en')}.` : `${metric.en}: none in this period.`,
  };
}
