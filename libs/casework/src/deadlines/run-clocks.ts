import type { Tables } from '#data/tables';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { clock } from '#rules/deadlines/clock';
import type { ClockEffect } from '#rules/deadlines/clock-effects';
import type { ClockEvent } from '#rules/deadlines/clock-event';
import { clockRuleId, ruleInForce, type ClockRule } from '#rules/deadlines/clock-rule';
import { mayAddClockEvent } from '#rules/deadlines/may-add-event';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { newId } from '#runtime/ids';
import type { Clockwork } from './clockwork.js';

/** The case whose clocks run: who owns them is who handles the case. */
export interface ClockSubject {
  noun: 'dispute' | 'petition' | 'hardship' | 'legal-aid';
  id: string;
  organisationId: string;
  ownerId?: string | null;
}

interface Happening {
  on: PlainDate;
  /** for an extension: until when, or by how many of the rule's days */
  until?: PlainDate;
  days?: number;
}

/**
 * Does to a case's clocks what its move says, in the move's own transaction. A clock that the move names but that does
 * not run is left alone; a start for which no enabled rule held on that day starts nothing.
 */
export async function runClocks(
  tx: Transaction,
  { rules, calendar }: Clockwork,
  subject: ClockSubject,
  effect: ClockEffect,
  happening: Happening,
): Promise<void> {
  const { suspend = [], resume = [] } = effect;
  const touched = [...(effect.meet ?? []), ...(effect.cancel ?? []), ...(effect.extend ?? []), ...suspend, ...resume];
  if (touched.length > 0) {
    // What happened in time may be recorded after a right has been noted as lapsed: it stops that clock all the same.
    const running = await tx.rows<Tables['clock']>(
      sql`SELECT * FROM clock WHERE subject_id = ${subject.id} AND code = ANY (${touched})
            AND (state IN ('running', 'suspended') OR state = 'lapsed' AND code = ANY (${[...suspend]}) AND due_on >= ${happening.on}) ORDER BY id FOR UPDATE`,
    );
    for (const row of running) await add(tx, row, eventFor(row.code, effect, happening), { rules, calendar } as Clockwork);
  }
  const starting = (effect.start ?? []).flatMap((code) => ruleInForce(rules, code, happening.on) ?? []);
  if (starting.length > 0) {
    await tx.insert(
      'clock',
      starting.map((rule) => clockRow(rule, subject, [{ type: 'started', on: happening.on }], calendar, tx.now)),
    );
  }
}

/** The same start for many cases at once, each on its own day. */
export async function startClocks(
  tx: Transaction,
  { rules, calendar }: Clockwork,
  code: string,
  starting: readonly { subject: ClockSubject; on: PlainDate }[],
): Promise<void> {
  const rows = starting.flatMap(({ subject, on }) => {
    const rule = ruleInForce(rules, code, on);
    return rule ? [clockRow(rule, subject, [{ type: 'started', on }], calendar, tx.now)] : [];
  });
  await tx.insert('clock', rows);
}

/** A clock as its events so far leave it: of one that has ended the last of them says how and when. */
export function clockRow(
  rule: ClockRule,
  subject: ClockSubject,
  events: readonly ClockEvent[],
  calendar: Clockwork['calendar'],
  now: Date,
): Partial<Tables['clock']> {
  const [first, last] = [events[0]!, events.at(-1)!];
  const reading = clock(rule, events, calendar, last.on);
  const ended = last.type === 'met' || last.type === 'cancelled';
  return {
    id: newId(now.getTime()),
    noun: subject.noun,
    subjectId: subject.id,
    organisationId: subject.organisationId,
    code: rule.code,
    ruleId: clockRuleId(rule),
    startedOn: first.on,
    dueOn: reading.due,
    estimated: reading.estimated,
    state: ended ? last.type : 'running',
    endedOn: ended ? last.on : null,
    events: JSON.stringify(events),
    ownerId: subject.ownerId ?? null,
    createdAt: now,
  };
}

function eventFor(code: string, effect: ClockEffect, { on, until, days }: Happening): ClockEvent {
  if (effect.meet?.includes(code)) return { type: 'met', on };
  if (effect.cancel?.includes(code)) return { type: 'cancelled', on };
  if (effect.suspend?.includes(code)) return { type: 'suspended', on };
  if (effect.resume?.includes(code)) return { type: 'resumed', on };
  return until ? { type: 'extended', on, to: until } : { type: 'extended', on, days: days ?? 0 };
}

async function add(tx: Transaction, row: Tables['clock'], event: ClockEvent, { rules, calendar }: Clockwork): Promise<void> {
  const rule = ruleOf(rules, row);
  const events = row.events as unknown as ClockEvent[];
  refuseIf(mayAddClockEvent(rule, events, event, calendar));
  const next = [...events, event];
  const reading = clock(rule, next, calendar, event.on);
  const ended = event.type === 'met' || event.type === 'cancelled';
  await tx.update('clock', row, {
    events: JSON.stringify(next),
    ...dueAnew(row, reading.due, tx.now),
    estimated: reading.estimated,
    state: stateAfter(event, row.state),
    endedOn: ended ? event.on : null,
  });
}

/** The end of a clock, and with a new one the end that was known until now. */
export function dueAnew(row: Pick<Tables['clock'], 'dueOn' | 'dueBefore'>, dueOn: PlainDate, now: Date): Partial<Tables['clock']> {
  if (dueOn === row.dueOn) return {};
  const before = (row.dueBefore ?? []) as { until: Date | string; dueOn: PlainDate }[];
  return { dueOn, dueBefore: JSON.stringify([...before, { until: now, dueOn: row.dueOn }]) };
}

/** The state that is stored; whether time has run out is reckoned each night. */
function stateAfter({ type }: ClockEvent, before: string): string {
  if (type === 'met' || type === 'cancelled' || type === 'suspended') return type;
  return type === 'resumed' ? 'running' : before;
}

/** The very row by which a clock was reckoned: an old clock is never read with a new rule. */
export function ruleOf(rules: readonly ClockRule[], row: { ruleId: string; code: string }): ClockRule {
  const rule = rules.find((candidate) => clockRuleId(candidate) === row.ruleId);
  if (!rule) throw new Error(`The clock rule ${row.ruleId} is not in the table`);
  return rule;
}

/** Hands a case's running clocks to the person who handles it now. */
export async function handClocksTo(tx: Transaction, subjectId: string, ownerId: string): Promise<void> {
  await tx.rows(
    sql`UPDATE clock SET owner_id = ${ownerId}, version = version + 1 WHERE subject_id = ${subjectId} AND state IN ('running', 'suspended')`,
  );
}
