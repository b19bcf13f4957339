import { sql } from '#data/sql';
import { INSTANT, ID, pageOf, readCursor } from '../paging.js';
import { inTransaction, type Work } from '../work.js';
import { refuseSystem } from './refusals.js';

export interface JobRow {
  id: string;
  job: string;
  key: string;
  status: string;
  progress: number;
  attempts: number;
  error: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

export async function findJobs(
  work: Work,
  { status, cursor, limit }: { status?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const after = readCursor(cursor, [INSTANT, ID]);
  const next = after ? sql` AND (created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``;
  const rows = await work.data.read<JobRow>(
    work.actor,
    sql`SELECT id, job, key, status, progress, attempts, error, created_at, finished_at FROM outbox WHERE ${status ? sql`status = ${status}` : sql`true`}${next} ORDER BY created_at DESC, id DESC LIMIT ${limit + 1}`,
  );
  return pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
}

export async function countOutbox(work: Work): Promise<{ waiting: number; running: number; failed: number; done: number }> {
  return work.data.readOne(
    work.actor,
    sql`SELECT count(*) FILTER (WHERE status = 'waiting') AS waiting, count(*) FILTER (WHERE status = 'running') AS running, count(*) FILTER (WHERE status = 'failed') AS failed, count(*) FILTER (WHERE status = 'done') AS done FROM outbox`,
  );
}

/** Puts a failed or cancelled job back in the line. */
export function retryJob(work: Work, jobId: string): Promise<void> {
  return inTransaction(work, async (tx) => {
    const job = await tx.lock('outbox', jobId);
    if (job.status !== 'failed' && job.status !== 'cancelled') throw refuseSystem('system.job-not-failed');
    await tx.rows(
      sql`UPDATE outbox SET status = 'waiting', attempts = 0, run_at = ${work.now}, rung_at = NULL, error = NULL, finished_at = NULL WHERE id = ${jobId}`,
    );
    tx.audit({ type: 'job.retried', subject: { noun: 'job', id: jobId }, details: { jobId } });
  });
}

/** Takes a job out of the line; one under way stops at its next safe point. */
export function cancelJob(work: Work, jobId: string): Promise<void> {
  return inTransaction(work, async (tx) => {
    const job = await tx.lock('outbox', jobId);
    if (job.status !== 'waiting' && job.status !== 'running') throw refuseSystem('system.job-ended');
    await tx.rows(sql`UPDATE outbox SET status = 'cancelled', finished_at = ${work.now}, lease_until = NULL WHERE id = ${jobId}`);
    tx.audit({ type: 'job.cancelled', subject: { noun: 'job', id: jobId }, details: { jobId } });
  });
}
