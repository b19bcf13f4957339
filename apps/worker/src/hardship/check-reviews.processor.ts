import { checkReviews } from '#casework/hardship/reviews/check-reviews';
import { checkReviews as job } from '#jobs/hardship';
import { reviewsWithoutOwner } from '#runtime/metrics';
import { handles } from '../handlers.js';

/** A fault is counted, and the job stands as failed: in the log, and on the system administrator's page. */
export const checkReviewsHandler = handles(job, (work) => checkReviews(work, (files) => reviewsWithoutOwner.set(files)));
