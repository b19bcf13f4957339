import { hardshipClasses } from '#rules/hardship/codes';
import { anyOf, negated } from '#rules/hardship/eligibility/judge-criterion';
import { useWords } from '../../../kit/words.js';
import type { Assessment, Source } from './assessment-types.js';
import { Alternatives, ClassVerdict, Fold } from './ClassVerdict.js';
import { Criterion } from './Criterion.js';
import styles from './eligibility.module.css';
import { HowFar } from './HowFar.js';
import { Unverified } from './Verdict.js';

interface Props {
  assessment: Assessment;
  sources: readonly Source[];
}

/** The whole reckoning: the verdict, how far off the others are, then every criterion with its figures and its source. */
export function EligibilityReport({ assessment, sources }: Props) {
  const { t } = useWords();
  const { applicants, exclusions, classes, proposed } = assessment;
  const nearest = classes.find(({ verdict }) => verdict === 'unknown') ?? classes.find(({ ways }) => ways.length > 0);
  return (
    <div className={styles['report']}>
      <Outcome assessment={assessment} />
      <HowFar assessment={assessment} />
      {applicants.length > 0 && (
        <Fold title={t('eligibility.applicants')} {...gate(anyOf(applicants.map(({ verdict }) => verdict)))}>
          <Alternatives alternatives={applicants} sources={sources} />
        </Fold>
      )}
      {exclusions.length > 0 && (
        <Fold title={t('eligibility.exclusions')} {...gate(negated(anyOf(exclusions.map(({ verdict }) => verdict))))}>
          <p className="soft">{t('eligibility.exclusionsHint')}</p>
          <ul>
            {exclusions.map((criterion) => (
              <Criterion key={criterion.code} criterion={criterion} sources={sources} excludes />
            ))}
          </ul>
        </Fold>
      )}
      {classes.map((report) => (
        <ClassVerdict
          key={report.hardshipClass}
          report={report}
          sources={sources}
          open={report.hardshipClass === (proposed ?? nearest?.hardshipClass)}
        />
      ))}
    </div>
  );
}

/** What keeps a household out is opened by itself. */
const gate = (verdict: ReturnType<typeof negated>): { verdict: ReturnType<typeof negated>; open: boolean } => ({
  verdict,
  open: verdict !== 'met',
});

export function Outcome({ assessment: { verdict, proposed, undecidedAbove, unverified } }: { assessment: Assessment }) {
  const { t, label } = useWords();
  return (
    <div className={styles['outcome']} data-verdict={verdict}>
      <p>
        <strong>
          {verdict === 'eligible'
            ? t('eligibility.eligible', { class: label(hardshipClasses, proposed) })
            : t(`eligibility.outcomes.${verdict}`)}
        </strong>
        {unverified && <Unverified />}
      </p>
      {undecidedAbove.length > 0 && (
        <p className="soft">
          {t('eligibility.undecidedAbove', { classes: undecidedAbove.map((code) => label(hardshipClasses, code)).join('、') })}
        </p>
      )}
    </div>
  );
}
