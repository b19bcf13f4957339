import { sql } from '#data/sql';
import type { Work } from '../work.js';
import { passwordIsOld } from './actor-of-session.js';

export interface MyAccount {
  username: string;
  language: 'zh' | 'en';
  organisationId: string;
  organisationName: string;
  mustChange: boolean;
  totpEnabled: boolean;
  roles: { code: string; nameZh: string; nameEn: string; organisationId: string; organisationName: string }[];
}

export function myAccount(work: Work): Promise<MyAccount> {
  return work.data.readOne<MyAccount>(
    work.actor,
    sql`SELECT u.username, u.language, u.organisation_id, o.name AS organisation_name, ${passwordIsOld} AS must_change, u.totp_secret IS NOT NULL AND u.totp_last_step >= 0 AS totp_enabled,
          coalesce((SELECT json_agg(json_build_object('code', r.code, 'nameZh', r.name_zh, 'nameEn', r.name_en, 'organisationId', g.organisation_id, 'organisationName', p.name) ORDER BY r.code)
            FROM role_grant g JOIN role r ON r.code = g.role_code JOIN organisation p ON p.id = g.organisation_id
            WHERE g.user_id = u.id AND g.revoked_at IS NULL AND (g.valid_to IS NULL OR g.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date)), '[]') AS roles
        FROM "user" u JOIN organisation o ON o.id = u.organisation_id WHERE u.id = ${work.actor.id}`,
  );
}
