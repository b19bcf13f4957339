/** What a ledger's dates tell of the clocks of a petition that is still open, so that whoever takes it over has its deadlines. */
import type { DatedEffect } from '../deadlines/clock-effects.js';
import type { PlainDate } from '../shared/plain-date.js';
import { ANONYMOUS_BEGINNING, petitionClockEffects } from './petition-lifecycle.js';

export interface LedgerPetition {
  readonly status?: string | undefined;
  readonly anonymous?: boolean | undefined;
  readonly registeredOn?: PlainDate | undefined;
  readonly acceptedOn?: PlainDate | null | undefined;
  readonly closedOn?: PlainDate | null | undefined;
  readonly result?: string | null | undefined;
}

/** Those that wait to be sorted or handled here: one that was passed on, joined to another or answered is none of them. */
const waiting: readonly (string | undefined)[] = ['registered', 'accepted'];

/** As if each step had been entered on its day. A ledger does not say when it was sorted otherwise than by accepting it. */
export function petitionClocksByLedger(petition: LedgerPetition): DatedEffect[] {
  const { status, anonymous, registeredOn, acceptedOn, closedOn, result } = petition;
  if (!registeredOn || closedOn || result || !waiting.includes(status)) return [];
  return [
    { effect: anonymous ? ANONYMOUS_BEGINNING : petitionClockEffects.register, on: registeredOn },
    ...(acceptedOn ? [{ effect: petitionClockEffects.accept, on: acceptedOn }] : []),
  ];
}
