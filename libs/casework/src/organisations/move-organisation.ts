import { sql } from '#data/sql';
import { refuseOrganisation } from '#rules/organisations/organisation-refusals';
import { mayStandBelow, type OrganisationKind } from '#rules/organisations/union-tree';
import type { PlainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { inTransaction, mustBePermitted, type Work } from '../work.js';

/** Changes whose child an organisation is, from a day on. The old relation keeps its dates, so that a report of an earlier period finds it. */
export async function moveOrganisation(
  work: Work,
  { organisationId, parentId, on, reason }: { organisationId: string; parentId: string; on: PlainDate; reason: string },
): Promise<void> {
  mustBePermitted(work.actor, 'organisation.move', { organisationId });
  mustBePermitted(work.actor, 'organisation.move', { organisationId: parentId });
  return inTransaction(work, async (tx) => {
    // One move at a time: two that are each fine might make a ring together.
    await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended('union tree', 0))`);
    const child = await tx.lock('organisation', organisationId);
    const parent = await tx.lock('organisation', parentId);
    const present = await tx.find<{ id: string; parentId: string; validFrom: PlainDate }>(
      sql`SELECT id, parent_id, valid_from FROM organisation_parent WHERE organisation_id = ${organisationId} AND valid_to IS NULL FOR UPDATE`,
    );
    if (!present) throw refuseOrganisation('organisations.root');
    if (present.parentId === parentId) throw refuseOrganisation('organisations.same-parent', { field: 'parentId' });
    if (on < present.validFrom) throw refuseOrganisation('organisations.move-too-early', { since: present.validFrom, field: 'on' });
    if (!mayStandBelow(child.kind as OrganisationKind, parent.kind as OrganisationKind))
      throw refuseOrganisation('organisations.wrong-level', { child: child.name, parent: parent.name, field: 'parentId' });
    const below = await tx.rows<{ id: string }>(sql`SELECT s AS id FROM bangfu.subtree(${organisationId}, ${on}) s`);
    if (below.some((row) => row.id === parentId)) throw refuseOrganisation('organisations.cycle', { field: 'parentId' });
    // In one statement: between the two the organisation would stand below nobody, and be in nobody's reach.
    await tx.rows(
      sql`WITH closed AS (UPDATE organisation_parent SET valid_to = ${on} WHERE id = ${present.id} RETURNING organisation_id)
          INSERT INTO organisation_parent (id, organisation_id, parent_id, valid_from, reason, recorded_by, recorded_at)
          SELECT ${newId()}::uuid, organisation_id, ${parentId}::uuid, ${on}::date, ${reason}, ${work.actor.id}::uuid, ${work.now}::timestamptz FROM closed`,
    );
    tx.audit({
      type: 'organisation.moved',
      subject: { noun: 'organisation', id: organisationId },
      details: { from: present.parentId, to: parentId, on },
    });
  });
}
