import type { Data } from '#data/data';
import { sql } from '#data/sql';
import { KEEPER } from '#rules/access/system-actors';
import { refuseReviews } from '#rules/hardship/reviews/review-refusals';
import type { PlainDate } from '#rules/shared/plain-date';
import { today, type Work } from '../../work.js';

/** How many files break the invariant of every night, and where: nothing that says which. */
export interface ReviewFaults {
  files: number;
  places: { organisationId: string; organisationName: string; files: number }[];
}

/**
 * Files on file whose review is due and that no active user has who may do it, or whose day is not reckoned. As the keeper sees
 * it, who reaches every file: the system administrator, who reaches none, is told the numbers.
 */
export async function reviewFaults(data: Data, on: PlainDate): Promise<ReviewFaults> {
  const places = await data.readSlowly<ReviewFaults['places'][number]>(
    KEEPER,
    sql`SELECT r.organisation_id, o.name AS organisation_name, count(*) AS files FROM bangfu.reviews_without_owner(${on}) r JOIN organisation o ON o.id = r.organisation_id
        GROUP BY r.organisation_id, o.name ORDER BY count(*) DESC, o.name`,
  );
  return { files: places.reduce((sum, { files }) => sum + files, 0), places };
}

/** Refuses when there is a fault: the job then stands as failed, with the sentence, before whoever looks after the system. */
export async function checkReviews(work: Work, tell: (files: number) => void): Promise<void> {
  const { files, places } = await reviewFaults(work.data, today(work));
  tell(files);
  if (files > 0)
    throw refuseReviews('hardship.review-without-owner', {
      files,
      where: places
        .slice(0, 5)
        .map(({ organisationName }) => organisationName)
        .join('、'),
    });
}
