import { z } from 'zod';
import { defineJob } from './definition.js';

/** Screens every household on file by a drafted rule or standard, from the version of the draft that somebody saw. Taken up again it goes on where it stopped. */
export const tryPolicy = defineJob({
  name: 'hardship.try-policy',
  payload: z.object({ draftId: z.uuid(), version: z.int() }),
  attempts: 5,
  backoff: 10,
  lease: 60,
});

/**
 * After a rule or standard was published: brings the review of the files that it may touch forward, each onto the list of who
 * handles it. Nothing is changed or taken by it. The draft says the first day, and its effects say which files.
 */
export const listForReassessment = defineJob({
  name: 'hardship.list-for-reassessment',
  payload: z.object({ draftId: z.uuid() }),
  attempts: 8,
  backoff: 30,
  lease: 120,
});

/** Every night: when each file is reviewed next and why, and on whose list it stands. */
export const planReviews = defineJob({
  name: 'hardship.plan-reviews',
  payload: z.object({ day: z.iso.date() }),
  attempts: 8,
  backoff: 60,
  lease: 120,
});

/** After it: that no file whose review is due is on nobody's list. Fails where one is. */
export const checkReviews = defineJob({
  name: 'hardship.check-reviews',
  payload: z.object({ day: z.iso.date() }),
  attempts: 5,
  backoff: 60,
  lease: 120,
});
