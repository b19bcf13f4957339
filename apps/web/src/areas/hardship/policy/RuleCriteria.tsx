import { useWords } from '../../../kit/words.js';
import { Citation } from '../eligibility/Citation.js';
import { Unverified } from '../eligibility/Verdict.js';
import type { Criterion, Rule } from './policy-codes.js';
import styles from './policy.module.css';

/** Any one way is enough; of a way all must be met. */
export function Alternatives({ all, sources }: { all: readonly (readonly Criterion[])[]; sources: Rule['sources'] }) {
  const { t } = useWords();
  return (
    <>
      {all.map((criteria, at) => (
        <div key={at} className={styles['way']}>
          {all.length > 1 && <h3>{t('policy.way', { number: at + 1 })}</h3>}
          <CriterionList criteria={criteria} sources={sources} />
        </div>
      ))}
    </>
  );
}

export function CriterionList({ criteria, sources }: { criteria: readonly Criterion[]; sources: Rule['sources'] }) {
  const { say } = useWords();
  return (
    <ul className={styles['criteria']}>
      {criteria.map((criterion) => (
        <li key={criterion.code} data-missing={criterion.unit !== null && criterion.threshold === null}>
          <strong>{say(criterion.name)}</strong>
          <span>{say(criterion.words)}</span>
          <span className={styles['cited']}>
            {criterion.unverified && <Unverified />}
            <Citation of={say(criterion.name)} citation={criterion.citation} sources={sources} unverified={criterion.unverified} />
          </span>
        </li>
      ))}
    </ul>
  );
}
