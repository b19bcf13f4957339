import type { Tables } from '#data/tables';
import { sql } from '#data/sql';
import { KEEPER } from '#rules/access/system-actors';
import { takeForAnnex } from '#rules/reports/annex-figures';
import { composeReport } from '#rules/reports/compose';
import type { ReportDocument } from '#rules/reports/document';
import type { Figure } from '#rules/reports/figures';
import { periodsOf, type ReportKind } from '#rules/reports/periods';
import { Refusal } from '#rules/shared/refusal';
import { inTransaction, type Work } from '../work.js';
import { countFigures } from './count-figures.js';
import { gatherDigest } from './gather-digest.js';
import { limitsOn, scopeOf } from './scope.js';

type ReportRow = Tables['report'];

/** How a job says how far it is, and hears that somebody stopped it. */
export interface Running {
  progress(percent: number): Promise<void>;
}

/**
 * Makes the report that its row asks for. Counting reads only; all that is kept is written in one transaction, so that a
 * worker that dies leaves the old report or the new one, never half. Run again when it is made, it does nothing.
 */
export async function makeReport(
  work: Work,
  { reportId }: { reportId: string },
  running: Running = { progress: () => Promise.resolve() },
): Promise<void> {
  const report = await work.data.readOne<ReportRow>(KEEPER, sql`SELECT * FROM report WHERE id = ${reportId}`);
  if (report.status === 'draft') return;
  try {
    await tell(work, report, 1);
    const made = await writeReport(work, report, running);
    await keep(work, report, made);
  } catch (error) {
    await fail(work, report, error);
    throw error;
  }
}

/** The report sees every record of its organisations, whoever asked for it: what a reader may open is judged at the rows. */
async function writeReport(work: Work, report: ReportRow, running: Running): Promise<{ document: ReportDocument; figures: Figure[] }> {
  const periods = periodsOf(report.kind as ReportKind, report.periodFrom);
  const limits = limitsOn(work.clockwork.rules, report.periodTo);
  const scope = await scopeOf(work.data, KEEPER, report.organisationId, report.asOf, limits);
  let toldAt = Date.now();
  const figures = await countFigures(work.data, KEEPER, periods, scope, async (done) => {
    const percent = Math.round(done * 90);
    await running.progress(percent);
    // A quick report is made before anybody looks; telling of every step would take longer than the step.
    if (Date.now() - toldAt < 1_000) return;
    toldAt = Date.now();
    await tell(work, report, percent);
  });
  const document = composeReport(
    await gatherDigest(work.data, KEEPER, { organisationId: report.organisationId, asOf: report.asOf, periods, scope, figures }),
  );
  takeForAnnex(figures, periods);
  return { document, figures: figures.taken() };
}

function tell(work: Work, report: ReportRow, progress: number): Promise<void> {
  return inTransaction(work, async (tx) => {
    await tx.rows(
      sql`UPDATE report SET status = 'making', progress = ${progress} WHERE id = ${report.id} AND as_of = ${report.asOf} AND status <> 'draft'`,
    );
  });
}

/** Where the report was meanwhile asked for as of another moment, that wish has a job of its own and this one's work is dropped. */
function keep(
  work: Work,
  report: ReportRow,
  { document, figures }: { document: ReportDocument; figures: readonly Figure[] },
): Promise<void> {
  return inTransaction(work, async (tx) => {
    const now = await tx.lock('report', report.id);
    if (now.status === 'draft' || now.asOf.getTime() !== report.asOf.getTime()) return;
    await tx.rows(sql`DELETE FROM report_figure WHERE report_id = ${report.id}`);
    await tx.rows(sql`
      INSERT INTO report_figure (report_id, key, metric, unit, value, filter)
      SELECT ${report.id}, f.key, f.metric, f.unit, f.value, f.filter FROM jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) AS f(key text, metric text, unit text, value bigint, filter jsonb)`);
    await tx.update('report', now, {
      status: 'draft',
      body: document as unknown as ReportRow['body'],
      madeAt: tx.now,
      progress: 100,
      error: null,
    });
    tx.audit({
      type: 'report.made',
      subject: { noun: 'report', id: report.id },
      organisationId: report.organisationId,
      details: { kind: report.kind, from: report.periodFrom, to: report.periodTo, figures: figures.length },
    });
  });
}

function fail(work: Work, report: ReportRow, error: unknown): Promise<void> {
  const sentence = error instanceof Refusal ? error.sentence('zh') : '生成时发生故障，将自动重试；仍不成功请联系系统管理员。';
  return inTransaction(work, async (tx) => {
    await tx.rows(
      sql`UPDATE report SET status = 'failed', error = ${sentence} WHERE id = ${report.id} AND as_of = ${report.asOf} AND status <> 'draft'`,
    );
  }).catch(() => undefined);
}
