import type { Data } from '#data/data';
import { sql } from '#data/sql';
import type { ClockRule } from '#rules/deadlines/clock-rule';
import { readClockRules, type ClockRuleRow } from '#rules/deadlines/read-rows';
import type { PlainDate } from '#rules/shared/plain-date';
import { calendarOf, type Calendar, type CalendarDay } from '#rules/shared/working-days';
import { GATE } from '#rules/access/system-actors';

/** The calendar and the clock rules in force, read from their tables and kept for a minute. */
export class Clockwork {
  private constructor(
    private current: { rules: readonly ClockRule[]; calendar: Calendar },
    private readonly data: Data,
    private readAt: number,
  ) {}

  static async read(data: Data): Promise<Clockwork> {
    return new Clockwork(await readBoth(data), data, Date.now());
  }

  get rules(): readonly ClockRule[] {
    return this.current.rules;
  }

  get calendar(): Calendar {
    return this.current.calendar;
  }

  /** Reads again what may have changed; the old rows serve until the new ones are there. */
  async refresh(maxAgeMs = 60_000): Promise<void> {
    if (Date.now() - this.readAt < maxAgeMs) return;
    this.readAt = Date.now();
    this.current = await readBoth(this.data);
  }
}

async function readBoth(data: Data): Promise<{ rules: readonly ClockRule[]; calendar: Calendar }> {
  const [rules, years, days] = await Promise.all([
    data.read<{ body: ClockRuleRow }>(GATE, sql`SELECT body FROM clock_rule ORDER BY code, version`),
    data.read<{ year: number }>(GATE, sql`SELECT year FROM calendar_year ORDER BY year`),
    data.read<{ day: PlainDate; kind: CalendarDay['kind']; name: string }>(
      GATE,
      sql`SELECT day, kind, name FROM calendar_day ORDER BY day`,
    ),
  ]);
  return {
    rules: readClockRules(rules.map((row) => row.body)),
    calendar: calendarOf({ coveredYears: years.map((row) => row.year), days }),
  };
}
