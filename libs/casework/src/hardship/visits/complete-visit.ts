import { refuseData } from '#data/refusals';
import { valuesOf } from '#rules/hardship/visits/merge-visit';
import { refuseVisit } from '#rules/hardship/visits/visit-refusals';
import { mayCompleteVisit } from '#rules/hardship/visits/visit-times';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { inTransaction, mustBePermitted, today, type Work } from '../../work.js';
import { presentVisit } from './present-visit.js';
import { lockVisit, mayStillChange, openForm, writeForm } from './visit-row.js';

/** 填写完成: nothing is missing, nothing undecided. Recording the visit on the file is a move of its own. */
export function completeVisit(work: Work, { visitId, version }: { visitId: string; version: number }) {
  return inTransaction(work, async (tx) => {
    const visit = await lockVisit(tx, work, visitId);
    mustBePermitted(work.actor, 'hardship.record', visit);
    if (visit.version !== version) throw refuseData('data.changed-meanwhile');
    if (!mayStillChange(visit)) throw refuseVisit('hardship.visit-over');
    if (visit.complete) throw refuseVisit('hardship.visit-done');
    const before = openForm(work, visit);
    refuseIf(mayCompleteVisit(before, visit.photos));
    const form = { ...before, version: before.version + 1 };
    await writeForm(tx, work, visit, form, true);
    tx.tell({
      noun: 'hardship',
      subjectId: visit.fileId,
      organisationId: visit.organisationId,
      personId: visit.holderId,
      kind: 'hardship.completeVisit',
      happenedOn: (valuesOf(form).visitedOn as PlainDate | null) ?? today(work),
    });
    tx.audit({
      type: 'hardship.visit-completed',
      subject: { noun: 'hardship', id: visit.fileId },
      organisationId: visit.organisationId,
      details: { visitId },
    });
    return presentVisit(work, { ...visit, complete: true, version: form.version, updatedAt: work.now }, form);
  });
}
