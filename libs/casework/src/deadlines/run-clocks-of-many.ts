import { insertMany } from '#data/bulk';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import type { DatedEffect } from '#rules/deadlines/clock-effects';
import type { ClockEvent } from '#rules/deadlines/clock-event';
import { ruleInForce, type ClockRule } from '#rules/deadlines/clock-rule';
import { refuseIf } from '#rules/shared/refusal';
import { mayAddClockEvent } from '#rules/deadlines/may-add-event';
import type { Clockwork } from './clockwork.js';
import { clockRow, type ClockSubject } from './run-clocks.js';

/** A new case and what has happened to its clocks so far, in that order. */
export interface CaseSoFar {
  readonly subject: ClockSubject;
  readonly happened: readonly DatedEffect[];
  /** what says so, kept with every event */
  readonly document?: string;
}

/** The clocks of many new cases in one statement, each as `runClocks` would have left it after every step. */
export function runClocksOfMany(tx: Transaction, clockwork: Clockwork, cases: readonly CaseSoFar[]): Promise<void> {
  return insertMany(
    tx,
    'clock',
    cases.flatMap((one) => clocksOf(one, clockwork, tx.now)),
  );
}

function clocksOf({ subject, happened, document }: CaseSoFar, { rules, calendar }: Clockwork, now: Date): Partial<Tables['clock']>[] {
  const begun: { rule: ClockRule; events: ClockEvent[] }[] = [];
  const running = new Map<string, (typeof begun)[number]>();
  const said = document === undefined ? {} : { document };
  for (const { effect, on } of happened) {
    for (const type of ['meet', 'cancel'] as const)
      for (const code of effect[type] ?? []) {
        const one = running.get(code);
        if (!one) continue;
        const event: ClockEvent = { type: type === 'meet' ? 'met' : 'cancelled', on, ...said };
        refuseIf(mayAddClockEvent(one.rule, one.events, event, calendar));
        one.events.push(event);
        running.delete(code);
      }
    for (const code of effect.start ?? []) {
      const rule = ruleInForce(rules, code, on);
      if (!rule) continue;
      const one = { rule, events: [{ type: 'started', on, ...said }] satisfies ClockEvent[] };
      begun.push(one);
      running.set(code, one);
    }
  }
  return begun.map(({ rule, events }) => ({
    ...clockRow(rule, subject, events, calendar, now),
    // Many rows travel as one JSON value, in which these are not text once more.
    events: events as unknown as Tables['clock']['events'],
  }));
}
