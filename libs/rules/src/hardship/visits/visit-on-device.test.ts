import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideConflict, emptyVisit, mergeVisit, openConflicts, type FieldChange, type VisitForm } from './merge-visit.js';
import { noteChange, pendingFields, prepareSending, shownValue, takeAnswer, takenAlong, type VisitOnDevice } from './visit-on-device.js';
import type { VisitFieldName, VisitValue } from './visit-form.js';
import { sameValue } from './visit-value.js';

const T = '2026-11-20T01:00:00.000Z';
const write = (device: VisitOnDevice, name: VisitFieldName, value: VisitValue): VisitOnDevice => noteChange(device, name, value, T);
const deliver = (form: VisitForm, device: VisitOnDevice, by: string): VisitForm =>
  device.sending ? mergeVisit(form, { ...device.sending, by, byName: by }).form : form;
const filled = (by: string, form: VisitForm, name: VisitFieldName, value: VisitValue): VisitForm =>
  mergeVisit(form, { changeId: `${by} ${form.version}`, by, byName: by, fields: [{ name, value, at: T, base: form.version }] }).form;

describe('on a telephone', () => {
  it('a field shows what was written last, and writing it back is no change', () => {
    const start = takenAlong(filled('x', emptyVisit(), 'metName', '李月'));
    const device = write(start, 'metName', '李月娥');
    expect([shownValue(device, 'metName'), pendingFields(device)]).toEqual(['李月娥', ['metName']]);
    expect(pendingFields(write(device, 'metName', '李月'))).toEqual([]);
  });

  it('what is on its way is sent again under its own name until it is answered', () => {
    const device = prepareSending(write(takenAlong(emptyVisit()), 'metName', '李'), 'one');
    expect(prepareSending(write(device, 'pupils', 1), 'two').sending?.changeId).toBe('one');
    const form = deliver(emptyVisit(), device, 'a');
    expect(deliver(form, device, 'a')).toBe(form);
    expect(pendingFields(takeAnswer(device, form, true))).toEqual([]);
  });

  it('typing on while it is sent is no quarrel with oneself', () => {
    const sent = write(prepareSending(write(takenAlong(emptyVisit()), 'metName', '李'), 'one'), 'metName', '李月');
    const form = deliver(emptyVisit(), sent, 'a');
    const next = prepareSending(takeAnswer(sent, form, true), 'two');
    const after = deliver(form, next, 'a');
    expect([openConflicts(after), after.fields.metName?.value]).toEqual([[], '李月']);
  });

  it('but it is one with a colleague who was quicker', () => {
    const sent = write(prepareSending(write(takenAlong(emptyVisit()), 'pupils', 1), 'one'), 'metName', '李月');
    const form = filled('b', deliver(emptyVisit(), sent, 'a'), 'metName', '王');
    const answered = takeAnswer(sent, form, true);
    expect(shownValue(answered, 'metName')).toBe('李月');
    expect(openConflicts(deliver(form, prepareSending(answered, 'two'), 'a'))).toEqual(['metName']);
  });

  it('an answer to a question does not count for what is on its way, and an old one changes nothing', () => {
    const device = prepareSending(write(takenAlong(emptyVisit(3)), 'metName', '李'), 'one');
    expect(takeAnswer(device, emptyVisit(4), false).sending).toEqual(device.sending);
    expect(takeAnswer(device, emptyVisit(2), true).form.version).toBe(3);
  });
});

/** Telephones that write, send, lose requests and answers, and are answered late, against one server. */
const names = ['metName', 'illnessNote', 'needsNote'] as const satisfies readonly VisitFieldName[];
const step = fc.record({
  who: fc.constantFrom(0, 1, 2),
  does: fc.oneof(
    { weight: 4, arbitrary: fc.constant('write' as const) },
    fc.constantFrom('send', 'request lost', 'answer lost', 'write while sending', 'ask', 'decide'),
  ),
  name: fc.constantFrom(...names),
  word: fc.integer({ min: 1, max: 4 }),
});

describe('any number of telephones on any network', () => {
  it('end with the same form, and every word that was written stands, is a side, was chosen against, or was corrected by who saw it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let form = emptyVisit();
        let n = 0;
        const devices = [0, 1, 2].map(() => takenAlong(form));
        const arrived: (FieldChange & { version: number })[] = [];
        const act = (who: number, does: (typeof steps)[number]['does'], name: VisitFieldName, word: number): void => {
          const by = `${who}`;
          const device = devices[who]!;
          if (does === 'write') devices[who] = write(device, name, `${who}:${word}`);
          if (does === 'ask') devices[who] = takeAnswer(device, form, false);
          if (does === 'decide' && form.conflicts[name]) {
            const decided = decideConflict(form, { field: name, choice: word % 2, at: T, by, byName: by });
            form = decided as VisitForm;
          }
          if (!['send', 'request lost', 'answer lost', 'write while sending'].includes(does)) return;
          const sending = prepareSending(device, `change ${(n += 1)}`);
          devices[who] = does === 'write while sending' ? write(sending, name, `${who}:${word}`) : sending;
          if (!sending.sending || does === 'request lost') return;
          const before = form;
          form = deliver(form, sending, by);
          // What is sent again under its name arrived when it first came, and may have been corrected since.
          if (form !== before) arrived.push(...sending.sending.fields.map((field) => ({ ...field, version: form.version })));
          if (does !== 'answer lost') devices[who] = takeAnswer(devices[who]!, form, true);
        };
        for (const { who, does, name, word } of steps) act(who, does, name, word);
        for (let round = 0; round < 3; round += 1) for (const who of [0, 1, 2]) act(who, 'send', 'metName', 1);
        for (const who of [0, 1, 2]) devices[who] = takeAnswer(devices[who]!, form, false);

        for (const device of devices) {
          expect(pendingFields(device)).toEqual([]);
          expect(device.form).toEqual(form);
        }
        for (const { name, value, version } of arrived) {
          const sides = [
            ...(form.conflicts[name]?.sides ?? []),
            ...form.decided.filter(({ field }) => field === name).flatMap((one) => one.sides),
          ];
          const kept = sameValue(form.fields[name]?.value, value) || sides.some((side) => sameValue(side.value, value));
          const corrected = arrived.some((later) => later.name === name && later.base >= version);
          expect(kept || corrected, `${name} ${String(value)}`).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
