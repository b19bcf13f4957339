import { z } from 'zod';
import { defineJob } from './definition.js';

/** Every night: grants that began or ended today change what people reach; answers that nobody asks for again are forgotten. */
export const refreshReach = defineJob({
  name: 'access.refresh-reach',
  payload: z.object({ day: z.string() }),
  attempts: 5,
  backoff: 30,
  lease: 120,
});
