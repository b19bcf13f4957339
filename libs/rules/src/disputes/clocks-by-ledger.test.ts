import { expect, it } from 'vitest';
import { plainDate } from '../shared/plain-date.js';
import { disputeClocksByLedger } from './clocks-by-ledger.js';

const [applied, accepted] = [plainDate('2012-03-05'), plainDate('2012-03-08')];

it.each([
  ['only applied for', { appliedOn: applied }, [[['M2', 'M4'], applied]]],
  [
    'accepted',
    { appliedOn: applied, acceptedOn: accepted },
    [
      [['M2', 'M4'], applied],
      [['M5'], accepted],
    ],
  ],
  ['closed', { appliedOn: applied, acceptedOn: accepted, closedOn: accepted }, []],
  ['settled and not closed', { appliedOn: applied, acceptedOn: accepted, outcome: '01' }, []],
  ['without a date', {}, []],
] as const)('a dispute of a ledger that is %s', (_, dispute, started) => {
  expect(disputeClocksByLedger(dispute).map(({ effect, on }) => [effect.start, on])).toEqual(started);
});
