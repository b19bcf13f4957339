import type { ReportDocument } from '#rules/reports/document';
import { periodName } from '#rules/reports/periods';
import { dateInShanghai, dayOf, monthOf, yearOf, type PlainDate } from '#rules/shared/plain-date';
import { chartParagraph, chartPart } from './docx/chart.js';
import type { Markup } from './docx/markup.js';
import { chartRelation, packDocument } from './docx/package.js';
import { ordinal, paragraph, sentenceParagraph } from './docx/paragraphs.js';
import { tableWithCaption } from './docx/table.js';
import { downloadOf, type ReportFile } from './download-report.js';
import type { ReportPage } from './get-report.js';
import type { Work } from '../work.js';

/** The report as an official document. */
export function reportDocument(work: Work, { reportId }: { reportId: string }): Promise<ReportFile> {
  return downloadOf(work, reportId, 'docx', (report, body) => writeDocument(report, body));
}

const on = (day: PlainDate): string => `${yearOf(day)}年${monthOf(day)}月${dayOf(day)}日`;

export function writeDocument(report: Omit<ReportPage, 'body' | 'actions' | 'version'>, document: ReportDocument): Promise<Buffer> {
  const { organisationName, kind, periodFrom, periodTo, asOf } = report;
  const known = new Date(asOf);
  const charts = document.sections.flatMap((section) => section.charts);
  let tables = 0;
  let drawn = 0;
  const sections = document.sections.flatMap((section, i): Markup[] => [
    paragraph('Heading1', `${ordinal(i + 1)}、${section.titleZh}`),
    ...section.sentences.map(sentenceParagraph),
    ...section.tables.flatMap((table) => tableWithCaption(++tables, table)),
    ...section.charts.flatMap((chart) => chartParagraph(chart, chartRelation(drawn), ++drawn)),
  ]);
  const title = document.titleZh.startsWith(organisationName) ? document.titleZh.slice(organisationName.length) : document.titleZh;
  const clock = new Date(known.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  return packDocument({
    title: document.titleZh,
    author: organisationName,
    madeAt: known,
    body: [
      paragraph('Masthead', organisationName),
      paragraph('Title', title || periodName(kind, periodFrom).zh),
      paragraph('Subtitle', `统计期间：${on(periodFrom)}至${on(periodTo)}`),
      paragraph('Subtitle', `数据截至：${on(dateInShanghai(known.getTime()))}${clock}`),
      ...sections,
    ],
    charts: charts.map(chartPart),
  });
}
