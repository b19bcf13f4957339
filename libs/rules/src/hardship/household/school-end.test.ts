import { expect, it } from 'vitest';
import { schoolEnd } from './school-end.js';

it.each([
  [{ enrolledIn: 2024, schoolYears: 3 }, '2027-06-30'],
  [{ enrolledIn: 2024 }, undefined],
  [{ enrolledIn: null, schoolYears: 3 }, undefined],
  [undefined, undefined],
])('a child of %j leaves school on %s', (answers, on) => expect(schoolEnd(answers)).toBe(on));
