import type { ReportChart } from '#rules/reports/document';
import { xml, type Markup } from './markup.js';
import { paragraph } from './paragraphs.js';

/** Charts are Word's own: sharp at every size, with their numbers inside and a text for whoever cannot see them. */
const INK = ['2F5597', 'A6A6A6', 'C55A11', '7F7F7F', '70AD47', 'FFC000', '5B9BD5', '44546A', 'B4C7E7', 'D9D9D9', '843C0C', '385723'];
const EMU_PER_MM = 36_000;
const WIDTH_MM = 156;

const heightOf = ({ kind, categories }: ReportChart): number =>
  kind === 'bar' ? Math.max(50, 14 + categories.length * 7) : kind === 'share' ? 80 : 66;

/** Where the chart stands in the text; `id` is its relationship in the package. */
export function chartParagraph(chart: ReportChart, id: string, number: number): Markup[] {
  const [width, height] = [WIDTH_MM * EMU_PER_MM, heightOf(chart) * EMU_PER_MM];
  return [
    paragraph('Caption', [
      xml`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:docPr id="${number}" name="${chart.titleZh}" descr="${chart.textZh}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
    ]),
    paragraph('Legend', `图${number}　${chart.titleZh}`),
  ];
}

export function chartPart(chart: ReportChart): Markup {
  const plot = chart.kind === 'line' ? linePlot(chart) : chart.kind === 'share' ? sharePlot(chart) : barPlot(chart);
  const legend =
    chart.kind === 'bar'
      ? xml``
      : xml`<c:legend><c:legendPos val="${chart.kind === 'share' ? 'r' : 'b'}"/><c:overlay val="0"/>${small}</c:legend>`;
  return xml`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plot}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>`;
}

const small = xml`<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
const fill = (ink: string): Markup => xml`<a:solidFill><a:srgbClr val="${ink}"/></a:solidFill>`;
const labels = (what: 'val' | 'percent', place: string, without: readonly Markup[] = []): Markup =>
  xml`<c:dLbls>${without}${what === 'percent' ? xml`<c:numFmt formatCode="0.0%" sourceLinked="0"/>` : xml``}<c:spPr><a:noFill/></c:spPr>${small}<c:dLblPos val="${place}"/><c:showLegendKey val="0"/><c:showVal val="${what === 'val' ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="${what === 'percent' ? 1 : 0}"/><c:showBubbleSize val="0"/></c:dLbls>`;

function seriesData(chart: ReportChart, at: number): Markup {
  const { values } = chart.series[at]!;
  return xml`<c:cat><c:strRef><c:f>Data!$A$2:$A$${chart.categories.length + 1}</c:f><c:strCache><c:ptCount val="${chart.categories.length}"/>${chart.categories.map((name, i) => xml`<c:pt idx="${i}"><c:v>${name}</c:v></c:pt>`)}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Data!$${column(at)}$2:$${column(at)}$${values.length + 1}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${values.flatMap((value, i) => (value === null ? [] : [xml`<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`]))}</c:numCache></c:numRef></c:val>`;
}
const column = (at: number): string => String.fromCodePoint('B'.codePointAt(0)! + at);
const seriesName = (chart: ReportChart, at: number): Markup =>
  xml`<c:tx><c:strRef><c:f>Data!$${column(at)}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${chart.series[at]!.zh}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;

function linePlot(chart: ReportChart): Markup {
  const lines = chart.series.map(
    (_, at) =>
      xml`<c:ser><c:idx val="${at}"/><c:order val="${at}"/>${seriesName(chart, at)}<c:spPr><a:ln w="${at === 0 ? 28575 : 19050}">${fill(INK[at]!)}${at === 0 ? xml`` : xml`<a:prstDash val="dash"/>`}</a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="${at === 0 ? 6 : 4}"/><c:spPr>${fill(INK[at]!)}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>${at === 0 ? labels('val', 't') : xml``}${seriesData(chart, at)}<c:smooth val="0"/></c:ser>`,
  );
  return xml`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>${axes('b', 'l')}`;
}

/** Lying bars, the largest on top: the names are long. */
function barPlot(chart: ReportChart): Markup {
  return xml`<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/>${seriesName(chart, 0)}<c:spPr>${fill(INK[0]!)}</c:spPr><c:invertIfNegative val="0"/>${labels('val', 'outEnd')}${seriesData(chart, 0)}</c:ser><c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>${axes('l', 'b')}`;
}

/** A slice thinner than this has no room for its label; its share stands in the table. */
const THINNEST = 0.04;

function sharePlot(chart: ReportChart): Markup {
  const values = chart.series[0]!.values;
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const thin = values.flatMap((value, i) =>
    (value ?? 0) < total * THINNEST ? [xml`<c:dLbl><c:idx val="${i}"/><c:delete val="1"/></c:dLbl>`] : [],
  );
  const points = chart.categories.map(
    (_, i) =>
      xml`<c:dPt><c:idx val="${i}"/><c:bubble3D val="0"/><c:spPr>${fill(INK[i % INK.length]!)}<a:ln w="9525">${fill('FFFFFF')}</a:ln></c:spPr></c:dPt>`,
  );
  return xml`<c:pieChart><c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/>${seriesName(chart, 0)}${points}${labels('percent', 'outEnd', thin)}${seriesData(chart, 0)}</c:ser><c:firstSliceAng val="0"/></c:pieChart>`;
}

function axes(categories: 'b' | 'l', values: 'b' | 'l'): Markup {
  const lying = categories === 'l';
  return xml`<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${lying ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${categories}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln w="9525">${fill('7F7F7F')}</a:ln></c:spPr>${small}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="${lying ? 1 : 0}"/><c:axPos val="${values}"/>${lying ? xml`` : xml`<c:majorGridlines><c:spPr><a:ln w="6350">${fill('E7E6E6')}</a:ln></c:spPr></c:majorGridlines>`}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${small}<c:crossAx val="1"/><c:crosses val="${lying ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`;
}
