import { refuseData } from '#data/refusals';
import { sealText } from '#data/sealed-text';
import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { refuseAttachment } from '#rules/documents/attachment-refusals';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { mayRemoveAttachment } from '#rules/hardship/attachments/may-remove-attachment';
import { refuseIf } from '#rules/shared/refusal';
import { visibleTo } from '../../visible.js';
import { inTransaction, mustBePermitted, today, type Work } from '../../work.js';
import { lockAttachment } from './attachment-row.js';
import { openSheet } from '../worksheet/kept-worksheet.js';

export interface Removal {
  fileId: string;
  attachmentId: string;
  version: number;
  reason: string;
}

/** Takes a paper out of the file, with a reason: the row and what was stored stay, nobody opens it any more. */
export function removeAttachment(work: Work, { fileId, attachmentId, version, reason }: Removal): Promise<void> {
  return inTransaction(work, async (tx) => {
    // The file first: a worksheet is signed under the same lock.
    const file = await tx.one<Tables['hardship_file']>(
      sql`SELECT f.* FROM hardship_file f WHERE f.id = ${fileId} AND ${visibleTo(work.actor, 'hardship.read', 'f')} FOR UPDATE`,
    );
    const paper = await lockAttachment(tx, work, fileId, attachmentId);
    mustBePermitted(work.actor, 'hardship.record', { organisationId: paper.organisationId });
    if (paper.version !== version) throw refuseData('data.changed-meanwhile');
    if (paper.removedAt) throw refuseAttachment('attachments.removed');
    refuseIf(
      mayRemoveAttachment({
        status: file.status as FileStatus,
        inConsent: await restsAConsent(tx, attachmentId),
        inWorksheet: await restsAWorksheet(tx, work, fileId, attachmentId),
      }),
    );
    await tx.update('attachment', paper, {
      removedAt: work.now,
      removedBy: work.actor.id,
      removedReasonCipher: sealText(work.secrets, reason),
    });
    tx.tell({
      noun: 'hardship',
      subjectId: fileId,
      organisationId: paper.organisationId,
      personId: paper.personId ?? file.holderId,
      kind: 'hardship.removeAttachment',
      happenedOn: today(work),
      noteCipher: sealText(work.secrets, reason),
    });
    const subject = { noun: 'hardship', id: fileId };
    tx.audit({
      type: 'attachment.removed',
      subject,
      organisationId: paper.organisationId,
      details: { attachmentId, kind: paper.kind },
    });
  });
}

async function restsAConsent(tx: Transaction, attachmentId: string): Promise<boolean> {
  return Boolean(
    await tx.find(sql`SELECT 1 AS one FROM hardship_consent c WHERE c.attachment_id = ${attachmentId} AND c.withdrawn_on IS NULL`),
  );
}

/** Which papers a worksheet names is sealed with it. */
async function restsAWorksheet(tx: Transaction, work: Work, fileId: string, attachmentId: string): Promise<boolean> {
  const sheets = await tx.rows<{ sheetCipher: Buffer }>(
    sql`SELECT w.sheet_cipher FROM hardship_worksheet w WHERE w.file_id = ${fileId} AND w.status IN ('signed', 'checked')`,
  );
  return sheets.some(({ sheetCipher }) => openSheet(work.secrets, sheetCipher).lines.some(({ voucherId }) => voucherId === attachmentId));
}
