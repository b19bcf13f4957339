import { refuseData } from '#data/refusals';
import { decideConflict, type Choice } from '#rules/hardship/visits/merge-visit';
import type { VisitFieldName } from '#rules/hardship/visits/visit-form';
import { refuseVisit } from '#rules/hardship/visits/visit-refusals';
import { Refusal } from '#rules/shared/refusal';
import { inTransaction, mustBePermitted, type Work } from '../../work.js';
import { presentVisit } from './present-visit.js';
import { lockVisit, mayStillChange, openForm, writeForm } from './visit-row.js';

/** Two wrote differently: a person chooses. What was not chosen is kept with the decision. */
export function decideVisitConflict(
  work: Work,
  { visitId, version, field, choice }: { visitId: string; version: number; field: VisitFieldName; choice: Choice },
) {
  return inTransaction(work, async (tx) => {
    const visit = await lockVisit(tx, work, visitId);
    mustBePermitted(work.actor, 'hardship.record', visit);
    if (visit.version !== version) throw refuseData('data.changed-meanwhile');
    if (!mayStillChange(visit)) throw refuseVisit('hardship.visit-over');
    const form = decideConflict(openForm(work, visit), {
      field,
      choice,
      at: work.now.toISOString(),
      by: work.actor.id,
      byName: work.actor.name,
    });
    if (form instanceof Refusal) throw form;
    await writeForm(tx, work, visit, form, false);
    tx.audit({
      type: 'hardship.visit-decided',
      subject: { noun: 'hardship', id: visit.fileId },
      organisationId: visit.organisationId,
      details: { visitId, field },
    });
    return presentVisit(work, { ...visit, complete: false, version: form.version, updatedAt: work.now }, form);
  });
}
