import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from './classes.js';
import { useDocumentTitle } from './PageHead.js';
import { QueryState } from './QueryState.js';
import styles from './record.module.css';

interface Heading {
  /** The list it belongs to. */
  from: { path: string; text: string };
  title: ReactNode;
  /** For the window. */
  plainTitle: string;
  number?: string | null | undefined;
  status?: ReactNode;
  lamp?: ReactNode;
  /** One quiet line under the title. */
  line?: ReactNode;
  /** The paper below carries its own title when it is printed. */
  screenOnly?: boolean;
}

interface Props<Data> {
  query: UseQueryResult<Data>;
  heading: (record: Data) => Heading;
  actions?: (record: Data) => ReactNode;
  /** Steps or notices above both columns. */
  band?: (record: Data) => ReactNode;
  main: (record: Data) => ReactNode;
  /** The right column: clocks and what happened. */
  side?: (record: Data) => ReactNode;
}

/** Every record of the product: what it is, where it stands, what can be done, and at the right what runs out and what happened. */
export function RecordPage<Data>({ query, heading, actions, band, main, side }: Props<Data>) {
  return (
    <QueryState query={query} lines={12}>
      {(record) => (
        <article>
          <RecordHead {...heading(record)}>{actions?.(record)}</RecordHead>
          {band && <div className={styles['band']}>{band(record)}</div>}
          <div className={side ? styles['columns'] : undefined}>
            <div className={styles['main']}>{main(record)}</div>
            {side && <aside className={styles['side']}>{side(record)}</aside>}
          </div>
        </article>
      )}
    </QueryState>
  );
}

function RecordHead({ from, title, plainTitle, number, status, lamp, line, screenOnly, children }: Heading & { children: ReactNode }) {
  useDocumentTitle(plainTitle);
  return (
    <header className={classes(styles['head'], screenOnly && 'unprinted')}>
      <div className={styles['titles']}>
        <p className={styles['crumb']} data-number={Boolean(number)}>
          <Link to={from.path}>{from.text}</Link>
          {number && <span className="number">{number}</span>}
        </p>
        <h1>
          <span className={styles['title']}>{title}</span>
          {status}
          {lamp}
        </h1>
        {line && <p className="soft">{line}</p>}
      </div>
      <div className={styles['actions']}>{children}</div>
    </header>
  );
}
