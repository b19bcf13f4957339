import { useMemo } from 'react';
import { hardshipClasses } from '#rules/hardship/codes';
import { policyFindings, type PolicyFinding } from '#rules/hardship/policy/policy-effect';
import { Chart } from '../../../kit/Chart.js';
import { showCount } from '../../../kit/formats.js';
import { Money } from '../../../kit/Money.js';
import { Notice } from '../../../kit/Notice.js';
import { Section } from '../../../kit/Section.js';
import { useWords } from '../../../kit/words.js';
import { ClassShift } from './ClassShift.js';
import { classOrder, effectOrder, type Found, type Policy } from './policy-codes.js';
import type { Meant } from './PolicyRowsDrawer.js';
import styles from './policy.module.css';

interface Props {
  policy: Policy;
  found: Found;
  onRows: (meant: Meant) => void;
}

/** Who enters, who leaves, what it costs; every number opens its files. */
export function TrialResult({ policy, found, onRows }: Props) {
  const { t } = useWords();
  const unassessed = found.effects.find(({ effect }) => effect === 'unassessed')?.files ?? 0;
  const undecided = found.effects.find(({ effect }) => effect === 'undecided')?.files ?? 0;
  return (
    <Section
      title={t('policy.result')}
      tools={
        <span className="soft">{t('policy.resultOf', { files: showCount(found.files), on: policy.trial?.on ?? policy.validFrom })}</span>
      }
    >
      <div className={styles['stack']}>
        <ul className={styles['effects']}>
          {effectOrder.map((effect) => (
            <Effect key={effect} effect={effect} found={found} onRows={onRows} />
          ))}
        </ul>
        <Cost policy={policy} found={found} />
        {found.enteringApplicants > 0 && (
          <Notice>{t('policy.enteringApplicants', { entering: found.enteringApplicants, all: policy.trial?.applicants ?? 0 })}</Notice>
        )}
        {unassessed > 0 && <Notice tone="warning">{t('policy.unassessedSays', { files: showCount(unassessed) })}</Notice>}
        {undecided > 0 && <Notice>{t('policy.undecidedSays', { files: showCount(undecided) })}</Notice>}
        <ClassShift found={found} onRows={onRows} />
        <ClassChart found={found} />
        <p className="soft">{t('policy.decidesNobody')}</p>
      </div>
    </Section>
  );
}

function Cost({ policy: { formula }, found: { costFen, terms, standard } }: Pick<Props, 'policy' | 'found'>) {
  const { t, say } = useWords();
  const words = say(formula.words).replace('{months}', String(terms.months)).replace('{percent}', String(terms.capPercent));
  return (
    <div className={styles['cost']}>
      <p>
        <strong>
          {costFen > 0 && '+'}
          <Money fen={costFen} />
        </strong>
        <span className={styles['estimate']}>{t('policy.estimate')}</span>
        <span>{t('policy.costYear')}</span>
        <span className="soft">
          {t('policy.standardThen')} <Money fen={standard.beforeFen} bare /> → <Money fen={standard.afterFen} />
        </span>
      </p>
      <p className="soft">
        {words} {t('policy.formulaSource', { source: `${formula.citation.instrument} ${formula.citation.article ?? ''}` })}
      </p>
    </div>
  );
}

function Effect({ effect, found, onRows }: { effect: PolicyFinding; found: Found; onRows: (meant: Meant) => void }) {
  const { t, say } = useWords();
  const sum = found.effects.find((one) => one.effect === effect);
  const files = sum?.files ?? 0;
  return (
    <li data-effect={effect}>
      <span>{say(policyFindings[effect])}</span>
      {files === 0 ? (
        <strong className="number">0</strong>
      ) : (
        <button type="button" title={t('policy.openRows')} onClick={() => onRows({ effect, title: say(policyFindings[effect]), files })}>
          {showCount(files)}
        </button>
      )}
      {sum && sum.costFen !== 0 ? (
        <small>
          {sum.costFen > 0 && '+'}
          <Money fen={sum.costFen} wan />
        </small>
      ) : (
        <small className="soft">{t('policy.families')}</small>
      )}
    </li>
  );
}

function ClassChart({ found }: { found: Found }) {
  const { t, say, language } = useWords();
  const [now, then] = [t('policy.before'), t('policy.after')];
  // The drawing starts over whenever its data is another object: keep the one.
  const data = useMemo(() => {
    const decided = found.classes.filter(({ effect }) => effect !== 'undecided' && effect !== 'unassessed');
    const sum = (side: 'before' | 'after', of: string): number =>
      decided.filter((row) => row[side] === of).reduce((all, { files }) => all + files, 0);
    const shown = classOrder.filter((one) => sum('before', one) + sum('after', one) > 0);
    return {
      kind: 'bar' as const,
      unit: language === 'en' ? 'families' : '户',
      categories: shown.map((one) => hardshipClasses[one][language]),
      series: [
        { name: now, values: shown.map((one) => sum('before', one)) },
        { name: then, values: shown.map((one) => sum('after', one)) },
      ],
    };
  }, [found, language, now, then]);
  if (data.categories.length === 0) return null;
  const text = data.categories
    .map((name, at) =>
      t('policy.chartPart', { name, before: showCount(data.series[0]!.values[at]), after: showCount(data.series[1]!.values[at]) }),
    )
    .join(say({ zh: '；', en: '; ' }));
  return <Chart title={t('policy.chart')} text={text} data={data} height={220} />;
}
