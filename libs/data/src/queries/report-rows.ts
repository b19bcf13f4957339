/** The rows behind a figure: the metric's own conditions, listed instead of counted, under whoever's rights read them. */
import { facts } from '#rules/reports/facts';
import { isStock, type Metric } from '#rules/reports/metric';
import type { FigureFilter } from '#rules/reports/figures';
import { dayOf, spanOf } from '#rules/reports/periods';
import type { PlainDate } from '#rules/shared/plain-date';
import { joined, raw, sql, type Sql } from '../sql.js';
import { amountOf, codeOf, column, conditionsOf, recordsIn, type Scope } from './report-conditions.js';

export interface FigureRowFound {
  id: string;
  number: string | null;
  title: string | null;
  about: string;
  on: PlainDate;
  organisationId: string;
  organisationName: string;
  status: string | null;
  amount: number;
}

/** Every row that the reader may see, once; of what is counted distinct, the first that was registered. */
function behind(metric: Metric, filter: FigureFilter, scope: Scope, visible: Sql): Sql {
  const fact = facts[metric.fact];
  const span = isStock(metric) ? dayOf(spanOf(filter.from, filter.to)) : spanOf(filter.from, filter.to);
  // One span, so that months need no bucket of their own.
  const single: Metric = { ...metric, reach: 'now' };
  const names = Object.keys(filter.by);
  const narrowed = Object.entries(filter.by).map(([name, code]) => sql`${codeOf(metric.fact, name)} = ${code}`);
  const records = recordsIn(single, [span], scope, names);
  const distinct = 'distinct' in metric.measure ? sql`DISTINCT ON (${column(metric.measure.distinct)})` : raw('');
  const order = 'distinct' in metric.measure ? sql`ORDER BY ${column(metric.measure.distinct)}, ${column(metric.on)}, f.id` : raw('');
  const text = (name: string | undefined): Sql => (name ? column(name) : raw('NULL::text'));
  return sql`
    SELECT ${distinct} f.id, ${text(fact.number)} AS number, ${text(fact.title)} AS title, ${codeOf(metric.fact, fact.about)} AS about,
           ${column(metric.on)} AS "on", f.organisation_id, ${text(fact.status)} AS status, (${amountOf(metric)})::bigint AS amount
    FROM ${records.from}
    WHERE ${joined([records.where, conditionsOf(metric.where, scope), ...narrowed, visible], ' AND ')} ${order}`;
}

export interface Place {
  readonly on: string;
  readonly id: string;
}

/** A page of them, the latest first. Rows that add nothing, such as a dispute without an amount, stay out of a sum. */
export function figureRows(
  metric: Metric,
  filter: FigureFilter,
  scope: Scope,
  visible: Sql,
  { after, limit }: { after?: Place | undefined; limit: number },
): Sql {
  const from = after ? sql`AND (r."on", r.id) < (${after.on}::date, ${after.id}::uuid)` : raw('');
  return sql`
    SELECT r.*, o.name AS organisation_name FROM (${behind(metric, filter, scope, visible)}) r JOIN organisation o ON o.id = r.organisation_id
    WHERE r.amount <> 0 ${from} ORDER BY r."on" DESC, r.id DESC LIMIT ${limit}`;
}

/** What they add up to, and how many they are. */
export function figureTotal(metric: Metric, filter: FigureFilter, scope: Scope, visible: Sql): Sql {
  return sql`SELECT coalesce(sum(r.amount), 0) AS amount, count(*) FILTER (WHERE r.amount <> 0) AS rows FROM (${behind(metric, filter, scope, visible)}) r`;
}

/** The rows that weigh most, for the lists of a report. */
export function heaviestRows(metric: Metric, filter: FigureFilter, scope: Scope, limit: number): Sql {
  return sql`
    SELECT r.*, o.name AS organisation_name FROM (${behind(metric, filter, scope, raw('true'))}) r JOIN organisation o ON o.id = r.organisation_id
    ORDER BY r.amount DESC, r."on", r.id LIMIT ${limit}`;
}
