import type { TFunction } from 'i18next';
import type { z } from 'zod';
import type { ClockLamp as Lamp, ClockView } from '#contract/shared';
import styles from './clock.module.css';
import { NOTHING, useWords } from './words.js';

/** How much time is left, said once for lists, pages and the bell. */
export function timeLeft(
  clock: Pick<ClockView, 'lamp' | 'remainingWorkingDays'> & Partial<Pick<ClockView, 'remainingDays' | 'state'>>,
  t: TFunction,
): string {
  const { remainingWorkingDays: working, remainingDays: days = null, state } = clock;
  if (clock.lamp === 'none') return t(state === 'met' || state === 'cancelled' ? 'clock.ended' : 'clock.lapsed');
  if (clock.lamp === 'black') return overdue(days ?? working, t);
  if (days === 0 || working === 0) return t('clock.today');
  if (working === 1) return t('clock.workingDayLeft');
  if (working !== null) return t('clock.workingDaysLeft', { days: working });
  return days === null ? t('clock.running') : t('clock.daysLeft', { days });
}

function overdue(days: number | null, t: TFunction): string {
  return days === null || days === 0 ? t('clock.overdue') : t('clock.overdueBy', { days: Math.abs(days) });
}

/** The lamp of a list row: a colour, the last day, and the time left in words. */
export function ClockLamp({ clock, day = true }: { clock: z.infer<typeof Lamp> | null; day?: boolean }) {
  const { t } = useWords();
  if (!clock) return <span className="soft">{NOTHING}</span>;
  return (
    <span className={styles['lamp']} data-lamp={clock.lamp}>
      <span className={styles['dot']} aria-hidden="true" />
      {day && <span className="number">{clock.dueOn}</span>}
      <span className={styles['left']}>{timeLeft(clock, t)}</span>
    </span>
  );
}
