import type { Tables } from '#data/tables';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { makeReport } from '#jobs/reports';
import { readPeriod, type ReportKind, type Span } from '#rules/reports/periods';
import { refuseReport } from '#rules/reports/refusals';
import { newId } from '#runtime/ids';
import { inTransaction, mustBePermitted, today, type Work } from '../work.js';

export interface ReportWish {
  organisationId?: string | undefined;
  kind: ReportKind;
  /** 2012-03 or 2012 */
  period: string;
  /** What was known until then; now, where it is left out. */
  asOf?: string | undefined;
}

/** Asks for a report. There is one of an organisation, kind and period: asked for again, the same one is made anew. */
export function requestReport(
  work: Work,
  { organisationId = work.actor.organisationId, kind, period, asOf: given }: ReportWish,
): Promise<{ id: string }> {
  return inTransaction(work, async (tx) => {
    mustBePermitted(work.actor, 'report.request', { organisationId });
    const span = readPeriod(kind, period);
    if (!span) throw refuseReport('reports.period');
    if (span.from > today(work)) throw refuseReport('reports.period-ahead');
    const asOf = given ? new Date(given) : work.now;
    if (asOf > work.now) throw refuseReport('reports.as-of-ahead');
    await tx.one(sql`SELECT id FROM organisation WHERE id = ${organisationId}`);
    return { id: await askFor(tx, { organisationId, kind, span, asOf }) };
  });
}

/** The row and the job, in one transaction; the job's key keeps a second wish for the very same from being a second job. */
export async function askFor(
  tx: Transaction,
  { organisationId, kind, span, asOf }: { organisationId: string; kind: ReportKind; span: Span; asOf: Date },
): Promise<string> {
  const [made] = await tx.rows<{ id: string }>(sql`
    INSERT INTO report (id, organisation_id, kind, period_from, period_to, as_of, status, requested_by, requested_at)
    VALUES (${newId(tx.now.getTime())}, ${organisationId}, ${kind}, ${span.from}, ${span.to}, ${asOf}, 'queued', ${tx.actor.id}, ${tx.now})
    ON CONFLICT (organisation_id, kind, period_from, period_to) DO NOTHING RETURNING id`);
  const report = await tx.one<Tables['report']>(
    sql`SELECT * FROM report WHERE organisation_id = ${organisationId} AND kind = ${kind} AND period_from = ${span.from} AND period_to = ${span.to} FOR UPDATE`,
  );
  if (!made) {
    const underWay = report.asOf.getTime() === asOf.getTime() && report.status !== 'failed';
    if (underWay) return report.id;
    await tx.update('report', report, { status: 'queued', asOf, error: null, progress: 0, requestedBy: tx.actor.id, requestedAt: tx.now });
  }
  tx.later(
    makeReport,
    { reportId: report.id },
    { key: `report:${organisationId}:${kind}:${span.id}:${asOf.toISOString()}:${report.version}` },
  );
  tx.audit({
    type: 'report.requested',
    subject: { noun: 'report', id: report.id },
    organisationId,
    details: { kind, from: span.from, to: span.to },
  });
  return report.id;
}
