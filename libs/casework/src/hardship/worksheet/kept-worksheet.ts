import { sql } from '#data/sql';
import type { Secrets } from '#data/secrets';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import type { Worksheet, WorksheetLine } from '#rules/hardship/worksheet/worksheet';

export type WorksheetRow = Tables['hardship_worksheet'];
export type KeptLine = WorksheetLine & { readonly note?: string | null };

/** hardship_worksheet.sheet_cipher, opened. */
export interface KeptSheet extends Worksheet {
  readonly lines: readonly KeptLine[];
  /** Everybody who filled in a line of it: none of them checks it. */
  readonly reckonedBy: readonly string[];
}

export const openSheet = (secrets: Secrets, sealed: Buffer): KeptSheet => JSON.parse(secrets.open(sealed)) as KeptSheet;
export const sealSheet = (secrets: Secrets, sheet: KeptSheet): Buffer => secrets.seal(JSON.stringify(sheet));

/** The newest that was not dropped, whether it is finished or not. */
export function newestWorksheet(tx: Transaction, fileId: string): Promise<WorksheetRow | undefined> {
  return tx.find<WorksheetRow>(
    sql`SELECT * FROM hardship_worksheet WHERE file_id = ${fileId} AND status <> 'dropped' ORDER BY number DESC LIMIT 1`,
  );
}

export async function lockWorksheet(tx: Transaction, fileId: string, id: string): Promise<WorksheetRow> {
  return tx.one<WorksheetRow>(sql`SELECT * FROM hardship_worksheet WHERE id = ${id} AND file_id = ${fileId} FOR UPDATE`);
}
