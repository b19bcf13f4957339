import type { Tables } from '#data/tables';
import { raw, sql, type Sql } from '#data/sql';
import type { ClockRule } from '#rules/deadlines/clock-rule';
import { laterOf, type PlainDate } from '#rules/shared/plain-date';

/** What hangs on every case, read in the case's own statement: its clocks, its timeline, and in lists the clock that matters. */

export type ClockPart = Pick<
  Tables['clock'],
  'id' | 'code' | 'ruleId' | 'startedOn' | 'dueOn' | 'estimated' | 'state' | 'endedOn' | 'events'
>;

export function clocksOf(alias: string): Sql {
  return sql`coalesce((SELECT json_agg(json_build_object('id', k.id, 'code', k.code, 'ruleId', k.rule_id, 'startedOn', k.started_on, 'dueOn', k.due_on, 'estimated', k.estimated,
    'state', k.state, 'endedOn', k.ended_on, 'events', k.events) ORDER BY k.state NOT IN ('running', 'suspended'), k.due_on, k.id) FROM clock k WHERE k.subject_id = ${raw(alias)}.id), '[]')`;
}

export interface ActivityPart {
  id: string;
  noun: string;
  subjectId: string;
  kind: string;
  happenedOn: PlainDate;
  recordedAt: string;
  actorName: string;
  fromStatus: string | null;
  toStatus: string | null;
  note: string | null;
}

/** The newest lines first; older ones than these are on the one-person page. */
export function timelineOf(alias: string): Sql {
  return sql`coalesce((SELECT json_agg(t) FROM (
    SELECT y.id, y.noun, y.subject_id AS "subjectId", y.kind, y.happened_on AS "happenedOn", y.recorded_at AS "recordedAt", y.actor_name AS "actorName", y.from_status AS "fromStatus",
           y.to_status AS "toStatus", y.note FROM activity y WHERE y.subject_id = ${raw(alias)}.id ORDER BY y.recorded_at DESC, y.id DESC LIMIT 200) t), '[]')`;
}

/** `last_moved_on` of a case: when it came to the status that it has, as far as somebody moved it here. */
export const lastMovedOn = (alias: string): Sql =>
  raw(`(SELECT max(m.happened_on) FROM activity m WHERE m.subject_id = ${alias}.id AND m.to_status IS NOT NULL) AS last_moved_on`);

/** The latest of the days that are known. */
export const lastOf = (days: readonly (PlainDate | null)[]): PlainDate => days.reduce((a, b) => (a && b ? laterOf(a, b) : (a ?? b)))!;

/**
 * The name of a case's place, for a page of a list: looked up row by row. A join would read every organisation first, lose the order and
 * sort the page again.
 */
export const placeName = (alias: string, name: 'name' | 'short_name' = 'short_name'): Sql =>
  raw(`(SELECT o.${name} FROM organisation o WHERE o.id = ${alias}.organisation_id) AS organisation_name`);

/** `clock` of a list row, for `lampOfClock`: what the office itself has to do before what a party may do, the nearest first. */
export function nearestClock(alias: string, rules: readonly ClockRule[]): Sql {
  return sql`LATERAL (SELECT json_build_object('code', k.code, 'dueOn', k.due_on, 'ruleId', k.rule_id) AS clock, k.due_on FROM clock k
    WHERE k.subject_id = ${raw(alias)}.id AND k.state IN ('running', 'suspended') ORDER BY k.code <> ALL (${officeClocks(rules)}), k.due_on, k.id LIMIT 1)`;
}

/** Whether an office's own clock of the case runs out between two days. */
export function clockDue(alias: string, noun: string, rules: readonly ClockRule[], from: PlainDate | null, to: PlainDate): Sql {
  return sql`EXISTS (SELECT FROM clock k WHERE k.subject_id = ${raw(alias)}.id AND k.noun = ${noun} AND k.state IN ('running', 'suspended') AND k.due_on <= ${to}
    AND (${from}::date IS NULL OR k.due_on >= ${from}) AND k.code = ANY (${officeClocks(rules)}))`;
}

const known = new WeakMap<readonly ClockRule[], string[]>();

/** A party's right that lapses is not an office that is late. */
function officeClocks(rules: readonly ClockRule[]): string[] {
  const codes = known.get(rules) ?? [...new Set(rules.filter((rule) => rule.holder === 'office').map((rule) => rule.code))];
  known.set(rules, codes);
  return codes;
}
