import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { visibleTo } from '../../visible.js';
import type { Work } from '../../work.js';

export type AttachmentRow = Tables['attachment'];

/** The paper of this very file, held for the change; one of another file is not found. */
export function lockAttachment(tx: Transaction, work: Work, fileId: string, id: string): Promise<AttachmentRow> {
  return tx.one<AttachmentRow>(
    sql`SELECT a.* FROM attachment a WHERE a.id = ${id} AND a.subject_id = ${fileId} AND ${visibleTo(work.actor, 'hardship.read', 'a')} FOR UPDATE`,
  );
}
