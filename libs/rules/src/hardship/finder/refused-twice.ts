/** A family that applied again and was refused again: either it is in need, or nobody told it why not. */
import type { PlainDate } from '../../shared/plain-date.js';
import { within, type FinderPlan } from './finder-plan.js';
import type { Sign } from './finder-rules.js';

export interface RefusedFacts {
  /** The newest application that was refused. */
  readonly fileId: string;
  /** The days of all refusals of anybody of the family, the newest first. */
  readonly refusedOn: readonly PlainDate[];
  readonly onFile: boolean;
}

export function refusedTwice(plan: FinderPlan, { fileId, refusedOn, onFile }: RefusedFacts, on: PlainDate): Sign | undefined {
  const counted = refusedOn.filter((day) => within(day, plan.refusedMonths, on));
  const [newest] = counted;
  if (onFile || newest === undefined || counted.length < plan.refusals) return undefined;
  return {
    rule: 'refused-twice',
    noun: 'hardship',
    subjectId: fileId,
    on: newest,
    priority: 1,
    facts: { times: counted.length, months: plan.refusedMonths },
  };
}
