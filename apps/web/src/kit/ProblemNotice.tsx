import { Button } from 'antd';
import type { Problem } from '#contract/shared';
import { classes } from './classes.js';
import styles from './notice.module.css';
import { useWords } from './words.js';

interface Props {
  problem: Problem | null;
  /** Offered when somebody else was quicker. */
  onReload?: (() => void) | undefined;
  onRetry?: (() => void) | undefined;
  className?: string | undefined;
}

/** Why something was refused, in the reader's language, and the way on. */
export function ProblemNotice({ problem, onReload, onRetry, className }: Props) {
  const { t, say } = useWords();
  if (!problem) return null;
  const conflict = problem.code === 'data.changed-meanwhile';
  return (
    <div role="alert" className={classes(styles['problem'], className)}>
      <p>{say(problem)}</p>
      {conflict && onReload && (
        <Button size="small" onClick={onReload}>
          {t('problem.reload')}
        </Button>
      )}
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          {t('problem.retry')}
        </Button>
      )}
      {problem.status >= 500 && problem.requestId && <p className={styles['trace']}>{t('problem.trace', { id: problem.requestId })}</p>}
    </div>
  );
}
