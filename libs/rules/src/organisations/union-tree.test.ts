import { expect, test } from 'vitest';
import { kindsBelow } from './union-tree.js';

test('what may be made right below what: a level may be skipped, never climbed', () => {
  expect(kindsBelow('city')).toEqual(['district', 'bureau', 'town', 'community', 'industry', 'enterprise']);
  expect(kindsBelow('bureau')).toEqual(['town', 'community', 'industry', 'enterprise']);
  expect(kindsBelow('industry')).toEqual(['enterprise']);
  expect(kindsBelow('enterprise')).toEqual([]);
});
