import { sql } from '#data/sql';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { emptyVisit, type VisitForm } from '#rules/hardship/visits/merge-visit';
import type { VisitPurpose } from '#rules/hardship/visits/visit-codes';
import { mayOpenVisit } from '#rules/hardship/visits/visit-times';
import { refuseIf } from '#rules/shared/refusal';
import { newId } from '#runtime/ids';
import { inTransaction, mustBePermitted, today, type Work } from '../../work.js';
import { lockFile } from '../move-file.js';
import { sealForm } from './visit-row.js';

/** 入户调查: begins the one form that all who go there fill in together. Who begins it is the first of them. */
export function openVisit(work: Work, { fileId, purpose }: { fileId: string; purpose: VisitPurpose }): Promise<{ id: string }> {
  return inTransaction(work, async (tx) => {
    const file = await lockFile(tx, work, fileId);
    mustBePermitted(work.actor, 'hardship.record', { organisationId: file.organisationId, handlerId: file.handlerId });
    const [open] = await tx.rows(sql`SELECT 1 FROM hardship_visit WHERE file_id = ${fileId} AND NOT complete`);
    refuseIf(mayOpenVisit(purpose, file.status as FileStatus, open !== undefined));
    const id = newId();
    const { id: by, name: byName } = work.actor;
    const me = { name: byName, userId: by };
    const form: VisitForm = { ...emptyVisit(), fields: { visitor1: { value: me, at: work.now.toISOString(), by, byName, since: 1 } } };
    await tx.insert('hardship_visit', {
      id,
      fileId,
      organisationId: file.organisationId,
      purpose,
      visitors: JSON.stringify([me]),
      formCipher: sealForm(work, form),
      madeBy: by,
      madeByName: byName,
      madeAt: work.now,
      updatedAt: work.now,
    });
    tx.tell({
      noun: 'hardship',
      subjectId: fileId,
      organisationId: file.organisationId,
      personId: file.holderId,
      kind: 'hardship.openVisit',
      happenedOn: today(work),
    });
    tx.audit({
      type: 'hardship.visit-begun',
      subject: { noun: 'hardship', id: fileId },
      organisationId: file.organisationId,
      details: { visitId: id, purpose },
    });
    return { id };
  });
}
