import { z } from 'zod';
import { defineJob } from './definition.js';

/** Every night: removes stored files that no row names, left behind by uploads that broke off. */
export const sweepFiles = defineJob({
  name: 'documents.sweep-files',
  payload: z.object({ day: z.string() }),
  attempts: 3,
  backoff: 300,
  lease: 120,
});
