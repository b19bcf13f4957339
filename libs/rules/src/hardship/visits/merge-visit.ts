/**
 * What two people wrote into one 《入户调查表》, perhaps days apart and without network, becomes one form. Field by field: what
 * only one of them changed since they started is taken; what both changed differently is a conflict, of which both sides
 * are kept until a person has chosen. Nothing that was ever written is dropped in silence.
 */
import { refuseVisit } from './visit-refusals.js';
import { Refusal } from '../../shared/refusal.js';
import { visitField, visitFieldNames, type VisitFieldName, type VisitValue, type VisitValues } from './visit-form.js';
import { readVisitValue, sameValue } from './visit-value.js';

/** A value with who wrote it and when, by the clock of the device. */
export interface Said {
  readonly value: VisitValue;
  readonly at: string;
  readonly by: string;
  readonly byName: string;
}
/** `since`: the version of the form that brought it. */
export interface VisitEntry extends Said {
  readonly since: number;
}
export interface VisitConflict {
  readonly sides: readonly Said[];
  readonly since: number;
}
export interface DecidedConflict {
  readonly field: VisitFieldName;
  readonly sides: readonly Said[];
  readonly chosen: Choice;
  readonly at: string;
  readonly by: string;
  readonly byName: string;
}
/** What came after the visit had been recorded: kept behind the form, changes nothing in it. */
export interface LateWord extends Said {
  readonly field: VisitFieldName;
}

type ByField<Kept> = Readonly<Partial<Record<VisitFieldName, Kept>>>;

export interface VisitForm {
  readonly version: number;
  readonly fields: ByField<VisitEntry>;
  readonly conflicts: ByField<VisitConflict>;
  readonly decided: readonly DecidedConflict[];
  readonly late: readonly LateWord[];
  /** Changes that were merged: sent again, they change nothing. */
  readonly changes: readonly string[];
}

/** One field as a device changed it; `base` is the version that it had before its eyes. */
export interface FieldChange {
  readonly name: VisitFieldName;
  readonly value: VisitValue;
  readonly at: string;
  readonly base: number;
}
export interface VisitChange {
  readonly changeId: string;
  readonly by: string;
  readonly byName: string;
  readonly fields: readonly FieldChange[];
}
export interface Merged {
  readonly form: VisitForm;
  readonly taken: readonly VisitFieldName[];
  readonly conflicts: readonly VisitFieldName[];
}

const MOST_CHANGES = 1_000;

export const emptyVisit = (version = 1): VisitForm => ({ version, fields: {}, conflicts: {}, decided: [], late: [], changes: [] });

export const valuesOf = (form: VisitForm): VisitValues =>
  Object.fromEntries(Object.entries(form.fields).map(([name, entry]) => [name, (entry as VisitEntry).value]));

export const openConflicts = ({ conflicts }: Pick<VisitForm, 'conflicts'>): VisitFieldName[] =>
  visitFieldNames.filter((name) => conflicts[name]);

export function mergeVisit(form: VisitForm, change: VisitChange): Merged {
  if (isKnown(form, change)) return { form, taken: [], conflicts: [] };
  const since = form.version + 1;
  const fields = { ...form.fields };
  const conflicts = { ...form.conflicts };
  const [taken, against]: VisitFieldName[][] = [[], []];
  for (const { name, value, at, base } of change.fields) {
    const said: Said = { value, at, by: change.by, byName: change.byName };
    const [entry, conflict] = [fields[name], conflicts[name]];
    if (conflict) {
      if (conflict.sides.some((side) => sameValue(side.value, value))) continue;
      conflicts[name] = { sides: [...conflict.sides, said], since };
      against!.push(name);
    } else if (sameValue(entry?.value, value)) {
      if (entry && entry.since > base) fields[name] = { ...earlierOf(entry, said), since: entry.since };
    } else if (entry && entry.since > base) {
      const { since: _, ...theirs } = entry;
      conflicts[name] = { sides: [theirs, said], since };
      against!.push(name);
    } else {
      fields[name] = { ...said, since };
      taken!.push(name);
    }
  }
  return { form: { ...form, version: since, fields, conflicts, changes: noted(form, change) }, taken: taken!, conflicts: against! };
}

/** The visit has been recorded: the form stands as it is, and what comes now is kept behind it. */
export function keepLate(form: VisitForm, change: VisitChange): Merged {
  if (isKnown(form, change)) return { form, taken: [], conflicts: [] };
  const late = change.fields
    .filter(({ name, value }) => !sameValue(form.fields[name]?.value, value))
    .map(({ name, value, at }) => ({ field: name, value, at, by: change.by, byName: change.byName }));
  return {
    form: { ...form, version: form.version + 1, late: [...form.late, ...late], changes: noted(form, change) },
    taken: [],
    conflicts: [],
  };
}

/** A side by its place, or all of them one below the other, where the field is a text. */
export type Choice = number | 'both';

export function decideConflict(
  form: VisitForm,
  { field, choice, ...who }: { field: VisitFieldName; choice: Choice; at: string; by: string; byName: string },
): VisitForm | Refusal {
  const conflict = form.conflicts[field];
  if (!conflict) return refuseVisit('hardship.visit-no-conflict');
  const value = chosenValue(field, conflict, choice);
  if (value instanceof Refusal) return value;
  const { [field]: _, ...conflicts } = form.conflicts;
  const version = form.version + 1;
  return {
    ...form,
    version,
    fields: { ...form.fields, [field]: { value, ...who, since: version } },
    conflicts,
    decided: [...form.decided, { field, sides: conflict.sides, chosen: choice, ...who }],
  };
}

function chosenValue(field: VisitFieldName, { sides }: VisitConflict, choice: Choice): VisitValue | Refusal {
  if (choice !== 'both') return sides[choice] ? sides[choice].value : refuseVisit('hardship.visit-no-such-side');
  if (visitField(field).kind !== 'prose') return refuseVisit('hardship.visit-no-such-side');
  const texts = sides.map((side) => side.value).filter((value) => typeof value === 'string');
  return readVisitValue(field, texts.join('\n'));
}

const isKnown = (form: VisitForm, change: VisitChange): boolean => change.fields.length === 0 || form.changes.includes(change.changeId);
const noted = (form: VisitForm, { changeId }: VisitChange): string[] => [...form.changes, changeId].slice(-MOST_CHANGES);

/** Two who wrote the same: it counts as written by who wrote it first, in whatever order they arrive. */
function earlierOf(entry: VisitEntry, said: Said): Said {
  const { since: _, ...before } = entry;
  return [before.at, before.by].join(' ') <= [said.at, said.by].join(' ') ? before : said;
}
