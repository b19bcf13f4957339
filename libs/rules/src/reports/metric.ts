import type { Label } from '../shared/label.js';
import type { FactName } from './facts.js';

/** What a figure counts. 元 is held in fen; 件 are matters, 件次 contacts, 批次 visits, 人次 persons of a contact. */
export type Unit = '件' | '件次' | '批次' | '人次' | '户' | '户次' | '人' | '元';

export const unitsEn: Readonly<Record<Unit, string>> = {
  件: 'cases',
  件次: 'contacts',
  批次: 'visits',
  人次: 'persons',
  户: 'households',
  户次: 'household visits',
  人: 'persons',
  元: 'yuan',
};

/** A day by which the record had to be dealt with, and whether it was: read from its clock, or reckoned where it has none. */
export type InTime = 'accepted-in-time' | 'handled-in-time' | 'settled-late' | 'overdue';

export type Condition =
  | { readonly column: string; readonly in: readonly string[] }
  | { readonly column: string; readonly notIn: readonly string[] }
  | { readonly column: string; readonly atLeast: number }
  | { readonly column: string; readonly is: 'known' | 'true' }
  | { readonly clock: InTime };

/** A part is an amount among those that make up a payment. */
export type Measure =
  { readonly count: 'rows' } | { readonly sum: readonly string[] } | { readonly part: string } | { readonly distinct: string };

/**
 * For which spans it is worked out: by `months` of this year and the last, so that every comparison and line follows; by
 * the report's own `spans` where months cannot be added up; or only `now`, for the report's period and the same one of last year.
 */
export type Reach = 'months' | 'spans' | 'now';

export interface Metric extends Label {
  readonly id: string;
  readonly fact: FactName;
  readonly unit: Unit;
  /** The day that puts a record into a period. A stock also has the day that ends it: it counts what is open on a day. */
  readonly on: string;
  readonly until?: string;
  readonly measure: Measure;
  readonly where: readonly Condition[];
  /** Dimensions by which it is worked out, in every span of its reach. */
  readonly by: readonly string[];
  /** Dimensions that nobody compares month by month: only for the report's period and the same one of last year. */
  readonly byNow: readonly string[];
  readonly reach: Reach;
  /** Of a dimension with many codes only those that count for at least so many. */
  readonly floor?: number;
}

/** A quotient of two metrics. Its name says of what: two success rates with different denominators are two ratios. */
export interface Ratio extends Label {
  readonly id: string;
  readonly of: string;
  readonly over: string;
}

/** 反映较多的单位: an employer named this often in one period. A parameter; no rule gives a number. */
export const OFTEN = 3;

export const isStock = (metric: Metric): boolean => metric.until !== undefined;

type Shape = Pick<Metric, 'fact' | 'on' | 'until'>;
type Details = Partial<Pick<Metric, 'measure' | 'where' | 'by' | 'byNow' | 'reach' | 'floor'>>;

/** Metrics that share a record and a day. */
export function metricsOf(shape: Shape, prefix: string, common: readonly Condition[] = []) {
  return (
    id: string,
    unit: Unit,
    zh: string,
    en: string,
    { measure = { count: 'rows' }, where = [], by = [], byNow = [], reach = 'months', floor }: Details = {},
  ): Metric => ({
    ...shape,
    id: `${prefix}.${id}`,
    unit,
    zh,
    en,
    measure,
    where: [...common, ...where],
    by,
    byNow,
    reach,
    ...(floor && { floor }),
  });
}

/** What one look at the records counts: a metric in the spans of its reach, and another look for what is only split up now. */
export interface Scan {
  readonly metric: Metric;
  /** The dimensions of this scan, and whether it also counts the whole. */
  readonly by: readonly string[];
  readonly whole: boolean;
}
export function scansOf(metric: Metric): Scan[] {
  const own: Scan = { metric, by: metric.by, whole: true };
  return metric.byNow.length === 0 ? [own] : [own, { metric: { ...metric, reach: 'now' }, by: metric.byNow, whole: false }];
}

export const dimensionsOf = (metric: Metric): readonly string[] => [...metric.by, ...metric.byNow];
