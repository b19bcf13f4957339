import { sql } from '#data/sql';
import { inTransaction, type Work } from '../../work.js';
import { presentVisit } from './present-visit.js';
import { mustReadVisit, visitRows, type VisitRow } from './visit-row.js';

/** What was seen and said at a family's home. Who reads it is on record, written before anything leaves. */
export function getVisit(work: Work, id: string) {
  return inTransaction(work, async (tx) => {
    const visit = await tx.one<VisitRow>(visitRows(work.actor, 'hardship.read', sql`v.id = ${id}`));
    mustReadVisit(work.actor, visit);
    tx.audit({
      type: 'hardship.visit-read',
      subject: { noun: 'hardship', id: visit.fileId },
      organisationId: visit.organisationId,
      details: { visitId: id },
    });
    return presentVisit(work, visit);
  });
}
