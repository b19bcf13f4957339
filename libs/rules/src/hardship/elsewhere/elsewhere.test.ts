import { expect, it } from 'vitest';
import { plainDate } from '../../shared/plain-date.js';
import { mustHaveAskedElsewhere } from './elsewhere.js';

const today = plainDate('2026-11-20');

it.each([
  ['never', null, true],
  ['on the day', '2026-11-20', false],
  ['thirty days ago', '2026-10-21', false],
  ['thirty-one days ago', '2026-10-20', true],
])('lets a file be approved when it was asked %s: %s', (_, askedOn, refused) => {
  const why = mustHaveAskedElsewhere({ askedOn: askedOn === null ? null : plainDate(askedOn), today });
  expect(why?.code).toBe(refused ? 'hardship.elsewhere-unasked' : undefined);
});
