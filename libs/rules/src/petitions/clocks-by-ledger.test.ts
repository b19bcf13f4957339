import { expect, it } from 'vitest';
import { plainDate } from '../shared/plain-date.js';
import { petitionClocksByLedger, type LedgerPetition } from './clocks-by-ledger.js';
import { petitionStatuses } from './petition-lifecycle.js';

const [registeredOn, acceptedOn] = [plainDate('2012-03-05'), plainDate('2012-03-08')];
const started = (petition: LedgerPetition) => petitionClocksByLedger(petition).map(({ effect, on }) => [effect.start, on]);

it('a petition of a ledger has the clocks of the steps that its dates tell of', () => {
  expect(started({ status: 'registered', registeredOn })).toEqual([[['X1', 'X2'], registeredOn]]);
  expect(started({ status: 'registered', registeredOn, anonymous: true })).toEqual([[['X1'], registeredOn]]);
  expect(started({ status: 'accepted', registeredOn, acceptedOn })).toEqual([
    [['X1', 'X2'], registeredOn],
    [['X3'], acceptedOn],
  ]);
});

it('and none once it is closed, answered or with another office', () => {
  expect(started({ status: 'accepted', registeredOn, acceptedOn, result: 'granted_pending' })).toEqual([]);
  expect(started({ status: 'accepted', registeredOn, acceptedOn, closedOn: acceptedOn })).toEqual([]);
  for (const status of Object.keys(petitionStatuses).filter((one) => one !== 'registered' && one !== 'accepted'))
    expect(started({ status, registeredOn, acceptedOn }), status).toEqual([]);
});
