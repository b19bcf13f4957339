import { sql } from '#data/sql';
import type { PlainDate } from '#rules/shared/plain-date';
import { ID, pageOf, readCursor } from '../paging.js';
import { visibleTo } from '../visible.js';
import type { Work } from '../work.js';

interface Row {
  id: string;
  kind: string;
  name: string;
  organisationId: string;
  organisationName: string;
  status: string;
  setUpOn: PlainDate | null;
}

/** 调解组织名册: some thousands at most, found by part of the name. */
export async function findMediationBodies(
  work: Work,
  { cursor, limit, count, q = '' }: { cursor?: string | undefined; limit: number; count?: boolean | undefined; q?: string | undefined },
) {
  const [below = null] = readCursor(cursor, [ID]) ?? [];
  const where = sql`${visibleTo(work.actor, 'mediation-body.read', 'm')} AND (${q} = '' OR position(${q} IN m.name) > 0)`;
  const rows = await work.data.read<Row>(
    work.actor,
    sql`SELECT m.id, m.kind, m.name, m.organisation_id, o.name AS organisation_name, m.status, m.set_up_on FROM mediation_body m JOIN organisation o ON o.id = m.organisation_id
        WHERE ${where} AND (${below}::uuid IS NULL OR m.id < ${below}) ORDER BY m.id DESC LIMIT ${limit + 1}`,
  );
  const total = count
    ? (await work.data.readOne<{ total: number }>(work.actor, sql`SELECT count(*) AS total FROM mediation_body m WHERE ${where}`)).total
    : null;
  return { ...pageOf(rows, limit, (row) => [row.id]), total };
}
