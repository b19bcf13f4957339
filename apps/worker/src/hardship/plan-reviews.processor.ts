import { handOverReviews } from '#casework/handoffs/hand-over-reviews';
import { planReviews } from '#casework/handoffs/plan-reviews';
import { planReviews as job } from '#jobs/hardship';
import { handles } from '../handlers.js';

export const planReviewsHandler = handles(job, async (work, _, running) => {
  await work.clockwork.refresh(0);
  await planReviews(work, running);
  await handOverReviews(work);
});
