import { sql } from '#data/sql';
import type { Work } from '../work.js';

/** A year of the working calendar: its exceptional days, where they come from, or that they are not published yet. */
export async function calendarYear(work: Work, year: number) {
  const [[covered], days] = await Promise.all([
    work.data.read<{ source: string; loadedAt: Date }>(work.actor, sql`SELECT source, loaded_at FROM calendar_year WHERE year = ${year}`),
    work.data.read<{ day: string; kind: string; name: string }>(
      work.actor,
      sql`SELECT day, kind, name FROM calendar_day WHERE day >= make_date(${year}, 1, 1) AND day <= make_date(${year}, 12, 31) ORDER BY day`,
    ),
  ]);
  return { year, covered: Boolean(covered), source: covered?.source ?? null, days, loadedAt: covered?.loadedAt ?? null };
}

export function divisions(work: Work): Promise<{ code: string; name: string; otherNames: string[] }[]> {
  return work.data.read(work.actor, sql`SELECT code, name, other_names FROM division ORDER BY code`);
}
