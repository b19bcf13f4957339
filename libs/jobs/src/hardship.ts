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
