import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Problem } from '#contract/shared';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { visitPurposes, type VisitPurpose } from '#rules/hardship/visits/visit-codes';
import { mayOpenVisit } from '#rules/hardship/visits/visit-times';
import { getHardshipFile } from '../../../api/hardship.js';
import { asProblem } from '../../../api/problem.js';
import { keys } from '../../../api/query-keys.js';
import { openVisit } from '../../../api/visits.js';
import { EmptyState } from '../../../kit/EmptyState.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { QueryState } from '../../../kit/QueryState.js';
import { useWords } from '../../../kit/words.js';

/** From a file to its visit: the form that is open, or a new one where one is due. */
export function StartVisitPage() {
  const { id = '' } = useParams();
  const { t, say } = useWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const query = useQuery({
    queryKey: keys.record('hardship-file', id),
    queryFn: ({ signal }) => getHardshipFile(id, signal),
    staleTime: 0,
  });
  const open = query.data?.visits.find(({ complete }) => !complete)?.id;
  useEffect(() => {
    if (open) goTo(open);
  }, [open]);
  const begin = async (purpose: VisitPurpose): Promise<void> => {
    try {
      goTo((await openVisit(id, { purpose })).id);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <QueryState query={query} lines={6}>
      {(file) => {
        const due = (Object.keys(visitPurposes) as VisitPurpose[]).filter(
          (purpose) => !mayOpenVisit(purpose, file.status as FileStatus, false),
        );
        return (
          <EmptyState
            page
            mark="访"
            title={t(due.length > 0 ? 'visits.begin' : 'visits.notDue')}
            hint={t(due.length > 0 ? 'visits.beginHint' : 'visits.notDueHint')}
            action={
              <>
                <ProblemNotice problem={problem} />
                {due.map((purpose) => (
                  <Button key={purpose} type="primary" size="large" onClick={() => void begin(purpose)}>
                    {say(visitPurposes[purpose])}
                  </Button>
                ))}
                {file.visits.map((visit) => (
                  <Link key={visit.id} to={`/visits/${visit.id}`} reloadDocument>
                    {t('visits.earlier', { on: visit.visitedOn ?? '—' })}
                  </Link>
                ))}
                <Link to={`/hardship-files/${id}`}>{t('visits.toFile')}</Link>
              </>
            }
          />
        );
      }}
    </QueryState>
  );
}

/** A new page, so that the visit pages' worker looks after it from its beginning. */
const goTo = (visitId: string): void => window.location.assign(`/visits/${visitId}`);
