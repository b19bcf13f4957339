import type { PlainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { inTransaction, mustBePermitted, type Work } from '../work.js';

export interface NewMediationBody {
  kind: 'enterprise' | 'institution' | 'regional' | 'people' | 'township';
  name: string;
  organisationId: string;
  setUpOn?: PlainDate | null | undefined;
  address?: string | null | undefined;
  phone?: string | null | undefined;
}

export async function createMediationBody(work: Work, body: NewMediationBody): Promise<{ id: string }> {
  mustBePermitted(work.actor, 'mediation-body.create', { organisationId: body.organisationId });
  return inTransaction(work, async (tx) => {
    const id = newId();
    const { kind, name, organisationId } = body;
    await tx.insert('mediation_body', {
      id,
      kind,
      name,
      organisationId,
      setUpOn: body.setUpOn ?? null,
      address: body.address ?? null,
      phone: body.phone ?? null,
      status: 'listed',
    });
    tx.audit({ type: 'mediation-body.created', subject: { noun: 'mediation-body', id }, organisationId, details: { name } });
    return { id };
  });
}
