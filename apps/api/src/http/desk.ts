import type { Data } from '#data/data';
import type { Secrets } from '#data/secrets';
import type { Clockwork } from '#casework/deadlines/clockwork';
import type { Logger } from '#runtime/logger';
import type { Files } from '#runtime/files/open-files';
import type { Settings } from '#runtime/settings';

/** What the api holds while it runs; handed to whoever needs it. */
export interface Desk {
  data: Data;
  secrets: Secrets;
  clockwork: Clockwork;
  files: Files;
  settings: Settings;
  logger: Logger;
  startedAt: Date;
  /** whether the demo city is loaded: then the sign-in page offers its accounts */
  isDemo(): Promise<boolean>;
}
export const DESK = Symbol('desk');
