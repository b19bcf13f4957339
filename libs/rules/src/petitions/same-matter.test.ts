import { expect, test } from 'vitest';
import { plainDate } from '../shared/plain-date.js';
import { sameMatter, type Contact } from './same-matter.js';

const contact = (on: string, more: Partial<Contact> = {}): Contact => ({
  registeredOn: plainDate(on),
  subject: '20',
  detail: '51',
  id: 'a',
  phone: '1',
  ...more,
});
const first = contact('2012-01-12');

test.each<[string, Contact, boolean]>([
  ['the same person and matter', contact('2012-02-01'), true],
  ['known by telephone alone', contact('2012-02-01', { id: null }), true],
  ['known by ID alone', contact('2012-02-01', { phone: null }), true],
  ['two IDs on one telephone', contact('2012-02-01', { id: 'b' }), false],
  ['nobody known', contact('2012-02-01', { id: null, phone: null }), false],
  ['another subject', contact('2012-02-01', { subject: '02' }), false],
  ['another issue', contact('2012-02-01', { detail: null }), false],
  ['before the first', contact('2012-01-11'), false],
  ['on the last day of the year after', contact('2013-01-11'), true],
  ['later', contact('2013-01-12'), false],
])('%s', (_, later, expected) => expect(sameMatter(first, later)).toBe(expected));
