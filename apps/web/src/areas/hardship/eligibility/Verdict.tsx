import { CheckCircleFilled, CloseCircleFilled, QuestionCircleFilled } from '@ant-design/icons';
import styles from './eligibility.module.css';
import { useWords } from '../../../kit/words.js';

export type VerdictCode = 'met' | 'not-met' | 'unknown';

const icons = { met: CheckCircleFilled, 'not-met': CloseCircleFilled, unknown: QuestionCircleFilled } as const;

/** Met, not met, or not known: by shape and word, not by colour alone. */
export function Verdict({ verdict, bare = false }: { verdict: VerdictCode; bare?: boolean }) {
  const { t } = useWords();
  const Icon = icons[verdict];
  const word = t(`eligibility.verdicts.${verdict}`);
  return (
    <span className={styles['verdict']} data-verdict={verdict} title={word}>
      <Icon aria-hidden />
      <span className={bare ? 'unseen' : undefined}>{word}</span>
    </span>
  );
}

/** Stands beside every threshold, rule or standard that nobody has confirmed. */
export function Unverified() {
  const { t } = useWords();
  return (
    <span className={styles['unverified']} title={t('eligibility.unverifiedHint')}>
      {t('eligibility.unverified')}
    </span>
  );
}
