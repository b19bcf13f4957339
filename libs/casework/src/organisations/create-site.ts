import { newId } from '#runtime/ids';
import { inTransaction, mustBePermitted, type Work } from '../work.js';

export interface NewSite {
  organisationId: string;
  kind: 'centre' | 'station' | 'point';
  name: string;
  address?: string | null | undefined;
  phone?: string | null | undefined;
}

export async function createSite(work: Work, { organisationId, kind, name, address, phone }: NewSite): Promise<{ id: string }> {
  mustBePermitted(work.actor, 'organisation.change', { organisationId });
  return inTransaction(work, async (tx) => {
    const id = newId();
    await tx.insert('service_site', { id, organisationId, kind, name, address: address ?? null, phone: phone ?? null, functions: [] });
    tx.audit({ type: 'site.created', subject: { noun: 'organisation', id: organisationId }, details: { name } });
    return { id };
  });
}
