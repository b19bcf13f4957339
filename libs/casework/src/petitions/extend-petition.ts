import { sql } from '#data/sql';
import type { PlainDate } from '#rules/shared/plain-date';
import { mayExtendPetition } from '#rules/petitions/petition-guards';
import { ruleOf } from '../deadlines/run-clocks.js';
import type { Work } from '../work.js';
import { movePetition, type MoveInput } from './move-petition.js';

/** 延期: by the head of the office, before X3 ends, by at most what the rule in force allows; the petitioner is told why. */
export function extendPetition(
  work: Work,
  { days, reason, petitionerTold, ...input }: MoveInput & { days: number; reason: string; petitionerTold: boolean },
): Promise<void> {
  return movePetition(work, 'extend', input, {
    permission: 'petition.extend',
    judge: async (petition, on, tx) => {
      const clock = await tx.one<{ dueOn: PlainDate; ruleId: string; code: string }>(
        sql`SELECT due_on, rule_id, code FROM clock WHERE subject_id = ${petition.id} AND code = 'X3' AND state IN ('running', 'suspended')`,
      );
      const mostDays = ruleOf(work.clockwork.rules, clock).extend?.mostDays ?? 0;
      return mayExtendPetition({ approvedByHead: petitionerTold, reason, approvedOn: on, due: clock.dueOn, days, mostDays });
    },
    reason,
    days,
  });
}
