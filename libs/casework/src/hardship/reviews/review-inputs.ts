import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { CERTIFICATE_CLASS } from '#rules/hardship/codes';
import { onFileStatuses } from '#rules/hardship/file-lifecycle';
import type { PlainDate } from '#rules/shared/plain-date';
import type { FileRow } from '../household/household-of-file.js';

/** What the day of a file's next review is worked out from, as far as the file itself knows it. */
export interface FileToPlan extends FileRow {
  /** of the newest worksheet that was checked */
  sheetCipher: Buffer | null;
  /** until when its certificate holds */
  certificateUntil: PlainDate | null;
  /** memberships that began or ended since the last review */
  changes: { memberId: string; joinedOn: PlainDate | null; leftOn: PlainDate | null }[];
  /** memberships that hold now */
  members: string[];
  clockRuns: boolean;
}

/** Files on file after one id in their order, held until the end of the transaction; the day of the last review is never null. */
export function filesToPlan(tx: Transaction, after: string, most: number): Promise<FileToPlan[]> {
  return tx.rows<FileToPlan>(
    sql`${inputs} WHERE f.id > ${after} AND f.status = ANY (${[...onFileStatuses]}) ORDER BY f.id LIMIT ${most} FOR UPDATE OF f`,
  );
}

/** Those of these that are still there to be planned. */
export function filesNamed(tx: Transaction, ids: readonly string[]): Promise<FileToPlan[]> {
  return tx.rows<FileToPlan>(
    sql`${inputs} WHERE f.id = ANY (${[...ids]}) AND f.status = ANY (${[...onFileStatuses]}) ORDER BY f.id FOR UPDATE OF f`,
  );
}

export function fileToPlan(tx: Transaction, id: string): Promise<FileToPlan> {
  return tx.one<FileToPlan>(sql`${inputs} WHERE f.id = ${id} FOR UPDATE OF f`);
}

const inputs = sql`SELECT f.*,
    (SELECT w.sheet_cipher FROM hardship_worksheet w WHERE w.file_id = f.id AND w.status = 'checked' ORDER BY w.number DESC LIMIT 1) AS sheet_cipher,
    (SELECT max(c.valid_until) FROM hardship_certificate c WHERE c.file_id = f.id AND c.status IN ('valid', 'lapsed', 'lost') AND f.hardship_class = ${CERTIFICATE_CLASS}) AS certificate_until,
    coalesce((SELECT json_agg(json_build_object('memberId', m.id, 'joinedOn', m.joined_on, 'leftOn', m.left_on) ORDER BY m.id) FROM household_member m
      WHERE m.household_id = f.household_id AND greatest(m.joined_on, m.left_on) > greatest(f.reviewed_on, f.filed_on)), '[]') AS changes,
    ARRAY(SELECT m.id FROM household_member m WHERE m.household_id = f.household_id AND m.left_on IS NULL) AS members,
    EXISTS (SELECT FROM clock k WHERE k.subject_id = f.id AND k.code = 'H3' AND k.state IN ('running', 'suspended')) AS clock_runs
  FROM hardship_file f`;
