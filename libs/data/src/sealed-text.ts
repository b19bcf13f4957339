import type { Secrets } from './secrets.js';
import { raw, type Sql } from './sql.js';

/**
 * What somebody typed about a family, as its row keeps it: sealed, and nothing where nothing was said. It is opened for the answer
 * to who may read the row, and goes nowhere else: not into the audit trail, a job, a log line.
 */
export function sealText(secrets: Pick<Secrets, 'seal'>, text: string | null | undefined): Buffer | null {
  return text ? secrets.seal(text) : null;
}

export function openText(secrets: Pick<Secrets, 'open'>, sealed: Uint8Array | string | null): string | null {
  if (sealed === null) return null;
  return secrets.open(typeof sealed === 'string' ? Buffer.from(sealed, 'base64') : sealed);
}

/** A sealed column inside a json value, for `withOpened`. */
export const sealedIn = (column: string): Sql => raw(`encode(${column}, 'base64')`);

/** Rows out of a json column, with what is sealed in these fields opened. */
export function withOpened<Row extends object, Key extends keyof Row>(
  secrets: Pick<Secrets, 'open'>,
  rows: readonly Row[],
  ...keys: readonly Key[]
): Row[] {
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(keys.map((key) => [key, openText(secrets, row[key] as string | null)])),
  }));
}
