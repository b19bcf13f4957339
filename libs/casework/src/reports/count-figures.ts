import type { Data } from '#data/data';
import { countings, type CountedRow } from '#data/queries/report-cells';
import type { Scope } from '#data/queries/report-conditions';
import type { Metric } from '#rules/reports/metric';
import { Figures } from '#rules/reports/figures';
import { metrics } from '#rules/reports/metrics';
import type { Periods } from '#rules/reports/periods';

/** Counts every metric of a report. `tell` hears how far it is, from 0 to 1. */
export async function countFigures(
  data: Data,
  reader: { readonly id: string },
  periods: Periods,
  scope: Scope,
  tell: (done: number) => Promise<void> | void = () => undefined,
  which: readonly Metric[] = metrics,
): Promise<Figures> {
  const wanted = countings(which, periods, scope);
  const cells = [];
  for (const [done, counting] of wanted.entries()) {
    cells.push(...counting.read(await data.readSlowly<CountedRow>(reader, counting.statement)));
    await tell((done + 1) / wanted.length);
  }
  return new Figures(cells, periods);
}
