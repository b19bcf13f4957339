import { sql, type Sql } from '#data/sql';
import { onFileStatuses } from '#rules/hardship/file-lifecycle';
import { COVERAGE_MONTHS, type CandidateFigure, type CoverageFigure, type FileFigure } from '#rules/hardship/finder/coverage-figures';
import { addMonths, type PlainDate } from '#rules/shared/plain-date';
import { familyOf } from './found-sign.js';

/** Which rows a figure counts, on the alias `f` of a file or `c` of a candidate: the same for the number and for what it opens. */
export function counted(figure: CoverageFigure, on: PlainDate): Sql {
  return isOfFiles(figure) ? ofFiles(on)[figure] : ofCandidate(figure, on);
}

export const isOfFiles = (figure: CoverageFigure): figure is FileFigure =>
  figure === 'on-file' || figure === 'helped' || figure === 'never-helped' || figure === 'review-overdue';

function ofFiles(on: PlainDate): Record<FileFigure, Sql> {
  const held = sql`f.status = ANY (${[...onFileStatuses]})`;
  // By person, so that every family's payments are found by index.
  const given = (since: Sql): Sql =>
    sql`EXISTS (SELECT FROM (${familyOf(sql`f`)}) w JOIN disbursement b ON b.person_id = w.person_id AND b.paid_on >= ${since})`;
  return {
    'on-file': held,
    helped: sql`${held} AND ${given(sql`${addMonths(on, -COVERAGE_MONTHS)}::date`)}`,
    'never-helped': sql`${held} AND NOT ${given(sql`f.filed_on`)}`,
    'review-overdue': sql`${held} AND f.review_on < ${on}`,
  };
}

function ofCandidate(figure: CandidateFigure, on: PlainDate): Sql {
  if (figure === 'open') return sql`c.status = 'open'`;
  if (figure === 'overdue') return sql`c.status = 'open' AND c.due_on < ${on}`;
  return sql`c.status = 'closed' AND c.closing = ${figure.slice('closed-'.length)} AND c.closed_on > ${addMonths(on, -COVERAGE_MONTHS)}`;
}
