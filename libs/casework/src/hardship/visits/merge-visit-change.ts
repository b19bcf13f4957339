import { sql } from '#data/sql';
import { keepLate, mergeVisit, type FieldChange, type Merged } from '#rules/hardship/visits/merge-visit';
import type { VisitFieldName } from '#rules/hardship/visits/visit-form';
import { refuseVisit } from '#rules/hardship/visits/visit-refusals';
import { readVisitValue } from '#rules/hardship/visits/visit-value';
import { Refusal } from '#rules/shared/refusal';
import { inTransaction, mustBePermitted, type Work } from '../../work.js';
import { presentVisit } from './present-visit.js';
import { lockVisit, mayStillChange, openForm, writeForm, type VisitRow } from './visit-row.js';

export interface VisitUpload {
  visitId: string;
  clientId: string;
  changeId: string;
  fields: readonly { name: string; value: unknown; at: string; base: number }[];
}

/**
 * Takes in what a device changed since it last heard of the form, and answers with the form as it is now. Nothing is refused for
 * being late: what cannot go into the form any more is kept behind it.
 */
export function mergeVisitChange(work: Work, { visitId, clientId, changeId, fields }: VisitUpload) {
  return inTransaction(work, async (tx) => {
    const visit = await lockVisit(tx, work, visitId);
    mustBePermitted(work.actor, 'hardship.record', visit);
    const before = openForm(work, visit);
    const change = { changeId, by: work.actor.id, byName: work.actor.name, fields: read(fields, visit, work.now) };
    const [other] = await tx.rows(sql`SELECT 1 FROM hardship_visit WHERE file_id = ${visit.fileId} AND id <> ${visitId} AND NOT complete`);
    const late = !mayStillChange(visit) || (visit.complete && other !== undefined);
    const merged: Merged = late ? keepLate(before, change) : mergeVisit(before, change);
    const { form, taken, conflicts } = merged;
    const told = { taken, conflicts, late: late && form !== before };
    if (form === before) return { outcome: told, visit: presentVisit(work, visit) };
    // A form that was complete is to be looked at again when something was added.
    const complete = visit.complete && (late || taken.length + conflicts.length === 0);
    await writeForm(tx, work, visit, form, complete);
    tx.audit({
      type: 'hardship.visit-merged',
      subject: { noun: 'hardship', id: visit.fileId },
      organisationId: visit.organisationId,
      details: { visitId, clientId, changeId, fields: change.fields.map(({ name }) => name), conflicts: [...conflicts], late },
    });
    return { outcome: told, visit: presentVisit(work, { ...visit, complete, version: form.version, updatedAt: work.now }, form) };
  });
}

/** A device's clock may go wrong, and a version that was never given cannot be known. */
function read(fields: VisitUpload['fields'], visit: VisitRow, now: Date): FieldChange[] {
  const latest = now.toISOString();
  return fields.map(({ name, value, at, base }) => {
    if (base > visit.version) throw refuseVisit('hardship.visit-base-unknown', { field: name });
    const fit = readVisitValue(name, value);
    if (fit instanceof Refusal) throw fit;
    const when = new Date(at).toISOString();
    return { name: name as VisitFieldName, value: fit, at: when < latest ? when : latest, base };
  });
}
