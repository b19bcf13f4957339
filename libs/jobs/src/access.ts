import { z } from 'zod';
import { defineJob } from './definition.js';

/** Every night: grants that began or ended today change what people reach. */
export const refreshReach = defineJob({
  name: 'access.refresh-reach',
  payload: z.object({ day: z.string() }),
  attempts: 5,
  backoff: 30,
  lease: 120,
});

/** Every night: the answers kept for repeated requests that nobody asks for again. */
export const forgetAnswers = defineJob({
  name: 'access.forget-answers',
  payload: z.object({ day: z.string() }),
  attempts: 5,
  backoff: 30,
  lease: 120,
});
