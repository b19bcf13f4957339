import { Data } from '#data/data';
import { openKeyRing } from '#data/key-ring';
import { Clockwork } from '#casework/deadlines/clockwork';
import { definitions } from '#jobs/definitions';
import { openFiles } from '#runtime/files/open-files';
import { makeLogger } from '#runtime/logger';
import type { Settings } from '#runtime/settings';
import { handlers } from './registry.js';
import type { Bench } from './run-job.js';

/** Opens what the worker stands on, and refuses to begin while a job that can be asked for has nobody to do it. */
export async function takeUpBench(settings: Settings, signal: AbortSignal): Promise<Bench> {
  const byName = new Map(handlers.map((handler) => [handler.job.name, handler]));
  const orphans = definitions.filter((job) => !byName.has(job.name)).map((job) => job.name);
  if (orphans.length > 0) throw new Error(`No handler for ${orphans.join(', ')}`);
  const data = new Data({
    url: settings.DATABASE_URL,
    ...(settings.DATABASE_READ_URL && { readUrl: settings.DATABASE_READ_URL }),
    pool: settings.DATABASE_POOL,
    program: 'bangfu worker',
  });
  await data.mustBeBound();
  const secrets = await openKeyRing(data, settings.BANGFU_KEY);
  return {
    data,
    secrets,
    clockwork: await Clockwork.read(data),
    files: openFiles(settings),
    logger: makeLogger('worker', settings.LOG_LEVEL),
    handlers: byName,
    signal,
  };
}
