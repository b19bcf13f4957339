import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { Problem } from '#contract/shared';
import { getVisit, takeVisitAlong } from '../../../api/visits.js';
import { asProblem } from '../../../api/problem.js';
import { keys } from '../../../api/query-keys.js';
import { useDocumentTitle } from '../../../kit/PageHead.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { QueryState } from '../../../kit/QueryState.js';
import { useWords } from '../../../kit/words.js';
import { CarriedVisit } from './CarriedVisit.js';
import { readyOffline } from './offline-pages.js';
import styles from './visit.module.css';
import { useVisitDesk } from './VisitDesk.js';
import { VisitReading } from './VisitReading.js';

/** One visit: where it is carried, to be filled in; where not, to be read and taken along. */
export function VisitPage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const { carried, satchel, who } = useVisitDesk();
  useDocumentTitle(t('visits.title'));
  const visit = carried.visits.get(id);
  if (visit) return <CarriedVisit visit={visit} />;
  if (who.kind === 'offline') return <NotHere />;
  return satchel ? <AtTheOffice id={id} /> : null;
}

function NotHere() {
  const { t } = useWords();
  return (
    <section className={styles['card']} role="alert">
      <h1>{t('visits.notHere')}</h1>
      <p>{t('visits.notHereHint')}</p>
    </section>
  );
}

function AtTheOffice({ id }: { id: string }) {
  const { t } = useWords();
  const { satchel, who } = useVisitDesk();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [taking, setTaking] = useState(false);
  const query = useQuery({ queryKey: keys.record('hardship-visit', id), queryFn: ({ signal }) => getVisit(id, signal) });
  const take = async (): Promise<void> => {
    if (!satchel || who.kind !== 'signed-in') return;
    setTaking(true);
    setProblem(null);
    try {
      const pages = satchel.vault.lasting ? readyOffline() : Promise.resolve(false);
      const { visit, facts } = await takeVisitAlong(id, { clientId: satchel.vault.deviceId });
      await pages;
      await satchel.take(visit, facts, who.me);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setTaking(false);
    }
  };
  return (
    <QueryState query={query} lines={10}>
      {(record) => (
        <VisitReading
          record={record}
          tools={
            <>
              <ProblemNotice problem={problem} />
              {record.actions.some(({ name, allowed }) => name === 'takeVisitAlong' && allowed) && (
                <button type="button" className={styles['primary']} disabled={taking} onClick={() => void take()}>
                  {t(taking ? 'visits.taking' : 'visits.take')}
                </button>
              )}
              {!satchel?.vault.lasting && <p className={styles['soft']}>{t('visits.notLasting')}</p>}
            </>
          }
        />
      )}
    </QueryState>
  );
}
