import type { ReportDocument } from '#rules/reports/document';
import { refuseReport } from '#rules/reports/refusals';
import { inTransaction, type Work } from '../work.js';
import { getReport, type ReportPage } from './get-report.js';

export interface ReportFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** A file of a report that is made; that it was taken away is part of the audit trail. */
export async function downloadOf(
  work: Work,
  reportId: string,
  format: 'docx' | 'xlsx',
  write: (report: ReportPage, body: ReportDocument) => Promise<Buffer>,
): Promise<ReportFile> {
  const report = await getReport(work, { reportId });
  if (!report.body) throw refuseReport('reports.not-made');
  const bytes = await write(report, report.body);
  await inTransaction(work, async (tx) => {
    tx.audit({
      type: 'report.downloaded',
      subject: { noun: 'report', id: reportId },
      organisationId: report.organisationId,
      details: { format },
    });
  });
  return { fileName: `${report.body.titleZh}${format === 'xlsx' ? '附表' : ''}.${format}`, bytes };
}
