import { joined, sql } from '#data/sql';
import type { PlainDate } from '#rules/shared/plain-date';
import { caseMeant } from '../case-search.js';
import { DAY, ID, pageOf, readCursor } from '../paging.js';
import { visibleTo } from '../visible.js';
import type { Work } from '../work.js';

export interface LegalAidFilter {
  q?: string | undefined;
  kind?: 'service' | 'case' | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

/** Legal services and legal-aid cases, newest first; a lawyer sees the own ones only. */
export async function findLegalAid(work: Work, filter: LegalAidFilter) {
  const after = readCursor(filter.cursor, [DAY, ID]);
  const where = joined(
    [
      visibleTo(work.actor, 'legal-aid.read', 'l', 'lawyer_id'),
      caseMeant(work, 'legal-aid', 'l', filter.q, null),
      ...(filter.kind ? [sql`l.kind = ${filter.kind}`] : []),
      ...(filter.from ? [sql`l.started_on >= ${filter.from}`] : []),
      ...(filter.to ? [sql`l.started_on <= ${filter.to}`] : []),
    ],
    ' AND ',
  );
  const next = after ? sql` AND (l.started_on, l.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``;
  const rows = await work.data.read<{ id: string; startedOn: PlainDate }>(
    work.actor,
    sql`SELECT l.id, l.number, l.kind, l.form, l.person_name, l.person_id, l.employer_name, l.beneficiary_count, l.lawyer_name, l.started_on, l.closed_on, l.result, o.short_name AS organisation_name
        FROM legal_aid_matter l JOIN organisation o ON o.id = l.organisation_id WHERE ${where}${next} ORDER BY l.started_on DESC, l.id DESC LIMIT ${filter.limit + 1}`,
  );
  const page = pageOf(rows, filter.limit, (row) => [row.startedOn, row.id]);
  if (!filter.count) return page;
  const [{ total } = { total: 0 }] = await work.data.read<{ total: number }>(
    work.actor,
    sql`SELECT count(*) AS total FROM legal_aid_matter l WHERE ${where}`,
  );
  return { ...page, total };
}
