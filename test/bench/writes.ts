/** Pairs of the same act: registering a dispute, and recording its application. */
import { movable } from './fill/cases.js';
import { accounts, disputeId, EMPLOYERS, employerId, organisationId, personId, towns } from './fill/ids.js';
import { employerName, nameOf } from './fill/people.js';
import type { Pair } from './reads.js';
import type { Scene } from './scene.js';

export async function createRequests({ ours }: Scene): Promise<Pair[]> {
  return Array.from({ length: 1000 }, (_, i) => {
    const employer = 1 + ((i * 7) % EMPLOYERS);
    const body = {
      organisationId: organisationId(towns[i % towns.length]!),
      channel: 'V',
      category: '51',
      applicantId: personId(10 + i),
      applicantName: nameOf(10 + i),
      employerId: employerId(employer),
      employerName: employerName(employer),
      request: '请求支付拖欠的工资和加班费',
      claimedFen: 1_250_000,
    };
    return {
      kind: 'register',
      ours: {
        method: 'POST',
        path: '/api/disputes',
        headers: { ...ours.sessions.reviewer, 'idempotency-key': 'bench-{n}' },
        body: JSON.stringify(body),
      },
      limit: { method: 'POST', path: '/disputes', body: JSON.stringify({ ...body, by: accounts.reviewer.id }) },
    };
  });
}

/** Every registered dispute can be moved once: half of them are for us, half for the limit. */
export async function moveRequests({ ours, large: { size } }: Scene): Promise<Pair[]> {
  const count = Math.floor(movable(size.disputes) / 2) - 1;
  return Array.from({ length: count }, (_, i) => {
    const first = size.disputes - movable(size.disputes) + 1 + 2 * i;
    return {
      kind: 'apply',
      ours: {
        method: 'POST',
        path: `/api/disputes/${disputeId(first)}/application`,
        headers: { ...ours.sessions.reviewer, 'idempotency-key': 'bench-{n}' },
        body: JSON.stringify({ version: 1, request: '请求支付拖欠的工资和加班费' }),
      },
      limit: {
        method: 'POST',
        path: `/disputes/${disputeId(first + 1)}/application`,
        body: JSON.stringify({ version: 1, by: accounts.reviewer.id }),
      },
    };
  });
}
