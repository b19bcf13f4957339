import { joined, sql } from '#data/sql';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import type { PlainDate } from '#rules/shared/plain-date';
import { DAY, ID, pageOf, readCursor } from '../paging.js';
import { personMeant } from '../people/person-meant.js';
import { visibleTo } from '../visible.js';
import { today, type Work } from '../work.js';

export interface DisbursementFilter {
  q?: string | undefined;
  programme?: string | undefined;
  organisationId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

/** What was paid or given, newest first. Sums in fen. */
export async function findDisbursements(work: Work, filter: DisbursementFilter) {
  const after = readCursor(filter.cursor, [DAY, ID]);
  const where = joined(
    [
      visibleTo(work.actor, 'disbursement.read', 'd'),
      ...(filter.q ? [personMeant(work, sql`d.person_id`, filter.q)] : []),
      ...(filter.programme ? [sql`d.programme = ${filter.programme}`] : []),
      ...(filter.organisationId ? [sql`d.organisation_id IN (SELECT bangfu.subtree(${filter.organisationId}, ${today(work)}))`] : []),
      ...(filter.from ? [sql`d.paid_on >= ${filter.from}`] : []),
      ...(filter.to ? [sql`d.paid_on <= ${filter.to}`] : []),
    ],
    ' AND ',
  );
  const next = after ? sql` AND (d.paid_on, d.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``;
  const rows = await work.data.read<{ id: string; paidOn: PlainDate; payeeName: string }>(
    work.actor,
    sql`SELECT d.id, d.programme, d.payee_name, d.person_id, d.campaign, d.level, d.fund_source, d.cash_fen, d.goods_fen, d.paid_on, o.short_name AS organisation_name, d.hardship_kind
        FROM disbursement d JOIN organisation o ON o.id = d.organisation_id WHERE ${where}${next} ORDER BY d.paid_on DESC, d.id DESC LIMIT ${filter.limit + 1}`,
  );
  const masked = rows.map((row) => ({ ...row, payeeName: maskPersonName(row.payeeName) }));
  const page = pageOf(masked, filter.limit, (row) => [row.paidOn, row.id]);
  if (!filter.count) return page;
  const [{ total } = { total: 0 }] = await work.data.read<{ total: number }>(
    work.actor,
    sql`SELECT count(*) AS total FROM disbursement d WHERE ${where}`,
  );
  return { ...page, total };
}
