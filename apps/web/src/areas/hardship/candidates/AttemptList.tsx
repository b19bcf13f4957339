import type { CandidateRecord } from '#contract/candidates';
import { attemptForms, attemptResults } from '#rules/hardship/finder/candidate-codes';
import { EmptyState } from '../../../kit/EmptyState.js';
import { useWords } from '../../../kit/words.js';
import styles from './candidates.module.css';

export function AttemptList({ attempts }: Pick<CandidateRecord, 'attempts'>) {
  const { t, label } = useWords();
  if (attempts.length === 0) return <EmptyState mark="联" title={t('candidates.noAttempts')} hint={t('candidates.noAttemptsHint')} />;
  return (
    <ol className={styles['attempts']}>
      {attempts.map(({ on, form, result, byName }, at) => (
        <li key={at}>
          <span className="number">{on}</span>
          <span>{label(attemptForms, form)}</span>
          <strong>{label(attemptResults, result)}</strong>
          <span className="soft">{byName}</span>
        </li>
      ))}
    </ol>
  );
}
