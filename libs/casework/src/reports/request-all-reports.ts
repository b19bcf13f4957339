import { organisationsThatReport } from '#data/queries/report-places';
import { sql } from '#data/sql';
import { monthBefore } from '#rules/reports/periods';
import { plainDate } from '#rules/shared/plain-date';
import { inTransaction, type Work } from '../work.js';
import { askFor } from './request-report.js';

/**
 * On the first of a month: the report on the month before, for every organisation of the city and its districts at which
 * somebody works, as of that day's first moment. Run twice it asks once; a report that was made of later knowledge stays.
 */
export function requestAllReports(work: Work, { day }: { day: string }): Promise<number> {
  const span = monthBefore(plainDate(day));
  const asOf = new Date(`${day}T00:00:00+08:00`);
  return inTransaction(work, async (tx) => {
    const organisations = await tx.rows<{ id: string }>(organisationsThatReport());
    const later = await tx.rows<{ organisationId: string }>(
      sql`SELECT organisation_id FROM report WHERE kind = 'month' AND period_from = ${span.from} AND period_to = ${span.to} AND as_of >= ${asOf}`,
    );
    const known = new Set(later.map((row) => row.organisationId));
    const wanted = organisations.filter(({ id }) => !known.has(id));
    for (const { id } of wanted) await askFor(tx, { organisationId: id, kind: 'month', span, asOf });
    return wanted.length;
  });
}
