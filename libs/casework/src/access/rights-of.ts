import type { Data } from '#data/data';
import { sql } from '#data/sql';
import { isPermission, type Permission } from '#rules/access/permissions';
import type { Place, Rights } from '#rules/access/rights';
import { GATE } from '#rules/access/system-actors';

interface Row {
  permission: string;
  everything: boolean;
  organisationIds: string[];
  assigned: boolean;
}

/** What a user may do today and where: the same working-out as the database's own reach, kept apart by permission. */
export async function rightsOf(data: Data, userId: string): Promise<Rights> {
  const rows = await data.read<Row>(
    GATE,
    sql`
    WITH given AS (
      SELECT g.organisation_id, rp.permission, rp.reach,
             bangfu.is_root(g.organisation_id) AS at_root
      FROM role_grant g JOIN role_permission rp ON rp.role_code = g.role_code
      WHERE g.user_id = ${userId} AND g.revoked_at IS NULL
        AND g.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (g.valid_to IS NULL OR g.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date)
    ), trees AS MATERIALIZED (
      SELECT g.organisation_id AS root, s AS id FROM (SELECT DISTINCT organisation_id FROM given WHERE NOT at_root) g,
             bangfu.subtree(g.organisation_id, (now() AT TIME ZONE 'Asia/Shanghai')::date) s
    )
    SELECT g.permission, bool_or(g.reach = 'city' OR (g.reach = 'subtree' AND g.at_root)) AS everything, true AS assigned,
           ARRAY(SELECT DISTINCT t.id FROM given o JOIN trees t ON t.root = o.organisation_id WHERE o.permission = g.permission AND o.reach = 'subtree'
                 UNION SELECT o.organisation_id FROM given o WHERE o.permission = g.permission AND o.reach = 'organisation') AS organisation_ids
    FROM given g GROUP BY g.permission`,
  );
  const rights = new Map<Permission, Place>();
  for (const row of rows) {
    if (isPermission(row.permission))
      rights.set(row.permission, { everything: row.everything, organisationIds: new Set(row.organisationIds), assigned: row.assigned });
  }
  return rights;
}
