import { maskPersonName } from '#rules/shared/identifiers/person-name';
import { openConflicts, valuesOf, type Said, type VisitForm } from '#rules/hardship/visits/merge-visit';
import { missingOf, visitFieldNames, visitorsOf } from '#rules/hardship/visits/visit-form';
import { mayCompleteVisit } from '#rules/hardship/visits/visit-times';
import { refuseVisit } from '#rules/hardship/visits/visit-refusals';
import type { Judgement } from '#rules/shared/refusal';
import { action, type ActionView } from '../../actions.js';
import { whyNotPermitted, type Actor, type Work } from '../../work.js';
import { mayStillChange, openForm, type VisitRow } from './visit-row.js';

const said = ({ value, at, by, byName }: Said): Said => ({ value, at, by, byName });

/** The form with what is missing, what is torn, and what this person may do with it now. */
export function presentVisit(work: Work, row: VisitRow, form: VisitForm = openForm(work, row)) {
  const { id, fileId, purpose, complete, visitedOn, photos, fileStatus, fileNumber, organisationName, madeByName, updatedAt } = row;
  return {
    id,
    fileId,
    fileNumber,
    fileStatus,
    purpose,
    version: form.version,
    complete,
    over: !mayStillChange(row),
    visitedOn,
    visitors: visitorsOf(valuesOf(form)).map(({ name, userId }) => ({ name, userId })),
    holderName: maskPersonName(row.holderName),
    organisationName,
    madeByName,
    updatedAt,
    photos,
    fields: visitFieldNames.flatMap((name) => {
      const entry = form.fields[name];
      return entry ? [{ name, ...said(entry), since: entry.since }] : [];
    }),
    conflicts: openConflicts(form).map((name) => ({ name, sides: form.conflicts[name]!.sides.map(said) })),
    decided: form.decided.map(({ field, sides, chosen, at, byName }) => ({ field, sides: sides.map(said), chosen, at, byName })),
    late: form.late.map((word) => ({ field: word.field, ...said(word) })),
    missing: missingOf(valuesOf(form), photos),
    actions: visitActions(work.actor, row, form),
  };
}

function visitActions(actor: Actor, row: VisitRow, form: VisitForm): ActionView[] {
  const barred = whyNotPermitted(actor, 'hardship.record', row);
  const over = mayStillChange(row) ? undefined : refuseVisit('hardship.visit-over');
  const undecided: Judgement = openConflicts(form).length === 0 ? refuseVisit('hardship.visit-no-conflict') : undefined;
  return [
    action('takeVisitAlong', barred ?? over),
    action('mergeVisit', barred ?? over),
    action('decideVisitConflict', barred ?? over ?? undecided),
    action('completeVisit', barred ?? over ?? (row.complete ? refuseVisit('hardship.visit-done') : mayCompleteVisit(form, row.photos))),
  ];
}
