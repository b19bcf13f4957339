import type { Data } from '#data/data';
import { sql } from '#data/sql';
import { GATE } from '#rules/access/system-actors';
import { visibleTo } from '../visible.js';
import { mustBePermitted, type Work } from '../work.js';

interface Mediator {
  id: string;
  name: string;
  organisationId: string;
  organisationName: string;
}

/** Everybody who may mediate today. Accounts are not the assigner's to read: the gate reads them and only names go on. */
function activeMediators(data: Data, only: string | null): Promise<Mediator[]> {
  return data.read<Mediator>(
    GATE,
    sql`SELECT u.id, u.name, u.organisation_id, o.name AS organisation_name FROM "user" u JOIN organisation o ON o.id = u.organisation_id
        WHERE u.status = 'active' AND (${only}::uuid IS NULL OR u.id = ${only}) AND EXISTS (
          SELECT FROM role_grant g JOIN role_permission rp ON rp.role_code = g.role_code AND rp.permission = 'dispute.mediate'
          WHERE g.user_id = u.id AND g.revoked_at IS NULL AND g.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date
            AND (g.valid_to IS NULL OR g.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date))
          AND u.username NOT LIKE 'system.%'
        ORDER BY u.name, u.id LIMIT 500`,
  );
}

export async function activeMediator(data: Data, id: string): Promise<Mediator | undefined> {
  return (await activeMediators(data, id))[0];
}

/** Who could mediate this case: its own organisation's first, then by how many open cases each has. */
export async function mediatorChoices(work: Work, disputeId: string) {
  const { actor, data } = work;
  const dispute = await data.readOne<{ organisationId: string; mediatorId: string | null }>(
    actor,
    sql`SELECT d.organisation_id, d.mediator_id FROM dispute d WHERE d.id = ${disputeId} AND ${visibleTo(actor, 'dispute.read', 'd', 'mediator_id')}`,
  );
  mustBePermitted(actor, 'dispute.assign', { organisationId: dispute.organisationId, handlerId: dispute.mediatorId });
  const [mediators, open] = await Promise.all([
    activeMediators(data, null),
    data.read<{ mediatorId: string; cases: number }>(
      actor,
      sql`SELECT d.mediator_id, count(*) AS cases FROM dispute d WHERE d.mediator_id IS NOT NULL AND d.status NOT IN ('closed', 'archived')
          AND ${visibleTo(actor, 'dispute.read', 'd', 'mediator_id')} GROUP BY d.mediator_id`,
    ),
  ]);
  const casesOf = new Map(open.map((row) => [row.mediatorId, row.cases]));
  const far = (mediator: Mediator): number => (mediator.organisationId === dispute.organisationId ? 0 : 1);
  const items = mediators
    .map((mediator) => ({ ...mediator, openCases: casesOf.get(mediator.id) ?? 0 }))
    .sort((a, b) => far(a) - far(b) || a.openCases - b.openCases);
  return { items: items.map(({ id, name, organisationName, openCases }) => ({ id, name, organisationName, openCases })) };
}
