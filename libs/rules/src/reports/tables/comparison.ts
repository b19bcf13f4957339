import {
  changeCell,
  figureCell,
  numbers,
  printedUnit,
  wordCell,
  words,
  type FigureCell,
  type ReportRow,
  type ReportTable,
} from '../document.js';
import { wordsOf, type Digest } from '../digest.js';
import { isStock } from '../metric.js';
import { metricOf } from '../metrics.js';
import { NOTHING } from '../shares.js';

/** A line: a metric, perhaps of one code only, with a name of its own where the metric's will not do. */
export interface Line {
  readonly metric: string;
  readonly by?: Readonly<Record<string, string>>;
  readonly zh?: string;
  readonly en?: string;
  readonly emphasis?: boolean;
}

/** This period beside the one before, the same of last year, and the year to date. */
export function comparisonTable(digest: Digest, key: string, titleZh: string, titleEn: string, lines: readonly Line[]): ReportTable {
  const said = wordsOf(digest.periods);
  const month = digest.periods.kind === 'month';
  return {
    key,
    titleZh,
    titleEn,
    columns: [
      words('指标', 'Indicator'),
      numbers(said.now, said.nowEn),
      ...(month ? [numbers('上月', 'Last month'), numbers('环比', 'Change')] : []),
      numbers(said.sameLastYear, said.sameLastYearEn),
      numbers('同比', 'On last year'),
      ...(month ? [numbers('本年累计', 'Year to date'), numbers('累计同比', 'On last year')] : []),
    ],
    rows: lines.map((line) => rowOf(digest, line)),
    note: null,
  };
}

function rowOf({ periods, figures }: Digest, { metric: id, by = {}, zh, en, emphasis = false }: Line): ReportRow {
  const metric = metricOf(id);
  const [now, lastYear] = [figures.take(id, periods.now, by), figures.take(id, periods.lastYear, by)];
  const before = periods.before && figures.take(id, periods.before, by);
  const unit = printedUnit(metric.unit);
  const cells: FigureCell[] = [figureCell(now)];
  if (before) cells.push(figureCell(before), changeCell(now, before));
  cells.push(figureCell(lastYear), changeCell(now, lastYear));
  if (before && isStock(metric)) cells.push(wordCell(NOTHING), wordCell(NOTHING));
  else if (before) {
    const [toDate, base] = [figures.take(id, periods.toDate, by), figures.take(id, periods.lastYearToDate, by)];
    cells.push(figureCell(toDate), changeCell(toDate, base));
  }
  return { labelZh: `${zh ?? metric.zh}（${unit}）`, labelEn: `${en ?? metric.en} (${unit})`, cells, emphasis };
}
