import type { Data } from '#data/data';
import { sql } from '#data/sql';
import { GATE } from '#rules/access/system-actors';
import { onFileStatuses, applyingStatuses } from '#rules/hardship/file-lifecycle';
import { refuseRecording } from '#rules/hardship/recording-refusals';
import { reaches } from '#rules/access/rights';
import { rightsOf } from '../access/rights-of.js';
import { visibleTo } from '../visible.js';
import { mustBePermitted, type Work } from '../work.js';

interface Handler {
  id: string;
  name: string;
  organisationName: string;
}

/** Who may record files there. Accounts are not the asker's to read: the gate reads them, and only names go on. */
function handlersAt(data: Data, organisationId: string): Promise<Handler[]> {
  return data.read<Handler>(
    GATE,
    sql`SELECT u.id, u.name, o.short_name AS organisation_name FROM "user" u JOIN organisation o ON o.id = u.organisation_id JOIN reach r ON r.user_id = u.id AND r.noun = 'hardship' AND r.mode = 'write'
        WHERE u.status = 'active' AND u.username NOT LIKE 'system.%' AND (r.everything OR ${organisationId} = ANY (r.organisation_ids)) AND EXISTS (
          SELECT FROM role_grant g JOIN role_permission p ON p.role_code = g.role_code AND p.permission = 'hardship.record'
          WHERE g.user_id = u.id AND g.revoked_at IS NULL AND g.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (g.valid_to IS NULL OR g.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date))
        ORDER BY u.organisation_id <> ${organisationId}, u.name, u.id LIMIT 100`,
  );
}

/** The user who is to handle files of this organisation: active, and with the right to record them there. */
export async function fileHandler(data: Data, userId: string, organisationId: string): Promise<{ id: string; name: string }> {
  const [user] = await data.read<{ id: string; name: string }>(
    GATE,
    sql`SELECT id, name FROM "user" WHERE id = ${userId} AND status = 'active' AND username NOT LIKE 'system.%'`,
  );
  if (!user || !reaches(await rightsOf(data, user.id), user.id, 'hardship.record', { organisationId }))
    throw refuseRecording('hardship.handler-unfit', { field: 'handlerId' });
  return user;
}

/** Who could handle this file, with how many open files each has within the asker's sight. */
export async function handlerChoices(work: Work, fileId: string) {
  const { actor, data } = work;
  const file = await data.readOne<{ organisationId: string }>(
    actor,
    sql`SELECT f.organisation_id FROM hardship_file f WHERE f.id = ${fileId} AND ${visibleTo(actor, 'hardship.read', 'f')}`,
  );
  mustBePermitted(actor, 'hardship.record', file);
  const [handlers, open] = await Promise.all([
    handlersAt(data, file.organisationId),
    data.read<{ handlerId: string; files: number }>(
      actor,
      sql`SELECT f.handler_id, count(*) AS files FROM hardship_file f WHERE f.handler_id IS NOT NULL AND f.status = ANY (${[...applyingStatuses, ...onFileStatuses]})
          AND ${visibleTo(actor, 'hardship.read', 'f')} GROUP BY f.handler_id`,
    ),
  ]);
  const filesOf = new Map(open.map((row) => [row.handlerId, row.files]));
  return { items: handlers.map((handler) => ({ ...handler, openFiles: filesOf.get(handler.id) ?? 0 })) };
}
