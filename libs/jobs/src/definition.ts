import type { z } from 'zod';

/** Work that can be asked for later: a name, what it is told (ids, never names or secrets), and how often it is tried. */
export interface JobDefinition<Payload extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly payload: Payload;
  readonly attempts: number;
  /** seconds until the next try; doubled each time */
  readonly backoff: number;
  /** seconds that a worker may hold it without a sign of life, of which it gives four in that time: so long a job waits for a dead worker */
  readonly lease: number;
}

export function defineJob<Payload extends z.ZodType>(job: JobDefinition<Payload>): JobDefinition<Payload> {
  return job;
}
export type PayloadOf<Job> = Job extends JobDefinition<infer Payload> ? z.infer<Payload> : never;
