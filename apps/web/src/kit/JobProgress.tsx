import styles from './status.module.css';
import { useWords } from './words.js';

interface Props {
  label: string;
  done: number;
  /** Unknown while the work is still being measured. */
  total: number | null;
}

/** Work that runs elsewhere: it goes on when the page is left. */
export function JobProgress({ label, done, total }: Props) {
  const { t } = useWords();
  const percent = total ? Math.min(100, Math.floor((done / total) * 100)) : 0;
  return (
    <div role="status" className={styles['job']}>
      <div className={styles['track']} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent}>
        <span style={{ width: `${percent}%` }} />
      </div>
      <p>
        <span className="number">{total === null ? t('job.measuring') : t('job.done', { done, total })}</span>
        <span className="soft">{t('job.mayLeave')}</span>
      </p>
    </div>
  );
}
