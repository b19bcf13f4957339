import { countInputs } from '#rules/hardship/eligibility/household';
import { negated } from '#rules/hardship/eligibility/judge-criterion';
import { formatYuan } from '#rules/shared/money';
import { useWords } from '../../../kit/words.js';
import type { CriterionReport, Source } from './assessment-types.js';
import { Citation } from './Citation.js';
import styles from './eligibility.module.css';
import { Unverified, Verdict } from './Verdict.js';

interface Props {
  criterion: CriterionReport;
  sources: readonly Source[];
  /** Met, it shuts the household out: shown as what stands against it. */
  excludes?: boolean;
}

/** One criterion: what was reckoned from what, what is asked for, how far apart they are, and where it stands written. */
export function Criterion({ criterion, sources, excludes = false }: Props) {
  const { t, say } = useWords();
  const { name, calculation, requirement, unverified, citation, missing, turns } = criterion;
  const verdict = excludes ? negated(criterion.verdict) : criterion.verdict;
  return (
    <li className={styles['criterion']} data-verdict={verdict}>
      <Verdict verdict={verdict} bare />
      <div>
        <p className={styles['name']}>
          <strong>{say(name)}</strong>
          {unverified && <Unverified />}
          <Citation of={say(name)} citation={citation} sources={sources} unverified={unverified} />
        </p>
        <p className={styles['sum']}>
          <span>{say(calculation)}</span>
          <span className={styles['asked']}>
            {t(excludes ? 'eligibility.excludedIf' : 'eligibility.requirement', { text: say(requirement) })}
          </span>
          <Gap criterion={criterion} />
        </p>
        {missing.map((one) => (
          <p key={say(one.words)} className={styles['missing']}>
            {say(one.words)}
          </p>
        ))}
        {turns.length > 0 && (
          <details className={styles['turns']}>
            <summary>{t(turnsOf(excludes, criterion.verdict === 'met'))}</summary>
            <ul>
              {turns.map((turn) => (
                <li key={turn.input}>{say(turn.words)}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

/** What the changes below would do, said of what excludes and of what is asked for. */
function turnsOf(
  excludes: boolean,
  met: boolean,
): 'eligibility.excludesNoMore' | 'eligibility.wouldExclude' | 'eligibility.turnsAway' | 'eligibility.turnsTo' {
  if (excludes) return met ? 'eligibility.excludesNoMore' : 'eligibility.wouldExclude';
  return met ? 'eligibility.turnsAway' : 'eligibility.turnsTo';
}

function Gap({ criterion: { gap, inputs } }: { criterion: CriterionReport }) {
  const { t } = useWords();
  if (gap === null || gap === 0) return null;
  const counted = inputs.some((input) => Object.hasOwn(countInputs, input));
  const by = counted ? String(Math.abs(gap)) : `${formatYuan(Math.abs(gap))} ${t('units.yuan')}`;
  return <span className={styles['gap']}>{t(gap > 0 ? 'eligibility.above' : 'eligibility.below', { by })}</span>;
}
