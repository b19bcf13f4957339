import type * as C from '#contract/reviews';
import { getting, listing, reading } from './operation.js';

export const findReviews = listing<typeof C.FindReviews, typeof C.ReviewPage>('/hardship-reviews');
export const reviewMonths = listing<typeof C.FindReviewMonths, typeof C.ReviewMonths>('/hardship-reviews/months');
export const reviewEvidence = getting<typeof C.ReviewEvidence>((id) => `/hardship-files/${id}/review-evidence`);
export const reviewFaults = reading<typeof C.ReviewFaults>('/system/reviews');
