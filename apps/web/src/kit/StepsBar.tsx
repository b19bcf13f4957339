import { useEffect, useRef } from 'react';
import styles from './status.module.css';
import { useWords } from './words.js';

export interface Step {
  key: string;
  label: string;
  /** The day it was reached. */
  on?: string | null;
  state: 'done' | 'now' | 'ahead' | 'ended';
}

/** How far a case has come. */
export function StepsBar({ steps }: { steps: readonly Step[] }) {
  const { t } = useWords();
  const bar = useRef<HTMLOListElement>(null);
  const at = steps.findIndex(({ state }) => state === 'now');
  // On a telephone not all of them have room: the present one has.
  useEffect(() => {
    const step = bar.current?.children[at] as HTMLElement | undefined;
    if (bar.current && step) bar.current.scrollLeft = step.offsetLeft - (bar.current.clientWidth - step.offsetWidth) / 2;
  }, [at]);
  return (
    <ol ref={bar} className={styles['steps']} aria-label={t('record.steps')}>
      {steps.map(({ key, label, on, state }) => (
        <li key={key} className={styles['step']} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <b>{label}</b>
          <span className="number">{on ?? (state === 'now' ? t('record.now') : ' ')}</span>
        </li>
      ))}
    </ol>
  );
}
