import { sql } from '#data/sql';
import { mayExtendMediation } from '#rules/disputes/dispute-guards';
import { refuseDispute } from '#rules/disputes/refusals';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Work } from '../work.js';
import { moveDispute, type MoveInput } from './move-dispute.js';

export interface Extension extends MoveInput {
  until: PlainDate;
  applicantSigned: boolean;
  respondentSigned: boolean;
}

/** 延期: only by both parties, and only while the fifteen days (M5) still run. */
export function extendMediation(work: Work, extension: Extension): Promise<void> {
  const { until, applicantSigned: workerSigned, respondentSigned: employerSigned } = extension;
  return moveDispute(work, 'extendMediation', extension, {
    until,
    reason: `延至${until}`,
    judge: async (dispute, on, tx) => {
      const limit = await tx.find<{ dueOn: PlainDate }>(
        sql`SELECT due_on FROM clock WHERE subject_id = ${dispute.id} AND code = 'M5' AND state = 'running'`,
      );
      return limit
        ? mayExtendMediation({ workerSigned, employerSigned, signedOn: on, due: limit.dueOn, until })
        : refuseDispute('disputes.limit-not-running');
    },
  });
}
