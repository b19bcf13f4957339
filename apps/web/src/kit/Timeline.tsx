import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { showInstant } from './formats.js';
import styles from './timeline.module.css';
import { useWords } from './words.js';

export interface TimelineEntry {
  id: string;
  on: string;
  recordedAt: string;
  actorName: string;
  title: ReactNode;
  note?: string | null;
  /** The case it happened in, where the line stands outside of it. */
  link?: { path: string; text: string } | undefined;
}

/** What happened, newest first, in one drawing for every kind of record. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const { t } = useWords();
  if (entries.length === 0) return <p className="soft">{t('record.noTimeline')}</p>;
  const sorted = [...entries].sort((a, b) => b.on.localeCompare(a.on) || b.recordedAt.localeCompare(a.recordedAt));
  return (
    <ol className={styles['timeline']}>
      {sorted.map(({ id, on, recordedAt, actorName, title, note, link }) => (
        <li key={id}>
          <time className="number" dateTime={on} title={t('record.recordedAt', { at: showInstant(recordedAt) })}>
            {on}
          </time>
          <div>
            <p>
              {title}
              {link && (
                <>
                  {' '}
                  <Link to={link.path}>{link.text}</Link>
                </>
              )}
              <span className={styles['actor']}>{actorName}</span>
            </p>
            {note && <p className={styles['note']}>{note}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
