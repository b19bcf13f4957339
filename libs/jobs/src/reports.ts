import { z } from 'zod';
import { defineJob } from './definition.js';

/** Makes one report, as its row says. Seconds for most, minutes for a large city. */
export const makeReport = defineJob({
  name: 'reports.make',
  payload: z.object({ reportId: z.uuid() }),
  attempts: 3,
  backoff: 30,
  lease: 60,
});

/** On the first of a month: asks for the report on the month before, for every organisation that reports. */
export const makeAllReports = defineJob({
  name: 'reports.make-all',
  payload: z.object({ day: z.iso.date() }),
  attempts: 5,
  backoff: 60,
  lease: 60,
});
