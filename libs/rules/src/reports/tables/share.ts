import {
  changeCell,
  figureCell,
  numbers,
  percentCell,
  printedUnit,
  words,
  type FigureCell,
  type ReportRow,
  type ReportTable,
} from '../document.js';
import { nameOf, take, wordsOf, type Digest } from '../digest.js';
import { facts } from '../facts.js';
import type { Figure } from '../figures.js';
import { metricOf } from '../metrics.js';
import { shares } from '../shares.js';

export interface ShareTableText {
  readonly key: string;
  readonly titleZh: string;
  readonly titleEn: string;
  /** Only so many lines; their shares stay those of the whole. */
  readonly top?: number;
  readonly note?: string;
}

/** A metric by the codes of a dimension, the most frequent first, with shares that add up to exactly 100.0 %. */
export function shareTable(
  digest: Digest,
  metricId: string,
  by: string,
  { key, titleZh, titleEn, top, note = '' }: ShareTableText,
): ReportTable {
  const { periods } = digest;
  const [metric, said] = [metricOf(metricId), wordsOf(periods)];
  const dimension = facts[metric.fact].dimensions[by]!;
  const month = periods.kind === 'month';
  const codes = codesOf(digest, metricId, by);
  const parts = shares(codes.map((code) => take(digest, metricId, { [by]: code }).value));
  const row = (code: string | undefined, share: number | null, labelZh: string, labelEn: string): ReportRow => {
    const at = (span: typeof periods.now): Figure => digest.figures.take(metricId, span, code === undefined ? {} : { [by]: code });
    const now = at(periods.now);
    const cells: FigureCell[] = [figureCell(now), percentCell(share)];
    if (periods.before) cells.push(changeCell(now, at(periods.before)));
    cells.push(changeCell(now, at(periods.lastYear)));
    if (month) cells.push(figureCell(at(periods.toDate)));
    return { labelZh, labelEn, cells, emphasis: code === undefined };
  };
  const lines = codes.map((code, i) => {
    const { zh, en } = nameOf(digest, metric.fact, by, code);
    return row(code, parts[i]!, zh, en);
  });
  const whole = take(digest, metricId);
  const total = top === undefined ? [row(undefined, whole.value === 0 ? null : 1000, '合计', 'Total')] : [];
  const unit = printedUnit(metric.unit);
  return {
    key,
    titleZh,
    titleEn,
    columns: [
      words(dimension.zh, dimension.en),
      numbers(`${said.now}（${unit}）`, said.nowEn),
      numbers('占比', 'Share'),
      ...(month ? [numbers('环比', 'Change')] : []),
      numbers('同比', 'On last year'),
      ...(month ? [numbers('本年累计', 'Year to date')] : []),
    ],
    rows: [...lines.slice(0, top), ...total],
    note: note || null,
  };
}

/** The codes of this period, and those that only the compared periods know. */
export function codesOf({ figures, periods }: Digest, metricId: string, by: string): string[] {
  return figures.codes(metricId, by, periods.now, ...(periods.kind === 'month' ? [periods.toDate] : []));
}
