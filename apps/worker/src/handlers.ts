import type { z } from 'zod';
import type { JobDefinition } from '#jobs/definition';
import type { Work } from '#casework/work';

export interface Running {
  /** says that the work goes on and how far it is, 0–100; throws when the job was cancelled */
  progress(percent: number): Promise<void>;
  /** aborted when the worker is told to stop: leave off at the next safe point */
  readonly signal: AbortSignal;
}

/** A handler parses nothing and decides nothing: it calls casework on behalf of whoever asked for the job. */
export interface Handler {
  readonly job: JobDefinition;
  run(work: Work, payload: unknown, running: Running): Promise<void>;
}

export function handles<Payload extends z.ZodType>(
  job: JobDefinition<Payload>,
  run: (work: Work, payload: z.infer<Payload>, running: Running) => Promise<void>,
): Handler {
  return { job, run: (work, payload, running) => run(work, job.payload.parse(payload), running) };
}
