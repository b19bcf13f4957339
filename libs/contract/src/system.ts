import { z } from 'zod';
import { Id, Instant, Paging, pageOf } from './shared.js';

export const QueueView = z.object({ name: z.string(), waiting: z.int(), active: z.int(), delayed: z.int(), failed: z.int() });
export const SystemView = z
  .object({
    version: z.string(),
    startedAt: Instant,
    database: z.boolean(),
    redis: z.boolean(),
    queues: z.array(QueueView),
    schedules: z.array(
      z.object({
        name: z.string(),
        zh: z.string(),
        en: z.string(),
        pattern: z.string(),
        next: Instant.nullable(),
        last: Instant.nullable(),
      }),
    ),
    outbox: z.object({ waiting: z.int(), running: z.int(), failed: z.int(), done: z.int() }),
  })
  .meta({ id: 'System' });
export const JobRow = z
  .object({
    id: Id,
    job: z.string(),
    key: z.string(),
    status: z.string(),
    progress: z.int(),
    attempts: z.int(),
    error: z.string().nullable(),
    createdAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'Job' });
export const FindJobs = z.object({ ...Paging, status: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']).optional() });
export const JobPage = pageOf(JobRow, 'JobPage');
export const Health = z.object({ status: z.enum(['up', 'down']), checks: z.record(z.string(), z.boolean()) }).meta({ id: 'Health' });
