/** A visit as it is carried on the device. */
import type { VisitFacts, VisitRecord } from '#contract/visits';
import { emptyVisit, type VisitForm } from '#rules/hardship/visits/merge-visit';
import { pendingFields, takenAlong, type VisitOnDevice } from '#rules/hardship/visits/visit-on-device';

export interface KeptVisit {
  id: string;
  ownerId: string;
  ownerName: string;
  /** the answer of the server that the form on the device builds on */
  record: VisitRecord;
  facts: VisitFacts;
  device: VisitOnDevice;
  takenAt: string;
  /** when the server last took everything there was */
  syncedAt: string;
}

/** What the merging knows of a form: the fields and the open conflicts. */
export function formOf(record: VisitRecord): VisitForm {
  return {
    ...emptyVisit(record.version),
    fields: Object.fromEntries(record.fields.map(({ name, ...entry }) => [name, entry])),
    conflicts: Object.fromEntries(record.conflicts.map(({ name, sides }) => [name, { sides, since: record.version }])),
  };
}

export const newlyTaken = (record: VisitRecord, facts: VisitFacts, owner: { id: string; name: string }, now: string): KeptVisit => ({
  id: record.id,
  ownerId: owner.id,
  ownerName: owner.name,
  record,
  facts,
  device: takenAlong(formOf(record)),
  takenAt: now,
  syncedAt: now,
});

export const waitingIn = (visit: KeptVisit, photos: number): number => pendingFields(visit.device).length + photos;

export const toBytes = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));
export const fromBytes = <Value>(bytes: Uint8Array): Value => JSON.parse(new TextDecoder().decode(bytes)) as Value;
