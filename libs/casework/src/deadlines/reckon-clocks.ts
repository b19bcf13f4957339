import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import { clock } from '#rules/deadlines/clock';
import type { ClockEvent } from '#rules/deadlines/clock-event';
import { inTransaction, today, type Work } from '../work.js';
import { dueAnew, ruleOf } from './run-clocks.js';

/**
 * Reckons again the running clocks whose date was estimated, which are suspended, or on whose days the calendar was changed since
 * they began (the Spring Festival of 2020 was prolonged when it had begun), under the calendar of now. A clock
 * that nobody can meet any more and whose end is a party's right is set to lapsed. Returns how many dates moved.
 */
export async function reckonClocks(work: Work, batch = 500): Promise<number> {
  const { rules, calendar } = work.clockwork;
  const on = today(work);
  let moved = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const done = await inTransaction(work, async (tx) => {
      const rows = await tx.rows<Tables['clock']>(sql`
        SELECT * FROM clock k WHERE k.id > ${after} AND k.state IN ('running', 'suspended') AND (k.estimated OR k.state = 'suspended' OR k.due_on < ${on}
          OR EXISTS (SELECT FROM calendar_day y WHERE y.loaded_at > k.created_at AND y.day > k.started_on AND y.day <= k.due_on + 31)) ORDER BY k.id LIMIT ${batch} FOR UPDATE OF k`);
      for (const row of rows) {
        const rule = ruleOf(rules, row);
        const reading = clock(rule, row.events as unknown as ClockEvent[], calendar, on);
        const state = reading.status === 'lapsed' ? 'lapsed' : reading.status === 'suspended' ? 'suspended' : 'running';
        if (reading.due === row.dueOn && reading.estimated === row.estimated && state === row.state) continue;
        await tx.update('clock', row, {
          ...dueAnew(row, reading.due, work.now),
          estimated: reading.estimated,
          state,
          ...(state === 'lapsed' && { endedOn: reading.due }),
        });
        if (reading.due !== row.dueOn) moved++;
      }
      return rows.at(-1)?.id;
    });
    if (!done) return moved;
    after = done;
  }
}
