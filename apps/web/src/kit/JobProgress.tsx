import { Progress } from 'antd';
import { colours } from '../theme/tokens.js';
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
    <div role="status">
      <Progress percent={percent} strokeColor={colours.pine} status="active" aria-label={label} />
      <p className="soft">
        {label} · {total === null ? t('job.measuring') : t('job.done', { done, total })} · {t('job.mayLeave')}
      </p>
    </div>
  );
}
