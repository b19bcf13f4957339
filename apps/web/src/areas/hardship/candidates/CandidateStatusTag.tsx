import type { z } from 'zod';
import type { CandidateRow } from '#contract/candidates';
import { candidateStatuses, closings } from '#rules/hardship/finder/candidate-codes';
import { StatusTag } from '../../../kit/StatusTag.js';
import { useWords } from '../../../kit/words.js';

type Standing = Pick<z.infer<typeof CandidateRow>, 'status' | 'closing' | 'overdue'>;

/** Open or past its day, or how it was closed. */
export function CandidateStatusTag({ status, closing, overdue }: Standing) {
  const { t, label } = useWords();
  if (closing)
    return <StatusTag tone={closing === 'filed' || closing === 'helped' ? 'good' : 'done'}>{label(closings, closing)}</StatusTag>;
  return <StatusTag tone={overdue ? 'bad' : 'waiting'}>{overdue ? t('candidates.overdue') : label(candidateStatuses, status)}</StatusTag>;
}
