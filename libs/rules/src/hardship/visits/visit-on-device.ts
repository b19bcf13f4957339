/**
 * A visit taken along on a telephone: what the server last said, what has been changed here since, and what is on its way. It
 * knows for each changed field which version was before the writer's eyes, so that the server can tell a correction from a
 * conflict; a request whose answer was lost is sent again under its own name.
 */
import type { FieldChange, VisitForm } from './merge-visit.js';
import { visitFieldNames, type VisitFieldName, type VisitValue, type VisitValues } from './visit-form.js';
import { sameValue } from './visit-value.js';

export interface Pending {
  readonly value: VisitValue;
  readonly at: string;
  readonly base: number;
}
export interface Sending {
  readonly changeId: string;
  readonly fields: readonly FieldChange[];
}
export interface VisitOnDevice {
  readonly form: VisitForm;
  readonly changed: Readonly<Partial<Record<VisitFieldName, Pending>>>;
  readonly sending: Sending | null;
}

export const takenAlong = (form: VisitForm): VisitOnDevice => ({ form, changed: {}, sending: null });

const sentOf = ({ sending }: VisitOnDevice, name: VisitFieldName): FieldChange | undefined =>
  sending?.fields.find((field) => field.name === name);

/** What the page shows in a field: the newest that was written here, else what is on its way, else what the server has. */
export function shownValue(device: VisitOnDevice, name: VisitFieldName): VisitValue {
  const written = device.changed[name] ?? sentOf(device, name);
  return written ? written.value : (device.form.fields[name]?.value ?? null);
}

export const shownValues = (device: VisitOnDevice): VisitValues =>
  Object.fromEntries(visitFieldNames.map((name) => [name, shownValue(device, name)]));

export function pendingFields(device: VisitOnDevice): VisitFieldName[] {
  return visitFieldNames.filter((name) => device.changed[name] || sentOf(device, name));
}

/** Written back to what it was, a field is not changed at all. */
export function noteChange(device: VisitOnDevice, name: VisitFieldName, value: VisitValue, at: string): VisitOnDevice {
  const { [name]: before, ...others } = device.changed;
  const sent = sentOf(device, name);
  if (sameValue(sent ? sent.value : device.form.fields[name]?.value, value)) return { ...device, changed: others };
  return { ...device, changed: { ...others, [name]: { value, at, base: before?.base ?? device.form.version } } };
}

/** Puts together what goes out; what is on its way already goes first, and alone. Nothing where nothing is to be sent. */
export function prepareSending(device: VisitOnDevice, changeId: string): VisitOnDevice {
  if (device.sending) return device;
  const fields = visitFieldNames.flatMap((name) => {
    const pending = device.changed[name];
    return pending ? [{ name, ...pending }] : [];
  });
  return fields.length === 0 ? device : { ...device, changed: {}, sending: { changeId, fields } };
}

/**
 * What the server says the form is now. `sent`: it answers what was on its way, and not a mere question. What was written
 * meanwhile stays, and where the server took what went before it, it builds on that.
 */
export function takeAnswer(device: VisitOnDevice, form: VisitForm, sent: boolean): VisitOnDevice {
  const sending = sent ? null : device.sending;
  if (form.version < device.form.version) return { ...device, sending };
  const changed: Partial<Record<VisitFieldName, Pending>> = {};
  for (const name of visitFieldNames) {
    const pending = device.changed[name];
    if (!pending) continue;
    const settled = form.conflicts[name] ? undefined : (form.fields[name]?.value ?? null);
    const before = sent ? sentOf(device, name) : undefined;
    if (settled !== undefined && !before && sameValue(settled, pending.value)) continue;
    const taken = before !== undefined && settled !== undefined && sameValue(settled, before.value);
    changed[name] = taken ? { ...pending, base: form.version } : pending;
  }
  return { form, changed, sending };
}
