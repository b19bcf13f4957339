/** How a row of golden-clocks.json is read: a rule as it stands in the data, perhaps with a field changed, and what must come out. */
import type { PlainDate } from '../shared/plain-date.js';
import type { ClockEvent } from './clock-event.js';
import type { ClockReading } from './clock.js';
import type { ClockRule } from './clock-rule.js';

export type GoldenFacts = Omit<ClockReading, 'trace'>;

export interface GoldenClock extends GoldenFacts {
  readonly why: string;
  readonly rule: string;
  readonly version: number;
  readonly with?: Partial<ClockRule>;
  readonly events: readonly ClockEvent[];
  readonly asOf: PlainDate;
  /** Worked out on paper from the notices; the others by a program that shares nothing with the engine. */
  readonly byHand?: true;
}

export function goldenRule(rules: readonly ClockRule[], row: GoldenClock): ClockRule {
  const rule = rules.find(({ code, version }) => code === row.rule && version === row.version);
  if (!rule) throw new RangeError(`No clock rule ${row.rule} version ${row.version}`);
  return { ...rule, ...row.with };
}

export function goldenFacts({ due, estimated, status, lamp, remainingDays, remainingWorkingDays }: GoldenFacts): GoldenFacts {
  return { due, estimated, status, lamp, remainingDays, remainingWorkingDays };
}
