import { inTransaction, mustBePermitted, type Work } from '../work.js';
import type { OrganisationText } from './create-organisation.js';

export async function changeOrganisation(
  work: Work,
  { organisationId, version, ...text }: OrganisationText & { organisationId: string; version: number },
): Promise<void> {
  mustBePermitted(work.actor, 'organisation.change', { organisationId });
  return inTransaction(work, async (tx) => {
    const was = await tx.lock('organisation', organisationId);
    await tx.update('organisation', { id: organisationId, version }, text);
    const fields = (Object.keys(text) as (keyof OrganisationText)[]).filter((field) => (text[field] ?? null) !== was[field]);
    tx.audit({ type: 'organisation.changed', subject: { noun: 'organisation', id: organisationId }, details: { fields } });
  });
}
