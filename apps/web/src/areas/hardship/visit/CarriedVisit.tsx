import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Problem } from '#contract/shared';
import { missingOf, visitField } from '#rules/hardship/visits/visit-form';
import { shownValues } from '#rules/hardship/visits/visit-on-device';
import { asProblem } from '../../../api/problem.js';
import { completeVisit } from '../../../api/visits.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { useWords } from '../../../kit/words.js';
import { ConflictPanel } from './ConflictPanel.js';
import { FamilyCard } from './FamilyCard.js';
import type { KeptVisit } from './kept-visit.js';
import styles from './visit.module.css';
import { useVisitDesk } from './VisitDesk.js';
import { VisitForm } from './VisitForm.js';
import { VisitLamp } from './VisitLamp.js';

/** A visit that is carried: filled in with or without network, uploaded, and when everything is there, completed. */
export function CarriedVisit({ visit }: { visit: KeptVisit }) {
  const { t, say, language } = useWords();
  const navigate = useNavigate();
  const { satchel, carried, who, online, syncing, problems, late, waiting, sync } = useVisitDesk();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [completing, setCompleting] = useState(false);
  const connected = online && who.kind === 'signed-in';
  const ready = connected && waiting(visit) === 0 && !syncing;
  // That there is no network, the lamp says.
  const refused = problems.get(visit.id);
  const photos = visit.record.photos + carried.photos.filter((photo) => photo.visitId === visit.id).length;
  const missing = missingOf(shownValues(visit.device), photos);
  const complete = async (): Promise<void> => {
    setCompleting(true);
    setProblem(null);
    try {
      await completeVisit(visit.id, { version: visit.record.version });
      void navigate('/visits', { state: { completed: visit.record.fileId } });
      await satchel?.forget(visit.id);
    } catch (error) {
      setProblem(asProblem(error));
      setCompleting(false);
      await sync(visit.id);
    }
  };
  return (
    <>
      <div className={styles['status']}>
        <VisitLamp visit={visit} />
        <button type="button" disabled={who.kind === 'signed-out' || syncing} onClick={() => void sync(visit.id)}>
          {t('visits.sync')}
        </button>
      </div>
      <ProblemNotice problem={refused && refused.status > 0 ? refused : null} className={styles['notice']} />
      {late.has(visit.id) && <p className={styles['hint']}>{t('visits.keptLate')}</p>}
      <ConflictPanel visit={visit} ready={ready} />
      <FamilyCard record={visit.record} facts={visit.facts} />
      <VisitForm visit={visit} photos={photos} />
      <section className={styles['card']}>
        <h2>{t('visits.finish')}</h2>
        {missing.length > 0 && (
          <p>
            {t('visits.missing', { count: missing.length })}
            {missing.map((name) => say(visitField(name))).join(language === 'zh' ? '、' : ', ')}
          </p>
        )}
        <ProblemNotice problem={problem} />
        <button
          type="button"
          className={styles['primary']}
          disabled={!ready || completing || missing.length > 0 || visit.record.conflicts.length > 0}
          onClick={() => void complete()}
        >
          {t('visits.completeIt')}
        </button>
        <p className={styles['soft']}>{t(connected ? 'visits.completeHint' : 'visits.completeOffline')}</p>
      </section>
      <PutAway visit={visit} />
    </>
  );
}

/** Taken off the device: at once where nothing waits, else only after saying that it is lost. */
function PutAway({ visit }: { visit: KeptVisit }) {
  const { t } = useWords();
  const { satchel, waiting } = useVisitDesk();
  const [asking, setAsking] = useState(false);
  const count = waiting(visit);
  return (
    <section className={styles['card']}>
      {asking && count > 0 ? (
        <>
          <p role="alert">{t('visits.dropAsk', { count })}</p>
          <div className={styles['row']}>
            <button type="button" onClick={() => setAsking(false)}>
              {t('visits.dropNo')}
            </button>
            <button type="button" className={styles['danger']} onClick={() => void satchel?.forget(visit.id)}>
              {t('visits.dropYes', { count })}
            </button>
          </div>
        </>
      ) : (
        <button type="button" onClick={() => (count > 0 ? setAsking(true) : void satchel?.forget(visit.id))}>
          {t('visits.putAway')}
        </button>
      )}
    </section>
  );
}
