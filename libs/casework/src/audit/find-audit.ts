import { joined, sql, type Sql } from '#data/sql';
import { ID, INSTANT, pageOf, readCursor } from '../paging.js';
import type { Work } from '../work.js';

export interface AuditRow {
  id: string;
  seq: number | null;
  at: Date;
  type: string;
  actorId: string | null;
  actorName: string | null;
  organisationName: string | null;
  subjectNoun: string | null;
  subjectId: string | null;
  address: string | null;
  details: Record<string, unknown>;
}

export interface AuditFilter {
  type?: string | undefined;
  actorId?: string | undefined;
  subjectId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

/** The trail, newest first; who may read it is said by row-level security. */
export async function findAudit(
  work: Work,
  filter: AuditFilter,
): Promise<{ items: AuditRow[]; nextCursor: string | null; total?: number }> {
  const after = readCursor(filter.cursor, [INSTANT, ID]);
  const conditions: Sql[] = [
    sql`true`,
    ...(filter.type ? [sql`e.type = ${filter.type}`] : []),
    ...(filter.actorId ? [sql`e.actor_id = ${filter.actorId}`] : []),
    ...(filter.subjectId ? [sql`e.subject_id = ${filter.subjectId}`] : []),
    // Days as in Shanghai, which is the time zone of every connection.
    ...(filter.from ? [sql`e.at >= ${filter.from}::date`] : []),
    ...(filter.to ? [sql`e.at < ${filter.to}::date + 1`] : []),
  ];
  const where = joined(conditions, ' AND ');
  const next = after ? sql` AND (e.at, e.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``;
  const rows = await work.data.read<AuditRow>(
    work.actor,
    sql`SELECT e.id, l.seq, e.at, e.type, e.actor_id, e.actor_name, o.name AS organisation_name, e.subject_noun, e.subject_id, e.address, e.details
        FROM audit_entry e LEFT JOIN audit_link l ON l.entry_id = e.id LEFT JOIN organisation o ON o.id = e.organisation_id
        WHERE ${where}${next} ORDER BY e.at DESC, e.id DESC LIMIT ${filter.limit + 1}`,
  );
  const page = pageOf(rows, filter.limit, (row) => [row.at.toISOString(), row.id]);
  if (!filter.count) return page;
  const [{ total } = { total: 0 }] = await work.data.read<{ total: number }>(
    work.actor,
    sql`SELECT count(*) AS total FROM audit_entry e WHERE ${where}`,
  );
  return { ...page, total };
}
