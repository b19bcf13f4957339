/** What tonight's signs of one person add to what was found before. It opens or adds; it never closes and never decides. */
import { addDays, addMonths, compareDates, earlierOf, type PlainDate } from '../../shared/plain-date.js';
import type { FinderPlan } from './finder-plan.js';
import { signKey, type Priority, type Sign } from './finder-rules.js';

export interface KeptCandidate {
  readonly signs: readonly Sign[];
  readonly dueOn: PlainDate;
  /** undefined while it is open */
  readonly closedOn: PlainDate | undefined;
}

export interface Addition {
  /** All reasons of the candidate, the most pressing first. */
  readonly signs: readonly Sign[];
  readonly added: readonly Sign[];
  readonly priority: Priority;
  readonly dueOn: PlainDate;
}

/**
 * The open candidate gets what it has not yet. Where none is open, what was closed within the year stays closed for its
 * reasons, and a new reason makes a new candidate; nothing new is nothing to do.
 */
export function whatIsNew(plan: FinderPlan, found: readonly Sign[], kept: readonly KeptCandidate[], on: PlainDate): Addition | undefined {
  const open = kept.find(({ closedOn }) => closedOn === undefined);
  const quietSince = addMonths(on, -plan.quietMonths);
  const known = kept.filter(({ closedOn }) => closedOn === undefined || closedOn > quietSince).flatMap(({ signs }) => signs.map(signKey));
  const seen = new Set(known);
  const added = found.filter((sign) => !seen.has(signKey(sign)) && seen.add(signKey(sign)));
  if (added.length === 0) return undefined;
  const signs = [...(open?.signs ?? []), ...added].sort(byUrgency);
  const priority = priorityOf(signs);
  const due = addDays(on, plan.daysToClose[priority]);
  // Something more pressing brings the day forward; a further reason never puts it off.
  return { signs, added, priority, dueOn: open ? earlierOf(open.dueOn, due) : due };
}

/** That of the most pressing reason; what two registers say independently is one step more pressing. */
export function priorityOf(signs: readonly Sign[]): Priority {
  const most = Math.min(...signs.map(({ priority }) => priority));
  const registers = new Set(signs.map(({ noun }) => noun)).size;
  return Math.max(1, registers > 1 ? most - 1 : most) as Priority;
}

function byUrgency(a: Sign, b: Sign): number {
  return a.priority - b.priority || compareDates(b.on, a.on) || a.subjectId.localeCompare(b.subjectId);
}
