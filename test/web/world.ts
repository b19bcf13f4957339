import type { Browser } from 'playwright-core';
import type { TestApi } from '../support/api.js';

/** What the parts of the browser tests share. */
export interface World {
  browser: Browser;
  url: string;
  /** The same city some days later. */
  later(days: number): Promise<TestApi>;
  /** Who brings it: another name in each run, so that a city may be used twice. */
  worker: string;
  /** Where the dispute of the caseworker's day stands. */
  disputeUrl: string;
  /** The report of the manager's day. */
  reportUrl: string;
}
