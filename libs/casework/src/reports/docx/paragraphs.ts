import type { Sentence } from '#rules/reports/document';
import { xml, type Markup } from './markup.js';

/** Paragraphs by the styles of the page: see styles.ts. */
export type Style = 'Masthead' | 'Title' | 'Subtitle' | 'Heading1' | 'Heading2' | 'Normal' | 'Caption' | 'Legend' | 'Note' | 'Cell';

export const paragraph = (style: Style, content: readonly Markup[] | string): Markup =>
  xml`<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${typeof content === 'string' ? [run(content)] : content}</w:p>`;

export const run = (text: string): Markup => xml`<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

export function sentenceParagraph({ parts }: Sentence): Markup {
  return paragraph(
    'Normal',
    parts.map((part) => run('text' in part ? part.text : part.figure.text)),
  );
}

/** 一、 二、 … 十、 十一、 */
export function ordinal(number: number): string {
  const digits = '〇一二三四五六七八九';
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens > 1 ? digits[tens] : ''}十`;
  return ten + (ones > 0 || tens === 0 ? digits[ones] : '');
}
