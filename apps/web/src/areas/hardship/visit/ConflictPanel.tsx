import { useState } from 'react';
import type { Problem } from '#contract/shared';
import { visitField, type VisitFieldName } from '#rules/hardship/visits/visit-form';
import type { Choice } from '#rules/hardship/visits/merge-visit';
import { decideVisitConflict } from '../../../api/visits.js';
import { asProblem } from '../../../api/problem.js';
import { showInstant } from '../../../kit/formats.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { useWords } from '../../../kit/words.js';
import type { KeptVisit } from './kept-visit.js';
import styles from './visit.module.css';
import { useVisitDesk } from './VisitDesk.js';
import { visitValueText } from './visit-words.js';

/** Two wrote differently: both side by side, and a person chooses. */
export function ConflictPanel({ visit, ready }: { visit: KeptVisit; ready: boolean }) {
  const words = useWords();
  const { t, say } = words;
  const { satchel, sync } = useVisitDesk();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [deciding, setDeciding] = useState(false);
  const { record, facts } = visit;
  if (record.conflicts.length === 0) return null;
  const decide = async (field: VisitFieldName, choice: Choice): Promise<void> => {
    setDeciding(true);
    setProblem(null);
    try {
      await satchel?.answered(visit.id, await decideVisitConflict(visit.id, { version: record.version, field, choice }), false);
    } catch (error) {
      setProblem(asProblem(error));
      await sync(visit.id);
    } finally {
      setDeciding(false);
    }
  };
  return (
    <section className={styles['conflicts']} aria-label={t('visits.conflicts')}>
      <h2>{t('visits.conflictsCount', { count: record.conflicts.length })}</h2>
      <p>{t(ready ? 'visits.conflictsHint' : 'visits.conflictsWait')}</p>
      <ProblemNotice problem={problem} />
      {record.conflicts.map(({ name, sides }) => (
        <article key={name} data-conflict={name}>
          <h3>{say(visitField(name))}</h3>
          <div className={styles['sides']}>
            {sides.map((side, at) => (
              <div key={at}>
                <p className={styles['who']}>
                  {side.byName} <span className="number">{showInstant(side.at)}</span>
                </p>
                {visitField(name).kind === 'picture' && typeof side.value === 'string' ? (
                  <img src={side.value} alt={t('visits.signatureOf')} />
                ) : (
                  <blockquote>{visitValueText(name, side.value, words, facts.members)}</blockquote>
                )}
                <button type="button" disabled={!ready || deciding} onClick={() => void decide(name, at)}>
                  {t('visits.takeSide')}
                </button>
              </div>
            ))}
          </div>
          {visitField(name).kind === 'prose' && (
            <button type="button" disabled={!ready || deciding} onClick={() => void decide(name, 'both')}>
              {t('visits.takeBoth')}
            </button>
          )}
        </article>
      ))}
    </section>
  );
}
