import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../shared/refusal.js';
import {
  decideConflict,
  emptyVisit,
  keepLate,
  mergeVisit,
  openConflicts,
  valuesOf,
  type FieldChange,
  type VisitChange,
  type VisitForm,
} from './merge-visit.js';
import type { VisitFieldName, VisitValue } from './visit-form.js';
import { sameValue } from './visit-value.js';

let counter = 0;
const change = (
  by: string,
  base: number,
  fields: Partial<Record<VisitFieldName, VisitValue>>,
  at = '2026-11-20T01:00:00.000Z',
): VisitChange => ({
  changeId: `change ${(counter += 1)}`,
  by,
  byName: by,
  fields: Object.entries(fields).map(([name, value]) => ({ name: name as VisitFieldName, value, at, base })),
});
const merged = (form: VisitForm, ...changes: VisitChange[]): VisitForm => changes.reduce((now, one) => mergeVisit(now, one).form, form);
const started = merged(emptyVisit(), change('opener', 1, { housing: 'rented', metName: '李月', illnessNote: '肾病' }));

describe('merging', () => {
  it('takes what only one side changed', () => {
    const { form, taken, conflicts } = mergeVisit(started, change('a', started.version, { housing: 'bought', pupils: 1 }));
    expect([taken, conflicts]).toEqual([['housing', 'pupils'], []]);
    expect(valuesOf(form)).toEqual({ housing: 'bought', metName: '李月', illnessNote: '肾病', pupils: 1 });
  });

  it('keeps both sides where two changed one field differently, and neither wins', () => {
    const base = started.version;
    const form = merged(
      started,
      change('a', base, { illnessNote: '肾病，每周透析', pupils: 2 }),
      change('b', base, { illnessNote: '尿毒症', metName: '李月娥' }),
    );
    expect(openConflicts(form)).toEqual(['illnessNote']);
    expect(form.conflicts.illnessNote!.sides.map(({ value, by }) => [value, by])).toEqual([['肾病，每周透析', 'a'], ['尿毒症', 'b']]); // prettier-ignore
    expect(valuesOf(form)).toMatchObject({ pupils: 2, metName: '李月娥' });
  });

  it('counts emptying a field as a change', () => {
    const base = started.version;
    expect(openConflicts(merged(started, change('a', base, { metName: null }), change('b', base, { metName: '王' })))).toEqual(['metName']);
    expect(valuesOf(merged(started, change('a', base, { metName: null }))).metName).toBeNull();
  });

  it('finds no conflict where both wrote the same, whoever comes first', () => {
    const [a, b] = [change('a', 1, { pupils: 2 }, '2026-11-20T03:00:00.000Z'), change('b', 1, { pupils: 2 }, '2026-11-20T02:00:00.000Z')];
    for (const form of [merged(emptyVisit(), a, b), merged(emptyVisit(), b, a)])
      expect([openConflicts(form), form.fields.pupils?.by]).toEqual([[], 'b']);
  });

  it('lets a correction stand that knew what it corrects', () => {
    const first = merged(started, change('a', started.version, { metName: '王' }));
    expect(valuesOf(merged(first, change('b', first.version, { metName: '王月' }))).metName).toBe('王月');
  });

  it('adds a third side and no side twice', () => {
    const base = started.version;
    const form = merged(started, ...['甲', '乙', '丙', '乙'].map((metName, n) => change(`${n}`, base, { metName })));
    expect(form.conflicts.metName!.sides.map(({ value }) => value)).toEqual(['甲', '乙', '丙']);
  });
});

describe('deciding', () => {
  const base = started.version;
  const torn = merged(
    started,
    change('a', base, { illnessNote: '每周透析', pupils: 1 }),
    change('b', base, { illnessNote: '尿毒症', pupils: 2 }),
  );
  const who = { at: '2026-11-21T01:00:00.000Z', by: 'c', byName: 'c' };
  const decided = (field: VisitFieldName, choice: number | 'both', form = torn): VisitForm => {
    const answer = decideConflict(form, { field, choice, ...who });
    if (answer instanceof Refusal) throw answer;
    return answer;
  };

  it('takes the side that a person chose and keeps the other behind it', () => {
    const form = decided('illnessNote', 1);
    expect([openConflicts(form), valuesOf(form).illnessNote, form.fields.illnessNote?.by]).toEqual([['pupils'], '尿毒症', 'c']);
    expect(form.decided).toMatchObject([{ field: 'illnessNote', chosen: 1, by: 'c', sides: [{ value: '每周透析' }, { value: '尿毒症' }] }]);
  });

  it('can keep both texts, and never both of two numbers', () => {
    expect(valuesOf(decided('illnessNote', 'both')).illnessNote).toBe('每周透析\n尿毒症');
    expect(() => decided('pupils', 'both')).toThrow('hardship.visit-no-such-side');
    expect(() => decided('pupils', 7)).toThrow('hardship.visit-no-such-side');
    expect(() => decided('metName', 0)).toThrow('hardship.visit-no-conflict');
  });

  it('is questioned again by whoever did not know of it', () => {
    const form = mergeVisit(decided('pupils', 0), change('d', base, { pupils: 4 })).form;
    expect(form.conflicts.pupils!.sides.map(({ value }) => value)).toEqual([1, 4]);
  });
});

describe('a visit that was recorded', () => {
  it('keeps what comes late, and stays as it is', () => {
    const late = change('a', started.version, { metName: '后来的话', housing: 'rented' });
    const { form } = keepLate(started, late);
    expect(form.late).toMatchObject([{ field: 'metName', value: '后来的话', by: 'a' }]);
    expect(form.fields).toEqual(started.fields);
    expect(keepLate(form, late).form).toBe(form);
  });
});

const names = ['metName', 'illnessNote', 'needsNote', 'opinion1'] as const satisfies readonly VisitFieldName[];
const someone = fc.constantFrom('a', 'b', 'c');
const text = fc.constantFrom('一', '二', '三', null);
const written = fc.dictionary(fc.constantFrom(...names), text, { minKeys: 1, maxKeys: 4 }) as fc.Arbitrary<
  Partial<Record<VisitFieldName, VisitValue>>
>;
const at = fc.integer({ min: 0, max: 9_000 }).map((minutes) => new Date(Date.UTC(2026, 10, 20) + minutes * 60_000).toISOString());
const someChange = (base: number): fc.Arbitrary<VisitChange> =>
  fc.tuple(someone, written, at).map(([by, fields, when]) => change(by, base, fields, when));
const state = fc
  .array(fc.tuple(someone, written, at), { maxLength: 4 })
  .map((list) => list.reduce((form, [by, fields, when]) => mergeVisit(form, change(by, form.version, fields, when)).form, emptyVisit()));

/** The textbook's three ways, over values alone. */
function threeWays(base: VisitForm, ours: VisitForm, sent: VisitChange): Map<VisitFieldName, VisitValue | 'conflict'> {
  const value = (form: VisitForm, name: VisitFieldName): VisitValue => form.fields[name]?.value ?? null;
  return new Map(
    sent.fields.map(({ name, value: theirs }) => {
      const [was, mine] = [value(base, name), value(ours, name)];
      if (sameValue(mine, theirs) || sameValue(theirs, was)) return [name, mine];
      return [name, sameValue(mine, was) ? theirs : 'conflict'];
    }),
  );
}
/** A device sends only what differs from what it started from. */
const really = (base: VisitForm, one: VisitChange): VisitChange => ({
  ...one,
  fields: one.fields.filter(({ name, value }) => !sameValue(value, base.fields[name]?.value)),
});

describe('for any two who started from any form', () => {
  it('merging is what three-way merging is', () => {
    fc.assert(
      fc.property(
        state.chain((base) => fc.tuple(fc.constant(base), someChange(base.version), someChange(base.version))),
        ([base, a, b]) => {
          const ours = mergeVisit(base, really(base, a)).form;
          const theirs = really(base, b);
          const { form } = mergeVisit(ours, theirs);
          for (const [name, expected] of threeWays(base, ours, theirs)) {
            if (expected === 'conflict') expect(form.conflicts[name]?.sides).toHaveLength(2);
            else expect([form.conflicts[name], form.fields[name]?.value ?? null]).toEqual([undefined, expected]);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('the order does not matter where there is no conflict', () => {
    fc.assert(
      fc.property(
        state.chain((base) => fc.tuple(fc.constant(base), someChange(base.version), someChange(base.version))),
        ([base, a, b]) => {
          const [first, second] = [really(base, a), really(base, b)];
          const [one, other] = [merged(base, first, second), merged(base, second, first)];
          expect(openConflicts(one)).toEqual(openConflicts(other));
          const said = (form: VisitForm) => names.filter((name) => !form.conflicts[name]).map((name) => { const { since: _, ...rest } = form.fields[name] ?? { since: 0 }; return rest; }); // prettier-ignore
          expect(said(one)).toEqual(said(other));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('a change that comes again changes nothing, however late', () => {
    fc.assert(
      fc.property(
        state.chain((base) => fc.tuple(fc.constant(base), fc.array(someChange(base.version), { minLength: 1, maxLength: 5 }))),
        ([base, changes]) => {
          const form = merged(base, ...changes);
          for (const one of changes) expect(mergeVisit(form, one).form).toBe(form);
        },
      ),
    );
  });

  it('nothing that was written is lost: it stands, is a side, or was corrected by somebody who had it before the eyes', () => {
    const steps = fc.array(fc.tuple(someone, written, fc.nat({ max: 3 })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(steps, (list) => {
        let form = emptyVisit();
        const sent: (FieldChange & { arrived: number })[] = [];
        for (const [by, fields, behind] of list) {
          const one = change(by, Math.max(1, form.version - behind), fields);
          form = mergeVisit(form, one).form;
          // Two who write the same: known since the first of them.
          const since = (field: FieldChange): number =>
            sameValue(form.fields[field.name]?.value, field.value) ? (form.fields[field.name]?.since ?? form.version) : form.version;
          sent.push(...one.fields.map((field) => ({ ...field, arrived: since(field) })));
        }
        for (const { name, value, arrived } of sent) {
          const stands =
            sameValue(form.fields[name]?.value, value) || form.conflicts[name]?.sides.some((side) => sameValue(side.value, value));
          const corrected = sent.some((later) => later.name === name && later.base >= arrived);
          expect(stands || corrected || value === null).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
