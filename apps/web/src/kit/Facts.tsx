import type { ReactNode } from 'react';
import styles from './record.module.css';
import { NOTHING } from './words.js';

export interface Fact {
  label: string;
  value: ReactNode;
  /** Takes the whole width: long text. */
  wide?: boolean;
}

/** Names and values in two columns; an empty value is a dash, never a gap. */
export function Facts({ facts }: { facts: readonly (Fact | false | null)[] }) {
  return (
    <dl className={styles['facts']}>
      {facts
        .filter((fact) => fact !== false && fact !== null)
        .map(({ label, value, wide }) => (
          <div key={label} data-wide={wide === true}>
            <dt>{label}</dt>
            <dd>{value === null || value === undefined || value === '' ? NOTHING : value}</dd>
          </div>
        ))}
    </dl>
  );
}
