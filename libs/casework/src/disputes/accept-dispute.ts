import { mayAcceptDispute } from '#rules/disputes/dispute-guards';
import type { Work } from '../work.js';
import { moveDispute, type MoveInput } from './move-dispute.js';

export interface Acceptance extends MoveInput {
  inScope: boolean;
  applicantConsents: boolean;
  respondentConsents: boolean;
}

/** 受理: ends M2, starts M5. Needs scope, both parties' consent and a definite request. */
export function acceptDispute(work: Work, acceptance: Acceptance): Promise<void> {
  const { inScope, applicantConsents: workerConsents, respondentConsents: employerConsents } = acceptance;
  return moveDispute(work, 'acceptDispute', acceptance, {
    judge: (dispute) => mayAcceptDispute({ inScope, workerConsents, employerConsents, requestDefinite: Boolean(dispute.request?.trim()) }),
    changes: (_, on) => ({ acceptedOn: on }),
  });
}
