import type { Data } from '#data/data';
import type { Secrets } from '#data/secrets';
import { sql } from '#data/sql';
import { actorOf } from '#casework/access/actor-of';
import type { Clockwork } from '#casework/deadlines/clockwork';
import { failJob, finishJob, keepJob, takeJob } from '#casework/jobs/leases';
import type { Work } from '#casework/work';
import { KEEPER } from '#rules/access/system-actors';
import { Refusal } from '#rules/shared/refusal';
import type { Files } from '#runtime/files/open-files';
import type { Logger } from '#runtime/logger';
import { jobsDone } from '#runtime/metrics';
import type { Handler } from './handlers.js';

export interface Bench {
  data: Data;
  secrets: Secrets;
  clockwork: Clockwork;
  files: Files;
  logger: Logger;
  handlers: ReadonlyMap<string, Handler>;
  signal: AbortSignal;
}

class Cancelled extends Error {}

/** What was only away is waited for as long as it takes, and a refusal will be the same next time; anything else is tried so many times. */
function againAfter(error: unknown, { attempts }: { attempts: number }, most: { attempts: number; backoff: number }): number | null {
  if (error instanceof Refusal) return error.text.kind === 'unavailable' ? AWAY_SECONDS : null;
  return attempts < most.attempts ? most.backoff * 2 ** (attempts - 1) : null;
}
const AWAY_SECONDS = 5;

/** Does one outbox job: takes its lease, works on behalf of who asked, and says what came of it. Ringing for it twice does it once. */
export async function runJob(bench: Bench, id: string): Promise<void> {
  const { data, secrets, clockwork, files, logger, handlers, signal } = bench;
  const [row] = await data.read<{ job: string }>(KEEPER, sql`SELECT job FROM outbox WHERE id = ${id}`);
  const handler = row && handlers.get(row.job);
  if (!handler) return;
  const { lease, attempts, backoff } = handler.job;
  const job = await takeJob(data, id, lease);
  if (!job) return;
  let percent = 0;
  let lost = false;
  const beat = setInterval(
    () => {
      keepJob(data, job, lease, percent).then(
        (kept) => (lost ||= !kept),
        () => undefined,
      );
    },
    Math.max(1_000, (lease * 1000) / 4),
  );
  try {
    await clockwork.refresh();
    const actor = await actorOf(data, job.requestedBy ?? KEEPER.id);
    const work: Work = { data, secrets, clockwork, files, actor, now: new Date() };
    await handler.run(work, job.payload, {
      signal,
      async progress(now) {
        percent = now;
        if (lost) throw new Cancelled();
      },
    });
    await finishJob(data, job);
    jobsDone.inc({ job: job.job, result: 'done' });
  } catch (error) {
    if (error instanceof Cancelled) return;
    const sentence = error instanceof Refusal ? `${error.code}: ${error.sentence('zh')}` : String((error as Error)?.message ?? error);
    logger.error(
      { job: job.job, id, attempt: job.attempts, error: error instanceof Refusal ? error.code : (error as Error)?.stack },
      'job failed',
    );
    jobsDone.inc({ job: job.job, result: 'failed' });
    await failJob(data, job, sentence, againAfter(error, job, { attempts, backoff }));
  } finally {
    clearInterval(beat);
  }
}
