/** A family whose file was lifted (脱困) less than a year ago, and to whom something new has happened since. */
import type { PlainDate } from '../../shared/plain-date.js';
import { within, type FinderPlan } from './finder-plan.js';
import type { Sign, SignNoun } from './finder-rules.js';

export interface LiftedFacts {
  readonly fileId: string;
  readonly liftedOn: PlainDate;
  /** Somebody of the family has a seat in an open application or file again. */
  readonly onFile: boolean;
}

/** Something of another register that is a sign by itself, or a payment for an illness. */
export interface NewSign {
  readonly noun: Exclude<SignNoun, 'hardship'>;
  readonly subjectId: string;
  readonly on: PlainDate;
}

export function liftedNewSign(plan: FinderPlan, { fileId, liftedOn, onFile }: LiftedFacts, sign: NewSign, on: PlainDate): Sign | undefined {
  if (onFile || !within(liftedOn, plan.liftedMonths, on) || sign.on <= liftedOn || sign.on > on) return undefined;
  return {
    rule: 'lifted-new-sign',
    noun: sign.noun,
    subjectId: sign.subjectId,
    on: sign.on,
    priority: 1,
    facts: { fileId, liftedOn },
  };
}
