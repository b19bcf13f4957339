import { joined, sql } from '#data/sql';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import type { PlainDate } from '#rules/shared/plain-date';
import { placeName } from '../case-parts.js';
import { fitting, newestOf, type Register } from '../newest.js';
import { DAY, ID, pageOf, readCursor } from '../paging.js';
import { personMeant } from '../people/person-meant.js';
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

const register: Register = { table: 'disbursement', alias: 'd', day: 'paid_on', permission: 'disbursement.read' };

/** What was paid or given, newest first. Sums in fen. */
export async function findDisbursements(work: Work, filter: DisbursementFilter) {
  const after = readCursor(filter.cursor, [DAY, ID]);
  const where = joined(
    [
      sql`true`,
      ...(filter.q ? [personMeant(work, sql`d.person_id`, filter.q)] : []),
      ...(filter.programme ? [sql`d.programme = ${filter.programme}`] : []),
      ...(filter.from ? [sql`d.paid_on >= ${filter.from}`] : []),
      ...(filter.to ? [sql`d.paid_on <= ${filter.to}`] : []),
    ],
    ' AND ',
  );
  const below = filter.organisationId ? { organisationId: filter.organisationId, on: today(work) } : undefined;
  const most = filter.limit + 1;
  const rows = await work.data.read<{ id: string; paidOn: PlainDate; payeeName: string }>(
    work.actor,
    sql`SELECT d.id, d.programme, d.payee_name, d.person_id, d.campaign, d.level, d.fund_source, d.cash_fen, d.goods_fen, d.paid_on, ${placeName('d')}, d.hardship_kind
        FROM ${newestOf(work.actor, register, { where, below, narrow: Boolean(filter.q), after, most })} ORDER BY d.paid_on DESC, d.id DESC`,
  );
  const masked = rows.map((row) => ({ ...row, payeeName: maskPersonName(row.payeeName) }));
  const page = pageOf(masked, filter.limit, (row) => [row.paidOn, row.id]);
  if (!filter.count) return page;
  const [{ total } = { total: 0 }] = await work.data.read<{ total: number }>(
    work.actor,
    sql`SELECT count(*) AS total FROM disbursement d WHERE ${fitting(work.actor, register, { where, below })}`,
  );
  return { ...page, total };
}
