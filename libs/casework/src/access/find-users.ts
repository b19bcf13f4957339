import { joined, sql } from '#data/sql';
import { ID, pageOf, readCursor } from '../paging.js';
import type { Work } from '../work.js';

export interface UserRow {
  id: string;
  username: string;
  name: string;
  organisationId: string;
  organisationName: string;
  status: string;
  locked: boolean;
  totpEnabled: boolean;
  roleCodes: string[];
}

export interface UserFilter {
  q?: string | undefined;
  organisationId?: string | undefined;
  roleCode?: string | undefined;
  status?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

const columns = sql`u.id, u.username, u.name, u.organisation_id, o.name AS organisation_name, u.status, coalesce(u.locked_until > now(), false) AS locked,
  u.totp_secret IS NOT NULL AND u.totp_last_step >= 0 AS totp_enabled,
  ARRAY(SELECT DISTINCT g.role_code FROM role_grant g WHERE g.user_id = u.id AND g.revoked_at IS NULL ORDER BY 1) AS role_codes`;

/** Accounts of people; the system's own are not shown. */
export async function findUsers(work: Work, filter: UserFilter): Promise<{ items: UserRow[]; nextCursor: string | null; total?: number }> {
  const after = readCursor(filter.cursor, [/^.{1,64}$/, ID]);
  const conditions = [
    sql`u.username NOT LIKE 'system.%'`,
    ...(filter.q ? [sql`(u.username LIKE ${`${filter.q.toLowerCase()}%`} OR position(${filter.q} IN u.name) > 0)`] : []),
    ...(filter.organisationId ? [sql`u.organisation_id = ${filter.organisationId}`] : []),
    ...(filter.roleCode
      ? [sql`EXISTS (SELECT FROM role_grant g WHERE g.user_id = u.id AND g.role_code = ${filter.roleCode} AND g.revoked_at IS NULL)`]
      : []),
    ...(filter.status ? [sql`u.status = ${filter.status}`] : []),
  ];
  const where = joined(conditions, ' AND ');
  const next = after ? sql` AND (u.username, u.id) > (${after[0]}, ${after[1]}::uuid)` : sql``;
  const rows = await work.data.read<UserRow>(
    work.actor,
    sql`SELECT ${columns} FROM "user" u JOIN organisation o ON o.id = u.organisation_id WHERE ${where}${next} ORDER BY u.username, u.id LIMIT ${filter.limit + 1}`,
  );
  const page = pageOf(rows, filter.limit, (row) => [row.username, row.id]);
  if (!filter.count) return page;
  const [{ total } = { total: 0 }] = await work.data.read<{ total: number }>(
    work.actor,
    sql`SELECT count(*) AS total FROM "user" u WHERE ${where}`,
  );
  return { ...page, total };
}

export interface UserRecord extends UserRow {
  createdAt: Date;
  version: number;
  officer: boolean;
  grants: {
    id: string;
    roleCode: string;
    roleNameZh: string;
    roleNameEn: string;
    organisationId: string;
    organisationName: string;
    validFrom: string;
    validTo: string | null;
  }[];
}

export function getUser(work: Work, userId: string): Promise<UserRecord> {
  return work.data.readOne<UserRecord>(
    work.actor,
    sql`SELECT ${columns}, u.created_at, u.version, bangfu.is_officer(u.id) AS officer,
          coalesce((SELECT json_agg(json_build_object('id', g.id, 'roleCode', g.role_code, 'roleNameZh', r.name_zh, 'roleNameEn', r.name_en, 'organisationId', g.organisation_id,
            'organisationName', p.name, 'validFrom', g.valid_from, 'validTo', g.valid_to) ORDER BY g.granted_at)
            FROM role_grant g JOIN role r ON r.code = g.role_code JOIN organisation p ON p.id = g.organisation_id WHERE g.user_id = u.id AND g.revoked_at IS NULL), '[]') AS grants
        FROM "user" u JOIN organisation o ON o.id = u.organisation_id WHERE u.id = ${userId} AND u.username NOT LIKE 'system.%'`,
  );
}
