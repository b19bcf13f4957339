/** 重复信访: whether two contacts are about one matter of one person. No binding definition was found; this is ours. */
import { addDays, type PlainDate } from '../shared/plain-date.js';

export interface Contact {
  readonly registeredOn: PlainDate;
  readonly subject: string;
  readonly detail: string | null;
  /** Whatever stands for the ID number and for the telephone: equal values, equal persons. */
  readonly id: string | null;
  readonly phone: string | null;
}

/** A contact later than this is a new matter, whoever brings it. */
export const SAME_MATTER_WITHIN_DAYS = 365;

/**
 * The same person, known by ID or telephone (names are typed in too many ways), on the same subject. Two different IDs are
 * two persons, even on one telephone.
 */
export function sameMatter(first: Contact, later: Contact): boolean {
  const person = first.id !== null && later.id !== null ? first.id === later.id : first.phone !== null && first.phone === later.phone;
  return (
    person &&
    first.subject === later.subject &&
    first.detail === later.detail &&
    first.registeredOn <= later.registeredOn &&
    later.registeredOn <= addDays(first.registeredOn, SAME_MATTER_WITHIN_DAYS)
  );
}
