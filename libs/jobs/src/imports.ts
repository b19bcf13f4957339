import { z } from 'zod';
import { defineJob } from './definition.js';

const payload = z.object({ importId: z.uuid() });

/** Tries a ledger out, from the version that somebody saw. */
export const tryImport = defineJob({
  name: 'imports.try',
  payload: payload.extend({ version: z.int() }),
  attempts: 3,
  backoff: 5,
  lease: 60,
});

/** Takes a ledger in, stretch by stretch; taken up again after a failure it goes on where it stopped. */
export const runImport = defineJob({ name: 'imports.run', payload, attempts: 8, backoff: 5, lease: 60 });

/** Takes back what an import made, as long as nobody has built on it. */
export const reverseImport = defineJob({ name: 'imports.reverse', payload, attempts: 8, backoff: 5, lease: 120 });
