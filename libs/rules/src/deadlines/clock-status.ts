/** What state a clock is in and the lamp that shows it. */
import type { Label } from '../shared/label.js';

/** A duty that nobody did in time is overdue, and late once it is done; a party's right lapses. */
export type ClockStatus = 'running' | 'suspended' | 'met' | 'late' | 'overdue' | 'lapsed' | 'cancelled';
export type Lamp = 'green' | 'yellow' | 'red' | 'black';

export const clockStatuses: Readonly<Record<ClockStatus, Label>> = {
  running: { zh: '计时中', en: 'Running' },
  suspended: { zh: '中止', en: 'Suspended' },
  met: { zh: '按期办结', en: 'Done in time' },
  late: { zh: '逾期办结', en: 'Done late' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  lapsed: { zh: '期限届满', en: 'Lapsed' },
  cancelled: { zh: '已撤销', en: 'Cancelled' },
};

export const lamps: Readonly<Record<Lamp, Label>> = {
  green: { zh: '绿', en: 'Green' },
  yellow: { zh: '黄', en: 'Yellow' },
  red: { zh: '红', en: 'Red' },
  black: { zh: '黑', en: 'Black' },
};

/**
 * Yellow from the first reminder, red from the last of several or else on the last day, black after it. `remaining` is
 * in the rule's own days.
 */
export function lampOf(status: ClockStatus, remaining: number, reminders: readonly number[]): Lamp {
  if (status === 'met' || status === 'cancelled') return 'green';
  if (status === 'late' || status === 'overdue' || status === 'lapsed') return 'black';
  const [first = 0, ...more] = reminders;
  if (remaining <= (more.at(-1) ?? 0)) return 'red';
  return remaining <= first ? 'yellow' : 'green';
}
