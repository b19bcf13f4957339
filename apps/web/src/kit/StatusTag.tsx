import styles from './status.module.css';

export type Tone = 'new' | 'going' | 'waiting' | 'good' | 'bad' | 'done';

/** Where something stands. The tone is a family of states; the word says which. */
export function StatusTag({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={styles['tag']} data-tone={tone} title={children}>
      {children}
    </span>
  );
}
