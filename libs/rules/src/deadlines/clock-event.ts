/** What happens to a clock, in the order in which it happened. Events are added and never changed. */
import type { PlainDate } from '../shared/plain-date.js';

export type ClockEvent =
  /** `until` only for a period that is agreed and not given by the rule. */
  | { readonly type: 'started'; readonly on: PlainDate; readonly until?: PlainDate; readonly document?: string }
  /** The first day that does not count. */
  | { readonly type: 'suspended'; readonly on: PlainDate; readonly document?: string }
  /** The first day that counts again. */
  | { readonly type: 'resumed'; readonly on: PlainDate; readonly document?: string }
  /** By a number of the rule's own days, or to a day. */
  | { readonly type: 'extended'; readonly on: PlainDate; readonly days: number; readonly document?: string }
  | { readonly type: 'extended'; readonly on: PlainDate; readonly to: PlainDate; readonly document?: string }
  /** Interrupted: the whole period begins anew. */
  | { readonly type: 'restarted'; readonly on: PlainDate; readonly document?: string }
  | { readonly type: 'met'; readonly on: PlainDate; readonly document?: string }
  | { readonly type: 'cancelled'; readonly on: PlainDate; readonly document?: string };

export type ClockEventType = ClockEvent['type'];
