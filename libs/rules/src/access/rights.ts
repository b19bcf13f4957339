import type { Permission } from './permissions.js';

/** Where one permission reaches for one person: everything, listed organisations, or only what is assigned to the person. */
export interface Place {
  readonly everything: boolean;
  readonly organisationIds: ReadonlySet<string>;
  readonly assigned: boolean;
}
export type Rights = ReadonlyMap<Permission, Place>;

/** What the question is asked of: a case's organisation and the person who handles it. */
export interface Subject {
  readonly organisationId: string;
  readonly handlerId?: string | null;
}

export function reaches(rights: Rights, actorId: string, permission: Permission, subject: Subject): boolean {
  const place = rights.get(permission);
  if (!place) return false;
  return place.everything || place.organisationIds.has(subject.organisationId) || (place.assigned && subject.handlerId === actorId);
}
