/** The figures of one report: what was counted, asked for by metric, span and code; every figure that is asked for is kept. */
import { dimensionsOf, isStock, type Metric, type Unit } from './metric.js';
import { metricOf } from './metrics.js';
import { dayOf, spanOf, type Periods, type Span } from './periods.js';
import { spansOf } from './spans.js';

export interface FigureFilter {
  readonly from: Span['from'];
  readonly to: Span['to'];
  /** Codes by dimension; '' is a record that says nothing. */
  readonly by: Readonly<Record<string, string>>;
}

export interface Figure {
  readonly key: string;
  readonly metric: string;
  readonly unit: Unit;
  readonly value: number;
  readonly filter: FigureFilter;
}

/** One number as it was counted: without a dimension it is the whole. */
export interface Cell {
  readonly metric: string;
  readonly span: string;
  readonly by: string | undefined;
  readonly code: string;
  readonly value: number;
}

export class Figures {
  private readonly counted = new Map<string, Map<string, Map<string, number>>>();
  private readonly kept = new Map<string, Figure>();

  constructor(
    cells: Iterable<Cell>,
    private readonly periods: Periods,
  ) {
    for (const { metric, span, by, code, value } of cells) {
      const spans = entry(this.counted, `${metric}/${by ?? ''}`, () => new Map<string, Map<string, number>>());
      const codes = entry(spans, span, () => new Map<string, number>());
      codes.set(code, (codes.get(code) ?? 0) + value);
    }
  }

  /** The figure, which from now on belongs to the report. A stock is that of the span's last day. */
  take(metricId: string, span: Span, by: Readonly<Record<string, string>> = {}): Figure {
    const metric = metricOf(metricId);
    const at = isStock(metric) ? dayOf(span) : span;
    const key = figureKey(metricId, at, by);
    return entry(this.kept, key, () => ({
      key,
      metric: metricId,
      unit: metric.unit,
      value: this.value(metric, at, by),
      filter: { from: at.from, to: at.to, by },
    }));
  }

  /** The codes of a dimension that occur in any of the spans, the most frequent in the first span first. */
  codes(metricId: string, by: string, ...spans: readonly Span[]): string[] {
    const metric = metricOf(metricId);
    const seen = new Set(spans.flatMap((span) => this.parts(metric, by, span).flatMap((codes) => [...codes.keys()])));
    const size = (code: string): number => this.value(metric, isStock(metric) ? dayOf(spans[0]!) : spans[0]!, { [by]: code });
    return [...seen]
      .map((code) => ({ code, size: size(code) }))
      .sort((a, b) => b.size - a.size || (a.code < b.code ? -1 : 1))
      .map(({ code }) => code);
  }

  taken(): Figure[] {
    return [...this.kept.values()];
  }

  private value(metric: Metric, span: Span, by: Readonly<Record<string, string>>): number {
    const [name, code] = Object.entries(by)[0] ?? [undefined, ''];
    if (name !== undefined && !dimensionsOf(metric).includes(name)) throw new Error(`${metric.id} is not counted by ${name}`);
    return this.parts(metric, name, span).reduce((sum, codes) => sum + (codes.get(code) ?? 0), 0);
  }

  /** What makes up a span: its months, or itself. What was not counted is a mistake of the report's and must not pass for nothing. */
  private parts(metric: Metric, by: string | undefined, span: Span): Map<string, number>[] {
    const spans = this.counted.get(`${metric.id}/${by ?? ''}`);
    const at = isStock(metric) ? dayOf(span) : span;
    const reach = by !== undefined && metric.byNow.includes(by) ? 'now' : metric.reach;
    const worked = spansOf({ ...metric, reach }, this.periods);
    const whole =
      reach === 'months' && !isStock(metric)
        ? worked.filter((month) => month.from >= at.from && month.to <= at.to)
        : worked.filter(({ id }) => id === at.id);
    if (whole[0]?.from !== at.from || whole.at(-1)?.to !== at.to) throw new Error(`${metric.id} was not counted for ${at.id}`);
    return whole.flatMap(({ id }) => spans?.get(id) ?? []);
  }
}

export function figureKey(metricId: string, span: Span, by: Readonly<Record<string, string>>): string {
  return [`${metricId}@${span.id}`, ...Object.entries(by).map(([name, code]) => `${name}=${code}`)].join(':');
}

/** The span that a stored filter names. */
export const spanOfFilter = ({ from, to }: FigureFilter): Span => spanOf(from, to);

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
