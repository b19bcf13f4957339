import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import { inTransaction, mustBePermitted, type Work } from '../../work.js';
import { visibleTo } from '../../visible.js';

export interface ObjectionText {
  id: string;
  objector: string | null;
  content: string;
  finding: string | null;
}

/** What somebody objected, and who, for those who check objections. That it was read is on record. */
export function readObjection(work: Work, { fileId, objectionId }: { fileId: string; objectionId: string }): Promise<ObjectionText> {
  return inTransaction(work, async (tx) => {
    const row = await tx.one<Tables['hardship_objection']>(
      sql`SELECT o.* FROM hardship_objection o WHERE o.id = ${objectionId} AND o.file_id = ${fileId} AND ${visibleTo(work.actor, 'hardship.read', 'o')}`,
    );
    mustBePermitted(work.actor, 'hardship.review', { organisationId: row.organisationId });
    tx.audit({
      type: 'hardship.objection-read',
      subject: { noun: 'hardship', id: fileId },
      organisationId: row.organisationId,
      details: { objectionId },
    });
    const { secrets } = work;
    return {
      id: row.id,
      objector: row.objectorCipher && secrets.open(row.objectorCipher),
      content: secrets.open(row.contentCipher),
      finding: row.findingCipher && secrets.open(row.findingCipher),
    };
  });
}
