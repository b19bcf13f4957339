/** The page of an official document (GB/T 9704): sizes are its 字号, fonts its fonts, with common ones where they are missing. */
import { Markup, xml } from './markup.js';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const HEAD = xml`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
`;
const RED = 'D40000';

interface Look {
  font: string;
  /** 字号 in half points: 二号 44, 三号 32, 四号 28, 五号 21 */
  size: number;
  align?: 'center' | 'both' | 'left';
  /** in twentieths of a point: 579 gives the page its 22 lines */
  line?: number;
  before?: number;
  after?: number;
  indent?: boolean;
  bold?: boolean;
  more?: Markup;
  run?: Markup;
  level?: number;
}

function style(
  id: string,
  name: string,
  { font, size, align = 'left', line, before = 0, after = 0, indent, bold, more = xml``, run = xml``, level }: Look,
): Markup {
  const spacing = line
    ? xml`<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="exact"/>`
    : xml`<w:spacing w:before="${before}" w:after="${after}" w:line="240" w:lineRule="auto"/>`;
  return xml`<w:style w:type="paragraph" ${id === 'Normal' ? xml`w:default="1" ` : xml``}w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? xml`` : xml`<w:basedOn w:val="Normal"/>`}<w:qFormat/><w:pPr>${level !== undefined || id === 'Caption' ? xml`<w:keepNext/>` : xml``}${more}${spacing}${indent ? xml`<w:ind w:firstLineChars="200" w:firstLine="${size * 20}"/>` : xml`<w:ind w:firstLineChars="0" w:firstLine="0"/>`}<w:jc w:val="${align}"/>${level === undefined ? xml`` : xml`<w:outlineLvl w:val="${level}"/>`}</w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}" w:cs="Times New Roman"/>${bold ? xml`<w:b/>` : xml``}${run}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;
}

export const styles: Markup = xml`${HEAD}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${[
  style('Normal', 'Normal', { font: '仿宋_GB2312', size: 32, align: 'both', line: 579, indent: true }),
  style('Masthead', 'Masthead', {
    font: '方正小标宋简体',
    size: 72,
    align: 'center',
    before: 300,
    after: 240,
    run: xml`<w:color w:val="${RED}"/><w:spacing w:val="40"/>`,
    more: xml`<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="14" w:color="${RED}"/></w:pBdr>`,
  }),
  style('Title', 'Title', { font: '方正小标宋简体', size: 44, align: 'center', line: 660, before: 480, after: 160 }),
  style('Subtitle', 'Subtitle', { font: '楷体_GB2312', size: 28, align: 'center', line: 460 }),
  style('Heading1', 'heading 1', { font: '黑体', size: 32, line: 579, indent: true, before: 240, level: 0 }),
  style('Heading2', 'heading 2', { font: '楷体_GB2312', size: 32, line: 579, indent: true, level: 1 }),
  style('Caption', 'caption', { font: '黑体', size: 24, align: 'center', before: 160, after: 80 }),
  // Above a table and kept with it; under a chart, nothing follows that it belongs to.
  style('Legend', 'Legend', { font: '黑体', size: 24, align: 'center', before: 60, after: 160 }),
  style('Note', 'Note', { font: '宋体', size: 18, before: 60, after: 120 }),
  style('Cell', 'Cell', { font: '宋体', size: 21, before: 30, after: 30 }),
]}<w:style w:type="table" w:styleId="Ruled"><w:name w:val="Ruled"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => xml`<w:${new Markup(side)} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)}</w:tblBorders><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;

/** Fonts of official documents are not on every machine: a reader without them takes the next best. */
export const fontTable: Markup = xml`${HEAD}<w:fonts xmlns:w="${W}">${[
  ['方正小标宋简体', 'SimSun', '宋体'],
  ['仿宋_GB2312', 'FangSong', '仿宋'],
  ['楷体_GB2312', 'KaiTi', '楷体'],
  ['黑体', 'SimHei', 'Noto Sans CJK SC'],
  ['宋体', 'SimSun', 'Noto Serif CJK SC'],
].map(
  ([name, ...others]) => xml`<w:font w:name="${name!}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/></w:font>`,
)}</w:fonts>`;

export const settings: Markup = xml`${HEAD}<w:settings xmlns:w="${W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

/** — 1 —, outside on either page, in 四号 宋体. */
export function footer(side: 'odd' | 'even'): Markup {
  const look = xml`<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>`;
  const field = (type: string): Markup => xml`<w:r>${look}<w:fldChar w:fldCharType="${type}"/></w:r>`;
  const indent =
    side === 'odd'
      ? xml`<w:ind w:rightChars="100" w:right="280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>`
      : xml`<w:ind w:leftChars="100" w:left="280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>`;
  return xml`${HEAD}<w:ftr xmlns:w="${W}"><w:p><w:pPr>${indent}</w:pPr><w:r>${look}<w:t xml:space="preserve">— </w:t></w:r>${field('begin')}<w:r>${look}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}<w:r>${look}<w:t>1</w:t></w:r>${field('end')}<w:r>${look}<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`;
}
