import type { ReactNode } from 'react';
import { classes } from './classes.js';
import styles from './notice.module.css';

interface Props {
  title: string;
  /** What to do first. */
  hint?: ReactNode;
  action?: ReactNode;
  /** One character, as on a seal. */
  mark?: string;
  page?: boolean;
}

/** Nothing here yet, and how something comes here. */
export function EmptyState({ title, hint, action, mark = '空', page = false }: Props) {
  return (
    <div className={classes(styles['empty'], page && styles['page'])}>
      <span className={styles['mark']} aria-hidden="true">
        {mark}
      </span>
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {action}
    </div>
  );
}
