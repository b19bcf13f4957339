/**
 * A time limit as a row: cited, versioned, with the way it counts. Lengths come from the rows and never from code, so
 * that a new law is a new row and an old case keeps the row that it was decided by.
 */
import type { Label } from '../shared/label.js';
import type { PlainDate } from '../shared/plain-date.js';

/**
 * `natural`, `month` and `year` count every day; `working` skips rest days and holidays; `agreed` runs to the day that
 * the parties or the office set when it starts.
 */
export type ClockUnit = 'natural' | 'working' | 'month' | 'year' | 'agreed';

export interface ClockRule {
  readonly code: string;
  readonly version: number;
  /** Governs what is received or started from this day to the last one, both included; null has no end yet. */
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly enabled: boolean;
  readonly name: Label;
  readonly citation: {
    readonly instrument: string;
    readonly article: string | null;
    /** Whether the article was read in the text. One cited from memory must not be printed on a document unchecked. */
    readonly checked: boolean;
  };
  /** Where our knowledge of it comes from; `unverified` when that is local practice, a weak memory, or our own default. */
  readonly evidence: string;
  readonly unverified: boolean;
  readonly length: number | null;
  readonly unit: ClockUnit;
  /** The day of the event itself is never counted (民法典 art. 201); no rule that we know says otherwise. */
  readonly start: 'next-day';
  /** A last day that is a holiday or rest day moves to the next working day (民法典 art. 203). */
  readonly rollForward: boolean;
  readonly suspendable: boolean;
  /** An interruption (中断) starts it again from nothing: limitation only. */
  readonly restartable: boolean;
  readonly extend: ClockExtension | null;
  /** How long before the end to remind, longest first: working days for a working-day clock, or else days. */
  readonly reminders: readonly number[];
  readonly onExpiry: 'warn' | 'block' | 'propose';
  /** Who has to act: an office is overdue, a party's right lapses. */
  readonly holder: 'office' | 'party';
}

export interface ClockExtension {
  /** The most that all extensions together may add, in the rule's own days; null leaves it to the parties. */
  readonly mostDays: number | null;
  readonly needs: 'both-parties' | 'head';
  /** Whether the person concerned must be told. */
  readonly notify: boolean;
}

/** What a stored clock keeps to say by which row it was reckoned. */
export function clockRuleId(rule: ClockRule): string {
  return `${rule.code}.${rule.version}`;
}

/** The row that governs a clock which starts on this day; none where no enabled rule held then. */
export function ruleInForce(rules: readonly ClockRule[], code: string, on: PlainDate): ClockRule | undefined {
  let found: ClockRule | undefined;
  for (const rule of rules) {
    const holds = rule.code === code && rule.enabled && rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo);
    if (holds && (!found || rule.version > found.version)) found = rule;
  }
  return found;
}

export const clockUnits: Readonly<Record<ClockUnit, Label>> = {
  natural: { zh: '日', en: 'days' },
  working: { zh: '个工作日', en: 'working days' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
  agreed: { zh: '约定期限', en: 'as agreed' },
};
