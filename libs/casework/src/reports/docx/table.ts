import type { ReportTable } from '#rules/reports/document';
import { xml, type Markup } from './markup.js';
import { paragraph } from './paragraphs.js';

/** The width between the margins, in twentieths of a point: 156 mm. */
export const TEXT_WIDTH = 8845;
/** A ruled table whose head is repeated on every page and whose lines stay whole. */
export function tableMarkup(table: ReportTable): Markup {
  const { columns, rows } = table;
  // Many columns need smaller figures to stay on one line.
  const size = columns.length > 8 ? 16 : columns.length > 6 ? 18 : 21;
  const widths = columnWidths(table, size);
  const cell = (text: string, at: number, { head = false, strong = false } = {}): Markup => {
    const justified = head ? 'center' : columns[at]!.align;
    const bold = head || strong ? xml`<w:b/>` : xml``;
    return xml`<w:tc><w:tcPr><w:tcW w:w="${widths[at]!}" w:type="dxa"/>${head ? xml`<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>` : xml``}<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/><w:jc w:val="${justified}"/></w:pPr><w:r><w:rPr>${bold}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p></w:tc>`;
  };
  const line = (cells: readonly Markup[], head = false): Markup =>
    xml`<w:tr><w:trPr><w:cantSplit/>${head ? xml`<w:tblHeader/>` : xml``}</w:trPr>${cells}</w:tr>`;
  return xml`<w:tbl><w:tblPr><w:tblStyle w:val="Ruled"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((width) => xml`<w:gridCol w:w="${width}"/>`)}</w:tblGrid>${line(
    columns.map(({ zh }, at) => cell(zh, at, { head: true })),
    true,
  )}${rows.map(({ labelZh, cells, emphasis }) => line([cell(labelZh, 0, { strong: emphasis }), ...cells.map(({ text }, i) => cell(text, i + 1, { strong: emphasis }))]))}</w:tbl>`;
}

/** Numbers share what the words leave; the words get what their longest needs, as long as the numbers keep their least. */
function columnWidths({ columns, rows }: ReportTable, size: number): number[] {
  const character = size * 10;
  const texts = columns.map((_, at) => rows.map(({ labelZh, cells }) => (at === 0 ? labelZh : (cells[at - 1]?.text ?? ''))));
  const wanted = columns.map(({ align, zh }, at) =>
    at > 0 && align === 'right' ? 0 : Math.max(4, Math.min(zh.length, 6), ...texts[at]!.map(widthOf)) * character + 200,
  );
  const numbers = wanted.filter((width) => width === 0).length;
  const most = TEXT_WIDTH - numbers * character * (columns.length > 8 ? 4 : 5.6);
  const widest = Math.max(...wanted);
  // The longest give way first, so that a date or a short word stays on one line.
  let cap = widest;
  while (cap > character * 4 && wanted.reduce((sum, width) => sum + Math.min(width, cap), 0) > most) cap -= 20;
  const fitting = wanted.map((width) => Math.min(width, cap));
  const number = Math.floor((TEXT_WIDTH - fitting.reduce((sum, width) => sum + width, 0)) / Math.max(numbers, 1));
  return filled(fitting.map((width) => (width === 0 ? Math.min(number, 2200) : Math.floor(width))));
}

/** In characters; letters and figures take half of one. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2000 ? 0.55 : 1), 0);

/** What rounding left over belongs to the first column. */
function filled(widths: number[]): number[] {
  const left = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, i) => (i === 0 ? width + left : width));
}

export function tableWithCaption(number: number, table: ReportTable): Markup[] {
  const empty = table.rows.length === 0 ? [paragraph('Note', '本期没有记录。')] : [];
  return [
    paragraph('Caption', `表${number}　${table.titleZh}`),
    tableMarkup(table),
    ...empty,
    paragraph('Note', table.note ? `注：${table.note}` : ''),
  ];
}
