import type { Data } from '#data/data';
import { sql } from '#data/sql';
import { GATE } from '#rules/access/system-actors';

/**
 * With whom one may go: who records files at that organisation or above it. Accounts are not a visitor's to read: the gate reads
 * them, and only names go on.
 */
export function colleaguesWhoVisit(data: Data, organisationId: string): Promise<{ id: string; name: string }[]> {
  return data.read(
    GATE,
    sql`SELECT u.id, u.name FROM "user" u JOIN reach r ON r.user_id = u.id AND r.noun = 'hardship' AND r.mode = 'write'
        WHERE u.status = 'active' AND u.username NOT LIKE 'system.%' AND (r.everything OR ${organisationId} = ANY (r.organisation_ids))
        ORDER BY u.organisation_id <> ${organisationId}, u.name, u.id LIMIT 60`,
  );
}
