import { sql } from '#data/sql';
import { refuseOrganisation } from '#rules/organisations/organisation-refusals';
import { mayStandBelow, type OrganisationKind } from '#rules/organisations/union-tree';
import type { PlainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { inTransaction, mustBePermitted, today, type Work } from '../work.js';

export interface OrganisationText {
  name: string;
  shortName: string;
  numberPrefix?: string | null | undefined;
  divisionCode?: string | null | undefined;
  uscc?: string | null | undefined;
  memberCount?: number | null | undefined;
  phone?: string | null | undefined;
  address?: string | null | undefined;
  establishedOn?: PlainDate | null | undefined;
}

/** A new organisation below a parent within the actor's reach, from the day it was established or today. */
export async function createOrganisation(
  work: Work,
  { kind, parentId, ...text }: OrganisationText & { kind: OrganisationKind; parentId: string },
): Promise<{ id: string }> {
  mustBePermitted(work.actor, 'organisation.create', { organisationId: parentId });
  return inTransaction(work, async (tx) => {
    const parent = await tx.one<{ kind: OrganisationKind; name: string }>(sql`SELECT kind, name FROM organisation WHERE id = ${parentId}`);
    if (!mayStandBelow(kind, parent.kind))
      throw refuseOrganisation('organisations.wrong-level', { child: text.name, parent: parent.name, field: 'kind' });
    const id = newId();
    await tx.insert('organisation', { id, kind, ...text, createdAt: work.now });
    await tx.insert('organisation_parent', {
      id: newId(),
      organisationId: id,
      parentId,
      validFrom: text.establishedOn ?? today(work),
      recordedBy: work.actor.id,
      recordedAt: work.now,
    });
    tx.audit({ type: 'organisation.created', subject: { noun: 'organisation', id }, details: { name: text.name } });
    return { id };
  });
}
