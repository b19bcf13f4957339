import { Data } from '#data/data';
import { openKeyRing } from '#data/key-ring';
import { sql } from '#data/sql';
import { demoAccounts } from '#rules/access/demo-accounts';
import { GATE } from '#rules/access/system-actors';
import { Clockwork } from '#casework/deadlines/clockwork';
import { openFiles } from '#runtime/files/open-files';
import { makeLogger } from '#runtime/logger';
import type { Settings } from '#runtime/settings';
import type { Desk } from './desk.js';

/** Opens what the api stands on; fails with a sentence if the database does not answer or has not been set up. */
export async function takeUpDesk(settings: Settings): Promise<Desk> {
  const logger = makeLogger('api', settings.LOG_LEVEL);
  const data = new Data({
    url: settings.DATABASE_URL,
    ...(settings.DATABASE_READ_URL && { readUrl: settings.DATABASE_READ_URL }),
    pool: settings.DATABASE_POOL,
    program: 'bangfu api',
  });
  await data.mustBeBound();
  const secrets = await openKeyRing(data, settings.BANGFU_KEY);
  const clockwork = await Clockwork.read(data);
  const isDemo = async (): Promise<boolean> => {
    if (settings.NODE_ENV === 'production') return false;
    return (await data.read(GATE, sql`SELECT 1 FROM "user" WHERE username = ${demoAccounts[0].username}`)).length > 0;
  };
  return { data, secrets, clockwork, files: openFiles(settings), settings, logger, startedAt: new Date(), isDemo };
}
