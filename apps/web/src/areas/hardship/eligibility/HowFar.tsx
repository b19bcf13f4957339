import { hardshipClasses } from '#rules/hardship/codes';
import { useWords } from '../../../kit/words.js';
import type { Assessment } from './assessment-types.js';
import { Changes } from './ClassVerdict.js';
import { missingWords } from './missing.js';
import styles from './eligibility.module.css';

const IN_SIGHT = 3;

/** 差多少: what would bring the household into each graver class, and what would take it out of its own. */
export function HowFar({ assessment, brief = false }: { assessment: Assessment; brief?: boolean }) {
  const { t, say, label } = useWords();
  const { classes, loses, proposed } = assessment;
  const missing = missingWords(assessment);
  const nearer = classes.filter(({ ways }) => ways.length > 0);
  if (missing.length === 0 && nearer.length === 0 && loses.length === 0) return null;
  const shown = brief ? missing.slice(0, IN_SIGHT) : missing;
  return (
    <div className={styles['far']}>
      <h3>{t('eligibility.howFar')}</h3>
      {missing.length > 0 && (
        <section>
          <p>{t(proposed ? 'eligibility.supplyForGraver' : 'eligibility.supply')}</p>
          <ul className={styles['changes']}>
            {shown.map((words) => (
              <li key={words.zh}>{say(words)}</li>
            ))}
            {shown.length < missing.length && <li>{t('eligibility.andMore', { count: missing.length - shown.length })}</li>}
          </ul>
        </section>
      )}
      {(brief ? nearer.slice(-1) : nearer).map(({ hardshipClass, ways }) => (
        <section key={hardshipClass}>
          <p>{t('eligibility.wouldBe', { class: label(hardshipClasses, hardshipClass) })}</p>
          <Changes changes={ways.slice(0, IN_SIGHT)} />
        </section>
      ))}
      {loses.length > 0 && (
        <section>
          <p>{t('eligibility.wouldLose', { class: label(hardshipClasses, proposed) })}</p>
          <Changes changes={loses.slice(0, IN_SIGHT)} />
        </section>
      )}
    </div>
  );
}
