import type { PlainDate } from '../shared/plain-date.js';

/** What a case's move does to its clocks, by rule code. Casework applies it in the same transaction as the move. */
export interface ClockEffect {
  readonly start?: readonly string[];
  readonly meet?: readonly string[];
  readonly cancel?: readonly string[];
  readonly extend?: readonly string[];
  /** Stands still from the day of the move on, until a move resumes it. */
  readonly suspend?: readonly string[];
  readonly resume?: readonly string[];
}

export type ClockEffects<Move extends string> = Readonly<Record<Move, ClockEffect>>;

/** What happened to a case's clocks on a day. */
export interface DatedEffect {
  readonly effect: ClockEffect;
  readonly on: PlainDate;
}
