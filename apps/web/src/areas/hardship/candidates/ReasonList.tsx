import { Link } from 'react-router';
import type { CandidateRecord } from '#contract/candidates';
import { useWords } from '../../../kit/words.js';
import { nounWord } from '../../../locales/nouns.js';
import { pathOf } from '../../../routes/paths.js';
import styles from './candidates.module.css';

/** Why somebody is on the list: each reason as a sentence, with the record that it rests on where it may be read. */
export function ReasonList({ reasons }: Pick<CandidateRecord, 'reasons'>) {
  const { t, say, language } = useWords();
  return (
    <ul className={styles['reasons']}>
      {reasons.map((reason, at) => {
        const path = reason.noun && reason.subjectId ? pathOf(reason.noun, reason.subjectId) : undefined;
        return (
          <li key={reason.subjectId ? `${reason.rule} ${reason.subjectId}` : at}>
            <p>{say(reason)}</p>
            <p className="soft">
              <span>{t('candidates.foundAt', { day: reason.foundOn })}</span>
              {path && reason.noun && <Link to={path}>{nounWord(reason.noun, language)}</Link>}
              {!reason.rule && <span>{t('candidates.untold')}</span>}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
