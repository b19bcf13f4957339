import { figureCell, numbers, percentCell, printedUnit, words, type FigureCell, type ReportRow, type ReportTable } from '../document.js';
import { nameOf, take, type Digest } from '../digest.js';
import { facts } from '../facts.js';
import { metricOf, ratios, type RatioName } from '../metrics.js';
import { NOTHING, rate } from '../shares.js';

interface Head {
  readonly zh: string;
  readonly en: string;
}
/** A metric, a ratio, or a metric for each ten thousand members where their number is known. */
export type Column = Head & ({ readonly metric: string } | { readonly ratio: RatioName } | { readonly perMembers: string });

export interface GridText {
  readonly key: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly note?: string;
  /** Only so many lines, and no total. */
  readonly top?: number;
}

/** Several metrics beside each other, by the codes of one dimension that they share. The first decides the order. */
export function gridTable(
  digest: Digest,
  by: string,
  columns: readonly Column[],
  { key, titleZh, titleEn, note, top }: GridText,
): ReportTable {
  const first = columns.flatMap((column) => ('metric' in column ? [column.metric] : []))[0]!;
  const found = columns.flatMap((column) => ('metric' in column ? digest.figures.codes(column.metric, by, digest.periods.now) : []));
  // A list of the foremost names names; who is not named stands only where the lines add up to a whole.
  const codes = [...new Set(found)].filter((code) => top === undefined || code !== '');
  const { fact } = metricOf(first);
  const row = (code: string | undefined): ReportRow => {
    const { zh, en } = code === undefined ? { zh: '合计', en: 'Total' } : nameOf(digest, fact, by, code);
    return {
      labelZh: zh,
      labelEn: en,
      cells: columns.map((column) => cellOf(digest, column, code === undefined ? {} : { [by]: code })),
      emphasis: code === undefined,
    };
  };
  const heads = columns.map((column) => numbers(`${column.zh}（${unitOf(column)}）`, column.en));
  const dimension = facts[fact].dimensions[by]!;
  return {
    key,
    titleZh,
    titleEn,
    columns: [words(dimension.zh, dimension.en), ...heads],
    rows: [...codes.slice(0, top).map(row), ...(top === undefined ? [row(undefined)] : [])],
    note: note ?? null,
  };
}

function unitOf(column: Column): string {
  if ('ratio' in column) return '%';
  return 'metric' in column ? printedUnit(metricOf(column.metric).unit) : `${metricOf(column.perMembers).unit}/万人`;
}

function cellOf(digest: Digest, column: Column, by: Readonly<Record<string, string>>): FigureCell {
  if ('ratio' in column) return ratioCell(digest, column.ratio, by);
  if ('metric' in column) return figureCell(take(digest, column.metric, by));
  const members = digest.units.find((unit) => unit.id === by['unit'])?.memberCount;
  const each = members ? (take(digest, column.perMembers, by).value * 10_000) / members : null;
  return { key: null, text: each === null ? NOTHING : each.toFixed(2), value: each, unit: unitOf(column) };
}

export function ratioCell(digest: Digest, name: RatioName, by: Readonly<Record<string, string>> = {}): FigureCell {
  return percentCell(ratioOf(digest, name, by));
}

/** In tenths of a percent. */
export function ratioOf(digest: Digest, name: RatioName, by: Readonly<Record<string, string>> = {}): number | null {
  return rate(take(digest, ratios[name].of, by).value, take(digest, ratios[name].over, by).value);
}
