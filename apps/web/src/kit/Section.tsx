import { useId, type ReactNode } from 'react';
import styles from './record.module.css';

interface Props {
  title: string;
  tools?: ReactNode;
  /** The content brings its own edges: a table. */
  flush?: boolean;
  children: ReactNode;
}

/** One sheet of a page, with its heading. */
export function Section({ title, tools, flush = false, children }: Props) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {tools}
      </header>
      <div className={flush ? undefined : styles['content']}>{children}</div>
    </section>
  );
}
