import type { Data } from '#data/data';
import { sql } from '#data/sql';
import { KEEPER } from '#rules/access/system-actors';
import { dateInShanghai } from '#rules/shared/plain-date';

const keeper = { ...KEEPER, organisationId: null };

/** A job as the outbox holds it. */
export interface OutboxJob {
  id: string;
  job: string;
  payload: unknown;
  key: string;
  attempts: number;
  requestedBy: string | null;
}

/** Jobs whose time has come and for which the bell has not rung, or rang so long ago that it must have been lost. */
export function findUnrung(data: Data, limit: number): Promise<{ id: string; job: string }[]> {
  return data.read(
    KEEPER,
    sql`SELECT id, job FROM outbox
        WHERE run_at <= now() AND ((status = 'waiting' AND (rung_at IS NULL OR rung_at < now() - interval '20 seconds')) OR (status = 'running' AND lease_until < now() AND (rung_at IS NULL OR rung_at < now() - interval '5 seconds')))
        ORDER BY run_at LIMIT ${limit}`,
  );
}

export function noteRung(data: Data, ids: readonly string[]): Promise<void> {
  return data.inTransaction(keeper, new Date(), async (tx) => {
    await tx.rows(sql`UPDATE outbox SET rung_at = now() WHERE id = ANY (${[...ids]})`);
  });
}

/** Takes a job for so many seconds; nothing when it is done, not yet due, or somebody else holds it. */
export function takeJob(data: Data, id: string, leaseSeconds: number): Promise<OutboxJob | undefined> {
  return data.inTransaction(keeper, new Date(), (tx) =>
    tx.find<OutboxJob>(sql`
      UPDATE outbox SET status = 'running', attempts = attempts + 1, lease_until = now() + make_interval(secs => ${leaseSeconds}), error = NULL
      WHERE id = ${id} AND run_at <= now() AND (status = 'waiting' OR (status = 'running' AND lease_until < now()))
      RETURNING id, job, payload, key, attempts, requested_by`),
  );
}

/** A sign of life, with how far it is (0–100). False when the job was cancelled or taken by somebody else meanwhile. */
export async function keepJob(data: Data, job: OutboxJob, leaseSeconds: number, progress: number): Promise<boolean> {
  const kept = await data.inTransaction(keeper, new Date(), (tx) =>
    tx.rows(
      sql`UPDATE outbox SET lease_until = now() + make_interval(secs => ${leaseSeconds}), progress = ${Math.round(progress)} WHERE id = ${job.id} AND status = 'running' AND attempts = ${job.attempts} RETURNING id`,
    ),
  );
  return kept.length === 1;
}

export function finishJob(data: Data, job: OutboxJob): Promise<void> {
  return data.inTransaction(keeper, new Date(), async (tx) => {
    await tx.rows(
      sql`UPDATE outbox SET status = 'done', progress = 100, finished_at = now(), lease_until = NULL WHERE id = ${job.id} AND attempts = ${job.attempts}`,
    );
  });
}

/** A failed try: again after so many seconds, or never. The error is the program's, without personal data. */
export function failJob(data: Data, job: OutboxJob, error: string, againAfter: number | null): Promise<void> {
  const more = againAfter !== null;
  return data.inTransaction(keeper, new Date(), async (tx) => {
    await tx.rows(sql`
      UPDATE outbox SET status = ${more ? 'waiting' : 'failed'}, error = ${error.slice(0, 500)}, lease_until = NULL, rung_at = NULL,
        run_at = CASE WHEN ${more} THEN now() + make_interval(secs => ${againAfter ?? 0}) ELSE run_at END, finished_at = CASE WHEN ${more} THEN NULL ELSE now() END
      WHERE id = ${job.id} AND attempts = ${job.attempts} AND status = 'running'`);
  });
}

/** Asks for a scheduled job once for its time, however many workers' clocks strike. */
export function askForScheduled(data: Data, name: string, at: Date): Promise<void> {
  const day = dateInShanghai(at.getTime());
  return data.inTransaction(keeper, at, async (tx) => {
    tx.later({ name }, { day }, { key: `${name}:${at.toISOString().slice(0, 16)}` });
  });
}

/** For the monitor: outbox rows not done, and audit entries that wait for their place in the chain. */
export function countWaiting(data: Data): Promise<{ outbox: number; audit: number }> {
  return data.readOne(
    KEEPER,
    sql`SELECT (SELECT count(*) FROM outbox WHERE status IN ('waiting', 'running')) AS outbox, bangfu.audit_waiting() AS audit`,
  );
}
