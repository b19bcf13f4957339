import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import { asProblem } from '../../../api/problem.js';
import { Loading } from '../../../kit/Loading.js';
import { Money } from '../../../kit/Money.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { Section } from '../../../kit/Section.js';
import { useWords } from '../../../kit/words.js';
import styles from './eligibility.module.css';
import { Outcome } from './EligibilityReport.js';
import { HowFar } from './HowFar.js';
import type { Preview } from './use-live-assessment.js';

/** In the side column, in sight while the sheet and the form are filled in. */
export function LiveVerdict({ preview, unsaved }: { preview: UseQueryResult<Preview>; unsaved: boolean }) {
  const { t } = useWords();
  return (
    <Section
      title={t('eligibility.live')}
      tools={
        <Link to="?tab=eligibility" replace preventScrollReset>
          {t('eligibility.open')}
        </Link>
      }
    >
      <div className={styles['report']} aria-live="polite" aria-busy={preview.isFetching}>
        {preview.data && (
          <>
            <Outcome assessment={preview.data.assessed} />
            {preview.data.totals && (
              <p className="number">
                {t('worksheet.netPerCapita')} <Money fen={preview.data.totals.netPerCapitaMonthFen} />
                {preview.data.by.standard && (
                  <span className="soft">
                    {' '}
                    · {t('eligibility.standard')} <Money fen={preview.data.by.standard.amountFen} />
                  </span>
                )}
              </p>
            )}
            <HowFar assessment={preview.data.assessed} brief />
            <p className="soft">{t(unsaved ? 'eligibility.unsaved' : 'eligibility.asSaved')}</p>
          </>
        )}
        {!preview.data && preview.isPending && <Loading lines={3} />}
        {!preview.data && preview.error && <ProblemNotice problem={asProblem(preview.error)} />}
      </div>
    </Section>
  );
}
