import { sql } from '#data/sql';
import type { ReportDocument } from '#rules/reports/document';
import { refuseReport } from '#rules/reports/refusals';
import { action, type ActionView } from '../actions.js';
import { visibleTo } from '../visible.js';
import { whyNotPermitted, type Work } from '../work.js';
import { REPORT_COLUMNS, reportLine, type ReportFound, type ReportLine } from './find-reports.js';

export interface ReportPage extends ReportLine {
  body: ReportDocument | null;
  version: number;
  actions: ActionView[];
}

/** A report with its document, and what the reader may do with it now. */
export async function getReport(work: Work, { reportId }: { reportId: string }): Promise<ReportPage> {
  const { body, version, ...row } = await work.data.readOne<ReportFound & { body: ReportDocument | null; version: number }>(
    work.actor,
    sql`SELECT ${REPORT_COLUMNS}, r.body, r.version FROM report r JOIN organisation o ON o.id = r.organisation_id WHERE r.id = ${reportId} AND ${visibleTo(work.actor, 'report.read', 'r')}`,
  );
  const unmade = body ? undefined : refuseReport('reports.not-made');
  return {
    ...reportLine(row),
    body,
    version,
    actions: [
      action('requestReport', whyNotPermitted(work.actor, 'report.request', { organisationId: row.organisationId })),
      action('downloadReport', unmade),
      action('downloadAnnex', unmade),
    ],
  };
}
