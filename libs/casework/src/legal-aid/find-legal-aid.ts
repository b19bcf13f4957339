import { joined, sql } from '#data/sql';
import type { PlainDate } from '#rules/shared/plain-date';
import { placeName } from '../case-parts.js';
import { caseMeant } from '../case-search.js';
import { fitting, newestOf, type Register } from '../newest.js';
import { DAY, ID, pageOf, readCursor } from '../paging.js';
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

const register: Register = { table: 'legal_aid_matter', alias: 'l', day: 'started_on', permission: 'legal-aid.read', handler: 'lawyer_id' };

/** Legal services and legal-aid cases, newest first; a lawyer sees the own ones only. */
export async function findLegalAid(work: Work, filter: LegalAidFilter) {
  const after = readCursor(filter.cursor, [DAY, ID]);
  const where = joined(
    [
      caseMeant(work, 'legal-aid', 'l', filter.q, null),
      ...(filter.kind ? [sql`l.kind = ${filter.kind}`] : []),
      ...(filter.from ? [sql`l.started_on >= ${filter.from}`] : []),
      ...(filter.to ? [sql`l.started_on <= ${filter.to}`] : []),
    ],
    ' AND ',
  );
  const most = filter.limit + 1;
  const rows = await work.data.read<{ id: string; startedOn: PlainDate }>(
    work.actor,
    sql`SELECT l.id, l.number, l.kind, l.form, l.person_name, l.person_id, l.employer_name, l.beneficiary_count, l.lawyer_name, l.started_on, l.closed_on, l.result, ${placeName('l')}
        FROM ${newestOf(work.actor, register, { where, narrow: Boolean(filter.q), after, most })} ORDER BY l.started_on DESC, l.id DESC`,
  );
  const page = pageOf(rows, filter.limit, (row) => [row.startedOn, row.id]);
  if (!filter.count) return page;
  const [{ total } = { total: 0 }] = await work.data.read<{ total: number }>(
    work.actor,
    sql`SELECT count(*) AS total FROM legal_aid_matter l WHERE ${fitting(work.actor, register, { where })}`,
  );
  return { ...page, total };
}
