import { sql } from '#data/sql';
import { refuseFile } from '#rules/hardship/file-refusals';
import type { Tables } from '#data/tables';
import { visibleTo } from '../../visible.js';
import { inTransaction, whyNotPermitted, type Work } from '../../work.js';

const readers = ['hardship.check', 'hardship.review', 'hardship.approve'] as const;

/** What the verification centre found, for those who decide by it. That it was read is on record. */
export function readVerification(
  work: Work,
  { fileId, verificationId }: { fileId: string; verificationId: string },
): Promise<{ id: string; findings: string }> {
  return inTransaction(work, async (tx) => {
    const row = await tx.one<Tables['hardship_verification']>(
      sql`SELECT v.* FROM hardship_verification v WHERE v.id = ${verificationId} AND v.file_id = ${fileId} AND ${visibleTo(work.actor, 'hardship.read', 'v')}`,
    );
    const reasons = readers.map((permission) => whyNotPermitted(work.actor, permission, { organisationId: row.organisationId }));
    if (reasons.every(Boolean)) throw reasons[0]!;
    if (!row.findingsCipher) throw refuseFile('hardship.verification-missing');
    tx.audit({
      type: 'hardship.verification-read',
      subject: { noun: 'hardship', id: fileId },
      organisationId: row.organisationId,
      details: { verificationId },
    });
    return { id: row.id, findings: work.secrets.open(row.findingsCipher) };
  });
}
