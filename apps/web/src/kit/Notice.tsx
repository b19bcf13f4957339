import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface Props {
  tone?: 'hint' | 'warning';
  children: ReactNode;
}

/** Something worth knowing before going on. */
export function Notice({ tone = 'hint', children }: Props) {
  return (
    <div role={tone === 'warning' ? 'alert' : 'note'} className={styles[tone]}>
      {children}
    </div>
  );
}
