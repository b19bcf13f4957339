import { sql } from '#data/sql';
import { isPermission, permissions } from '#rules/access/permissions';
import type { Work } from '../work.js';

interface Row {
  code: string;
  nameZh: string;
  nameEn: string;
  sentenceZh: string;
  officer: string | null;
  permissions: { permission: string; reach: string }[];
}

export async function listRoles(work: Work) {
  const rows = await work.data.read<Row>(
    work.actor,
    sql`SELECT r.code, r.name_zh, r.name_en, r.sentence_zh, r.officer,
          coalesce((SELECT json_agg(json_build_object('permission', p.permission, 'reach', p.reach) ORDER BY p.permission) FROM role_permission p WHERE p.role_code = r.code), '[]') AS permissions
        FROM role r WHERE r.code NOT LIKE 'system-gate' AND r.code NOT LIKE 'system-keeper' ORDER BY r.officer NULLS FIRST, r.code`,
  );
  return {
    items: rows.map((role) => ({
      ...role,
      permissions: role.permissions.map((held) => ({
        ...held,
        ...(isPermission(held.permission)
          ? { zh: permissions[held.permission].zh, en: permissions[held.permission].en }
          : { zh: held.permission, en: held.permission }),
      })),
    })),
  };
}
