import { eras, type Era } from '#rules/hardship/codes';
import { Money } from '../../../kit/Money.js';
import { useWords } from '../../../kit/words.js';
import type { Assessment, Basis } from './assessment-types.js';
import styles from './eligibility.module.css';
import { Unverified } from './Verdict.js';

/** By which rule and which standard it was judged, and for what days they hold. */
export function AssessmentBasis({ assessment, basis: { rule, standard } }: { assessment: Assessment; basis: Basis }) {
  const { t, say, label } = useWords();
  return (
    <p className={styles['basis']}>
      <span>
        {t('eligibility.rule')} {say(rule.name)}{' '}
        <span className="soft">
          ({label(eras, rule.era as Era)} · {rule.id})
        </span>
        {rule.periodUnverified && <Unverified />}
      </span>
      <span>
        {t('eligibility.standard')}{' '}
        {standard ? (
          <>
            <Money fen={standard.amountFen} /> <span className="soft">{t('eligibility.since', { day: standard.validFrom })}</span>
            {standard.unverified && <Unverified />}
          </>
        ) : (
          t('eligibility.noStandard')
        )}
      </span>
      <span className="soft">{t('eligibility.days', { received: assessment.receivedOn, assessed: assessment.assessedOn })}</span>
    </p>
  );
}
