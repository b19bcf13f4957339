/**
 * A report is a tree: sections with sentences, tables and charts. A sentence is words and figures in turn. A digit can
 * only come from a figure: what somebody typed cannot disagree with what was counted.
 */
import { formatWan } from '../shared/money.js';
import { changeOf, changeSize, changeText, direction } from './change.js';
import type { Figure } from './figures.js';
import type { Unit } from './metric.js';
import { NOTHING, percentText } from './shares.js';

/** `text` is what is printed; `value` the number that it prints, in `unit`. The key opens the rows. */
export interface FigureCell {
  readonly key: string | null;
  readonly text: string;
  readonly value: number | null;
  readonly unit: string;
}
export type Part = { readonly text: string } | { readonly figure: FigureCell };
export interface Sentence {
  readonly parts: readonly Part[];
}
export interface ReportRow {
  readonly labelZh: string;
  readonly labelEn: string;
  readonly cells: readonly FigureCell[];
  readonly emphasis: boolean;
}
export interface ReportColumn {
  readonly zh: string;
  readonly en: string;
  readonly align: 'left' | 'right';
}
/** The first column heads the labels. */
export interface ReportTable {
  readonly key: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  readonly note: string | null;
}
export interface ReportChart {
  readonly key: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly kind: 'line' | 'bar' | 'share';
  readonly unit: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly zh: string; readonly en: string; readonly values: readonly (number | null)[] }[];
  readonly textZh: string;
  readonly textEn: string;
}
export interface ReportSection {
  readonly key: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly sentences: readonly Sentence[];
  readonly tables: readonly ReportTable[];
  readonly charts: readonly ReportChart[];
}
export interface ReportDocument {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly sections: readonly ReportSection[];
}

/** Words are set to the left, numbers to the right. */
export const words = (zh: string, en: string): ReportColumn => ({ zh, en, align: 'left' });
export const numbers = (zh: string, en: string): ReportColumn => ({ zh, en, align: 'right' });

const WAN = 1_000_000;

/** Money is printed in 万元. */
export const printedUnit = (unit: Unit): string => (unit === '元' ? '万元' : unit);

export const countText = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** Money is printed in 万元 with two decimals, everything else as it is counted. */
export function figureCell({ key, unit, value }: Figure): FigureCell {
  if (unit === '元') return { key, text: formatWan(value), value: value / WAN, unit: '万元' };
  return { key, text: countText(value), value, unit };
}

export const percentCell = (tenths: number | null): FigureCell => ({
  key: null,
  text: percentText(tenths),
  value: tenths === null ? null : tenths / 10,
  unit: '%',
});
export const changeCell = (now: Figure, base: Figure): FigureCell => {
  const change = changeOf(now.value, base.value);
  return { key: null, text: changeText(change), value: change === null ? null : change / 10, unit: '%' };
};
export const wordCell = (text: string): FigureCell => ({ key: null, text, value: null, unit: '' });
/** A name from the records may hold digits of its own; it stands in a sentence as a cell. */
export const named = ({ zh }: { readonly zh: string }): FigureCell => wordCell(zh);
/** A number that is set, not counted, such as a threshold. */
export const givenCell = (value: number, unit: string): FigureCell => ({ key: null, text: countText(value), value, unit });

type Spoken = string | Figure | FigureCell | readonly Part[];

/** say`本月登记信访${figure}件次。` A figure among the words becomes its cell. */
export function say(text: TemplateStringsArray, ...spoken: readonly Spoken[]): Sentence {
  const parts: Part[] = [];
  text.forEach((word, index) => {
    if (word) parts.push({ text: word });
    const next = spoken[index];
    if (next !== undefined) parts.push(...partsOf(next));
  });
  return { parts };
}

export function partsOf(spoken: Spoken): readonly Part[] {
  if (typeof spoken === 'string') return [{ text: spoken }];
  if (isParts(spoken)) return spoken;
  return [{ figure: 'metric' in spoken ? figureCell(spoken) : spoken }];
}
const isParts = (spoken: Exclude<Spoken, string>): spoken is readonly Part[] => Array.isArray(spoken);

/** 环比上升12.3%, 同比持平, 环比— where the base is nothing. */
export function compared(word: string, now: Figure, base: Figure): readonly Part[] {
  const change = changeOf(now.value, base.value);
  if (change === null) return [{ text: `${word}${NOTHING}` }];
  const verb = `${word}${direction(change).zh}`;
  return change === 0
    ? [{ text: verb }]
    : [{ text: verb }, { figure: { key: null, text: changeSize(change), value: Math.abs(change) / 10, unit: '%' } }];
}

/** The words that hold a digit although no figure stands behind it. */
export function unboundDigits(document: ReportDocument): string[] {
  return document.sections.flatMap((section) =>
    section.sentences.flatMap(({ parts }) => parts.flatMap((part) => ('text' in part && /\p{N}/u.test(part.text) ? [part.text] : []))),
  );
}
