import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import type { z } from 'zod';
import type { VisitRow } from '#contract/visits';
import { fileStatuses } from '#rules/hardship/file-lifecycle';
import { visitPurposes } from '#rules/hardship/visits/visit-codes';
import { asProblem } from '../../../api/problem.js';
import { keys } from '../../../api/query-keys.js';
import { findVisits } from '../../../api/visits.js';
import { useDocumentTitle } from '../../../kit/PageHead.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { useWords } from '../../../kit/words.js';
import styles from './visit.module.css';
import { useVisitDesk } from './VisitDesk.js';
import { VisitLamp } from './VisitLamp.js';

type Row = z.infer<typeof VisitRow>;

/** First what is carried on this device, then what is still to be visited. */
export function VisitListPage() {
  const { t, label } = useWords();
  const { carried, who } = useVisitDesk();
  const { state } = useLocation() as { state: { completed?: string } | null };
  useDocumentTitle(t('visits.title'));
  const visits = [...carried.visits.values()];
  return (
    <>
      {state?.completed && (
        <p className={styles['hint']} role="status">
          {t('visits.completed')} <Link to={`/hardship-files/${state.completed}`}>{t('visits.toFile')}</Link>
        </p>
      )}
      <section className={styles['card']}>
        <h1>{t('visits.carried', { count: visits.length })}</h1>
        {visits.length === 0 && <p className={styles['soft']}>{t('visits.carriedNone')}</p>}
        <ul className={styles['list']}>
          {visits.map((visit) => (
            <li key={visit.id}>
              <Link to={`/visits/${visit.id}`}>
                <strong>{visit.facts.holderName}</strong> <span>{label(visitPurposes, visit.record.purpose)}</span>
                <small>{visit.facts.address ?? visit.record.organisationName}</small>
              </Link>
              <VisitLamp visit={visit} />
            </li>
          ))}
        </ul>
      </section>
      {who.kind === 'signed-in' && <StillToVisit carried={new Set(carried.visits.keys())} />}
    </>
  );
}

function StillToVisit({ carried }: { carried: ReadonlySet<string> }) {
  const { t, label } = useWords();
  const query = useQuery({
    queryKey: keys.list('hardship-visit', { mine: true }),
    queryFn: ({ signal }) => findVisits({ mine: 'true', limit: 100 }, signal),
  });
  const rows = (query.data?.items ?? []).filter((row) => row.visitId === null || !carried.has(row.visitId));
  const filledIn = rows.filter(({ complete }) => complete);
  const still = rows.filter(({ complete }) => !complete);
  return (
    <>
      {filledIn.length > 0 && <ToRecord rows={filledIn} />}
      <section className={styles['card']}>
        <h2>{t('visits.still', { count: still.length })}</h2>
        {query.error && <ProblemNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} />}
        {query.data && still.length === 0 && <p className={styles['soft']}>{t('visits.stillNone')}</p>}
        <ul className={styles['list']}>
          {still.map((row) => (
            <li key={row.fileId}>
              <Link to={row.visitId ? `/visits/${row.visitId}` : `/hardship-files/${row.fileId}/visit`}>
                <strong>{row.holderName}</strong>{' '}
                <span>{row.purpose ? label(visitPurposes, row.purpose) : label(fileStatuses, row.fileStatus)}</span>
                <small>
                  {row.organisationName}
                  {row.conflicts > 0 && ` · ${t('visits.conflictsCount', { count: row.conflicts })}`}
                </small>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** Visited and filled in: nobody goes there again, but the file does not know it until the visit is recorded. */
function ToRecord({ rows }: { rows: readonly Row[] }) {
  const { t } = useWords();
  return (
    <section className={styles['card']}>
      <h2>{t('visits.toRecord', { count: rows.length })}</h2>
      <p className={styles['soft']}>{t('visits.toRecordHint')}</p>
      <ul className={styles['list']}>
        {rows.map((row) => (
          <li key={row.fileId}>
            <Link to={`/hardship-files/${row.fileId}?tab=checks`}>
              <strong>{row.holderName}</strong> <span>{t('visits.filledIn')}</span>
              <small>{[row.visitedOn, row.organisationName].filter(Boolean).join(' · ')}</small>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
