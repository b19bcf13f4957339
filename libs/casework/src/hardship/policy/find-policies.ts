import { raw, sql } from '#data/sql';
import type { PolicyStatus } from '#rules/hardship/policy/policy-lifecycle';
import type { PlainDate } from '#rules/shared/plain-date';
import { ID, INSTANT, pageOf, readCursor } from '../../paging.js';
import { visibleTo } from '../../visible.js';
import type { Work } from '../../work.js';

export interface PolicyLine {
  id: string;
  kind: 'rule' | 'standard';
  name: string;
  status: PolicyStatus;
  validFrom: PlainDate;
  organisationName: string;
  madeByName: string;
  madeAt: Date;
  agreedByName: string | null;
  publishedAt: Date | null;
}

export const POLICY_COLUMNS = raw(
  'd.id, d.kind, d.name, d.status, d.valid_from, o.name AS organisation_name, d.made_by_name, d.made_at, d.agreed_by_name, d.published_at',
);

/** Drafts and what has become of them, the newest first. */
export async function findPolicies(
  work: Work,
  { status, cursor, limit }: { status?: PolicyStatus | undefined; cursor?: string | undefined; limit: number },
) {
  const after = readCursor(cursor, [INSTANT, ID]);
  const next = after ? sql` AND (d.made_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``;
  const rows = await work.data.read<PolicyLine>(
    work.actor,
    sql`SELECT ${POLICY_COLUMNS} FROM policy_draft d JOIN organisation o ON o.id = d.organisation_id
        WHERE ${visibleTo(work.actor, 'policy.read', 'd')}${status ? sql` AND d.status = ${status}` : sql``}${next} ORDER BY d.made_at DESC, d.id DESC LIMIT ${limit + 1}`,
  );
  return pageOf(rows, limit, (row) => [row.madeAt.toISOString(), row.id]);
}
