import { z } from 'zod';
import { defineJob } from './definition.js';

/** Every night: certificates whose year has gone by without a check are worth nothing until it is made up for. */
export const lapseCertificates = defineJob({
  name: 'hardship.lapse-certificates',
  payload: z.object({ day: z.iso.date() }),
  attempts: 8,
  backoff: 60,
  lease: 60,
});
