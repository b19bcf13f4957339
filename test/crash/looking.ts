/** How what is left after the drill is looked at. */
import type pg from 'pg';
import type { Deed } from './insisting.js';

/** What is looked at: the database past row-level security, what was acknowledged, where papers are stored, and somebody who may read the audit trail. */
export interface Aftermath {
  owner: pg.Pool;
  url: string;
  deeds: readonly Deed[];
  /** the folder of the store */
  files: string;
  auditorId: string;
}
/** Answers with the sentences of what it found. */
export type Check = (aftermath: Aftermath) => Promise<string[]>;

export const listed = (what: string, rows: readonly Record<string, unknown>[]): string[] =>
  rows.length === 0 ? [] : [`${what}: ${rows.length}, such as ${JSON.stringify(rows[0])}`];
export const none =
  (what: string, statement: string): Check =>
  async ({ owner }) =>
    listed(what, (await owner.query<Record<string, unknown>>(`${statement} LIMIT 1000`)).rows);
