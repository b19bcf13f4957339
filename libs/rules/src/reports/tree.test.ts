import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, plainDate, type PlainDate } from '../shared/plain-date.js';
import { membershipsBelow, type ParentLink } from './tree.js';

const day = plainDate;
const link = (organisationId: string, parentId: string, from: string, to: string | null = null): ParentLink => ({
  organisationId,
  parentId,
  validFrom: day(from),
  validTo: to === null ? null : day(to),
});

/** Who stands below whom on one day, walked the plain way. */
function belowOn(root: string, links: readonly ParentLink[], on: PlainDate): Set<string> {
  const isFirst = (one: ParentLink): boolean =>
    links.every(
      (other) =>
        other === one ||
        other.organisationId !== one.organisationId ||
        other.validTo === other.validFrom ||
        other.validFrom > one.validFrom,
    );
  const below = new Set([root]);
  for (let grew = true; grew;) {
    grew = false;
    for (const one of links) {
      const { organisationId, parentId, validFrom, validTo } = one;
      const began = validFrom <= on || (isFirst(one) && validTo !== validFrom);
      if (below.has(parentId) && !below.has(organisationId) && began && (validTo === null || validTo > on)) {
        below.add(organisationId);
        grew = true;
      }
    }
  }
  return below;
}

test('a district merged in September counts for its old parent before and its new one after', () => {
  const found = membershipsBelow('city', [
    link('平江', 'city', '2000-01-01', '2012-09-01'),
    link('姑苏', 'city', '2012-09-01'),
    link('平江', '姑苏', '2012-09-01'),
    link('观前', '平江', '2000-01-01'),
  ]);
  const units = (on: string) =>
    found.filter((m) => m.organisationId === '观前' && m.from <= day(on) && m.to > day(on)).map((m) => m.unitId);
  expect(units('2012-08-31')).toEqual(['平江']);
  expect(units('2012-09-01')).toEqual(['姑苏']);
});

test('what is older than an organisation counts for its first place, and a place corrected on its day for none', () => {
  const found = membershipsBelow('city', [
    link('姑苏', 'city', '2012-10-26'),
    link('新建站', '相城', '2026-11-20', '2026-11-20'),
    link('相城', 'city', '2000-01-01'),
    link('新建站', '姑苏', '2026-11-20'),
  ]);
  const units = (organisation: string, on: string) =>
    found.filter((m) => m.organisationId === organisation && m.from <= day(on) && m.to > day(on)).map((m) => m.unitId);
  expect([units('姑苏', '2012-01-05'), units('新建站', '2012-01-05'), units('新建站', '2026-11-20')]).toEqual([
    ['姑苏'],
    ['姑苏'],
    ['姑苏'],
  ]);
});

test('on every day exactly the organisations below the root are members, once each', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const when = fc.integer({ min: 0, max: 40 }).map((days) => addDays(day('2012-01-01'), days));
  const links = fc
    .array(fc.record({ organisationId: name, parentId: name, validFrom: when, validTo: fc.option(when) }), { maxLength: 14 })
    .map((all) => {
      // As the table has it: one parent at a time, and nobody below itself.
      const kept: ParentLink[] = [];
      for (const made of all) {
        if (made.organisationId <= made.parentId || (made.validTo !== null && made.validTo < made.validFrom)) continue;
        const clash = kept.some(
          (k) =>
            k.organisationId === made.organisationId &&
            (k.validTo === null || k.validTo > made.validFrom) &&
            (made.validTo === null || made.validTo > k.validFrom),
        );
        if (!clash) kept.push(made);
      }
      return kept;
    });
  fc.assert(
    fc.property(links, when, (tree, on) => {
      const members = membershipsBelow('a', tree).filter((m) => m.from <= on && m.to > on);
      const expected = belowOn('a', tree, on);
      return members.length === expected.size && members.every((m) => expected.has(m.organisationId));
    }),
  );
});

test('a tree that bites its tail comes to an end', () => {
  const found = membershipsBelow('a', [link('b', 'a', '2000-01-01'), link('c', 'b', '2000-01-01'), link('b', 'c', '2000-01-01')]);
  expect(found.map((m) => m.organisationId)).toEqual(['a', 'b', 'c']);
});
