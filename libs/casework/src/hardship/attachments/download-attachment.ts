import { openFile } from '#data/sealed-file';
import { openText } from '#data/sealed-text';
import { sql } from '#data/sql';
import { refuseAttachment } from '#rules/documents/attachment-refusals';
import { filesOf } from '../../documents/files-of.js';
import { visibleTo } from '../../visible.js';
import { inTransaction, type Work } from '../../work.js';
import type { AttachmentRow } from './attachment-row.js';
import { seesSealed } from '../in-file.js';

/** Opens a paper. It shows what the record masks, so each time is on the audit trail before a byte leaves. */
export async function downloadAttachment(work: Work, { fileId, attachmentId }: { fileId: string; attachmentId: string }) {
  const paper = await work.data.readOne<AttachmentRow>(
    work.actor,
    sql`SELECT a.* FROM attachment a WHERE a.id = ${attachmentId} AND a.subject_id = ${fileId} AND ${visibleTo(work.actor, 'hardship.read', 'a')}`,
  );
  if (!seesSealed(work.actor, paper.organisationId)) throw refuseAttachment('attachments.not-at-work');
  if (paper.removedAt) throw refuseAttachment('attachments.removed');
  const sealed = await filesOf(work).store.get(paper.hash.toString('hex'));
  const bytes = openFile(work.secrets, { sealed, keyCipher: paper.keyCipher });
  await inTransaction(work, async (tx) => {
    tx.audit({
      type: 'attachment.opened',
      subject: { noun: 'hardship', id: fileId },
      organisationId: paper.organisationId,
      details: { attachmentId, kind: paper.kind },
    });
  });
  return { fileName: openText(work.secrets, paper.fileNameCipher)!, mediaType: paper.mediaType, bytes };
}
