import styles from './notice.module.css';
import { useWords } from './words.js';

/** Grey bars in the place of what is coming. */
export function Loading({ lines = 6 }: { lines?: number }) {
  const { t } = useWords();
  return (
    <div className={styles['loading']} role="status">
      <span className="unseen">{t('problem.loading')}</span>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} className={styles['bar']} style={{ width: `${92 - ((at * 17) % 38)}%` }} />
      ))}
    </div>
  );
}
