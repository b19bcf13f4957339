import { joined, raw, sql, type Sql } from '#data/sql';
import type { ReportKind } from '#rules/reports/periods';
import type { PlainDate } from '#rules/shared/plain-date';
import { DAY, ID, pageOf, readCursor } from '../paging.js';
import { visibleTo } from '../visible.js';
import type { Work } from '../work.js';

export interface ReportSearch {
  organisationId?: string | undefined;
  kind?: ReportKind | undefined;
  year?: number | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

export interface ReportLine {
  id: string;
  kind: ReportKind;
  periodFrom: PlainDate;
  periodTo: PlainDate;
  asOf: string;
  organisationId: string;
  organisationName: string;
  status: 'queued' | 'making' | 'draft' | 'failed';
  progress: number;
  requestedAt: string;
  madeAt: string | null;
  error: string | null;
}
type Found = Omit<ReportLine, 'asOf' | 'requestedAt' | 'madeAt'> & { asOf: Date; requestedAt: Date; madeAt: Date | null };

export const REPORT_COLUMNS = raw(
  'r.id, r.kind, r.period_from, r.period_to, r.as_of, r.organisation_id, o.name AS organisation_name, r.status, r.progress, r.requested_at, r.made_at, r.error',
);

/** Reports that the reader's organisations made, the latest period first. */
export async function findReports(
  work: Work,
  search: ReportSearch,
): Promise<{ items: ReportLine[]; nextCursor: string | null; total?: number }> {
  const where = conditions(work, search);
  const place = readCursor(search.cursor, [DAY, ID]);
  const from = place ? sql` AND (r.period_to, r.id) < (${place[0]}::date, ${place[1]}::uuid)` : raw('');
  const rows = await work.data.read<Found>(
    work.actor,
    sql`SELECT ${REPORT_COLUMNS} FROM report r JOIN organisation o ON o.id = r.organisation_id WHERE ${where}${from} ORDER BY r.period_to DESC, r.id DESC LIMIT ${search.limit + 1}`,
  );
  const page = pageOf(rows.map(reportLine), search.limit, (row) => [row.periodTo, row.id]);
  if (!search.count) return page;
  const [found] = await work.data.read<{ total: number }>(work.actor, sql`SELECT count(*) AS total FROM report r WHERE ${where}`);
  return { ...page, total: found!.total };
}

function conditions(work: Work, { organisationId, kind, year }: ReportSearch): Sql {
  return joined(
    [
      visibleTo(work.actor, 'report.read', 'r'),
      ...(organisationId ? [sql`r.organisation_id = ${organisationId}`] : []),
      ...(kind ? [sql`r.kind = ${kind}`] : []),
      ...(year ? [sql`r.period_from >= ${`${year}-01-01`}::date AND r.period_from <= ${`${year}-12-31`}::date`] : []),
    ],
    ' AND ',
  );
}

export const reportLine = (row: Found): ReportLine => ({
  ...row,
  asOf: row.asOf.toISOString(),
  requestedAt: row.requestedAt.toISOString(),
  madeAt: row.madeAt?.toISOString() ?? null,
});
export type { Found as ReportFound };
