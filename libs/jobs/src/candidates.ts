import { z } from 'zod';
import { defineJob } from './definition.js';

/** Every night: looks through all registers for people who may need help and are not helped. Minutes for a large city. */
export const findCandidates = defineJob({
  name: 'hardship.find-candidates',
  payload: z.object({ day: z.string() }),
  attempts: 5,
  backoff: 60,
  lease: 600,
});
