import { isStock, type Metric } from './metric.js';
import { dayOf, type Periods, type Span } from './periods.js';

/** Which spans a metric is worked out for. A figure of any other was never counted, and is not nothing. */
export function spansOf(metric: Metric, { kind, now, before, lastYear, toDate, lastYearToDate, months, lastYearMonths }: Periods): Span[] {
  if (isStock(metric)) return once([now, before, lastYear, ...(kind === 'year' ? months : [])].map((span) => span && dayOf(span)));
  if (metric.reach === 'months') return [...lastYearMonths, ...months];
  return once(metric.reach === 'spans' ? [now, before, lastYear, toDate, lastYearToDate] : [now, lastYear]);
}

const once = (spans: readonly (Span | undefined)[]): Span[] => [
  ...new Map(spans.flatMap((span) => (span ? [[span.id, span] as const] : []))).values(),
];
