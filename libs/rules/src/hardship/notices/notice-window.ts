/** 公示期、告知期: the days in which anybody may object. Their length is a clock rule (H1, H2); here only its end is asked. */
import type { PlainDate } from '../../shared/plain-date.js';
import type { Judgement } from '../../shared/refusal.js';
import { refuseFile } from '../file-refusals.js';

export interface NoticeWindow {
  readonly givenOn: PlainDate;
  /** The last day on which to object, as the clock reckons it, pauses for objections included. */
  readonly endsOn: PlainDate;
}

export interface WindowFacts {
  readonly window: NoticeWindow | undefined;
  readonly openObjections: number;
  readonly today: PlainDate;
}

export function mayPassWindow({ window, openObjections, today }: WindowFacts): Judgement {
  if (!window) return refuseFile('hardship.notice-missing');
  if (openObjections > 0) return refuseFile('hardship.objection-open', { count: openObjections });
  return today <= window.endsOn ? refuseFile('hardship.window-open', { until: window.endsOn }) : undefined;
}

export function mayObject({ window, today }: Pick<WindowFacts, 'window' | 'today'>): Judgement {
  if (!window) return refuseFile('hardship.notice-missing');
  return today > window.endsOn ? refuseFile('hardship.window-closed', { until: window.endsOn }) : undefined;
}
