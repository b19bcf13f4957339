import { z } from 'zod';
import { defineJob } from './definition.js';

/** Every night: reckons running clocks again, so that a newly published calendar year moves what was only estimated. */
export const reckonClocks = defineJob({
  name: 'deadlines.reckon-clocks',
  payload: z.object({ day: z.string() }),
  attempts: 5,
  backoff: 60,
  lease: 600,
});
