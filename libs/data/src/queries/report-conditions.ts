/** How a metric reads in SQL. Counting and listing go through these same pieces, so a figure and its rows cannot differ. */
import { earlierOf, laterOf } from '#rules/shared/plain-date';
import { facts, type FactName } from '#rules/reports/facts';
import { isStock, type Condition, type InTime, type Metric } from '#rules/reports/metric';
import type { Span } from '#rules/reports/periods';
import type { Membership } from '#rules/reports/tree';
import { joined, raw, sql, type Sql } from '../sql.js';

/** Days allowed where a record carries no clock of its own, as an imported one does not. */
export interface Limits {
  readonly X2: number;
  readonly X3: number;
  readonly M5: number;
}

/** Of which organisations, and what was known when. */
export interface Scope {
  readonly memberships: readonly Membership[];
  readonly asOf: Date;
  readonly limits: Limits;
}

/** Names of columns come from our own lists and nowhere else; this is the wall behind that. */
export function column(name: string, alias = 'f'): Sql {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`Not a column: ${name}`);
  return raw(`${alias}.${name}`);
}

/** The day whose tree decides: the record's own, or the one on which a stock is taken. */
const treeDay = (metric: Metric): Sql => (isStock(metric) ? raw('s.last_day') : column(metric.on));

/** The versions that held at the moment, of the records that stood below the root on their day; s are the spans. */
export function versionsIn(metric: Metric, spans: readonly Span[], { memberships }: Scope, names: readonly string[] = []): Sql {
  const withEmployer = names.some((name) => facts[metric.fact].dimensions[name]?.of === 'employer');
  return sql`${raw(`history.${metric.fact}`)} f ${overSpans(metric, spans)}
    JOIN unnest(${memberships.map((m) => m.organisationId)}::uuid[], ${memberships.map((m) => m.unitId)}::uuid[], ${memberships.map((m) => m.from)}::date[], ${memberships.map((m) => m.to)}::date[])
      AS t(organisation_id, unit_id, valid_from, valid_to) ON t.organisation_id = f.organisation_id AND ${treeDay(metric)} >= t.valid_from AND ${treeDay(metric)} < t.valid_to
    ${withEmployer ? raw('LEFT JOIN employer e ON e.id = f.employer_id') : raw('')}`;
}

export const byMonth = (metric: Metric): boolean => metric.reach === 'months' && !isStock(metric);

/** Months follow from the day itself; other spans may overlap, and a record then counts in each. */
function overSpans(metric: Metric, spans: readonly Span[]): Sql {
  if (byMonth(metric)) return raw('');
  const until = isStock(metric)
    ? sql`<= s.last_day AND (${column(metric.until!)} IS NULL OR ${column(metric.until!)} > s.last_day)`
    : raw('BETWEEN s.first_day AND s.last_day');
  return sql`JOIN unnest(${spans.map((span) => span.from)}::date[], ${spans.map((span) => span.to)}::date[]) WITH ORDINALITY AS s(first_day, last_day, n) ON ${column(metric.on)} ${until}`;
}

export const spanNumber = (metric: Metric, spans: readonly Span[]): Sql =>
  byMonth(metric) ? sql`width_bucket(${column(metric.on)}, ${spans.map((span) => span.from)}::date[])` : raw('s.n');

/** All that any of the spans can need, so that an index finds it, and only what was known at the moment. */
export function within(metric: Metric, spans: readonly Span[], asOf: Date): Sql {
  const last = spans.reduce((day, span) => laterOf(day, span.to), spans[0]!.to);
  const first = spans.reduce((day, span) => earlierOf(day, span.from), spans[0]!.from);
  const known = sql`f.recorded_at <= ${asOf} AND f.superseded_at > ${asOf}`;
  if (!isStock(metric)) return sql`${column(metric.on)} >= ${first}::date AND ${column(metric.on)} <= ${last}::date AND ${known}`;
  return sql`${column(metric.on)} <= ${last}::date AND (${column(metric.until!)} IS NULL OR ${column(metric.until!)} > ${first}::date) AND ${known}`;
}

/** Text of a dimension's code; a record that says nothing has ''. */
export function codeOf(fact: FactName, name: string): Sql {
  const dimension = facts[fact].dimensions[name];
  if (!dimension) throw new Error(`${fact} has no dimension ${name}`);
  if (dimension.of === 'tree') return raw('t.unit_id::text');
  if (name === 'employer') return raw(`coalesce(f.employer_id::text, f.employer_name, '')`);
  return sql`coalesce(${column(dimension.column, dimension.of === 'employer' ? 'e' : 'f')}, '')`;
}

/** Everything that the metric demands of a row, apart from its period. */
export function conditionsOf(where: readonly Condition[], limits: Limits): Sql {
  return where.length === 0
    ? raw('true')
    : joined(
        where.map((condition) => conditionOf(condition, limits)),
        ' AND ',
      );
}

function conditionOf(condition: Condition, limits: Limits): Sql {
  if ('clock' in condition) return clockSays(condition.clock, limits);
  const name = column(condition.column);
  if ('in' in condition) return sql`${name} = ANY (${[...condition.in]}::text[])`;
  if ('notIn' in condition) return sql`${name} <> ALL (${[...condition.notIn]}::text[])`;
  if ('atLeast' in condition) return sql`${name} >= ${condition.atLeast}`;
  return condition.is === 'known' ? sql`${name} IS NOT NULL` : name;
}

/** What the record's clock says; a record without one is judged by its dates and the length in force. */
function clockSays(what: InTime, { X2, X3, M5 }: Limits): Sql {
  const ended = (code: string, verdict: Sql): Sql =>
    sql`(SELECT ${verdict} FROM clock c WHERE c.subject_id = f.id AND c.code = ${code} AND c.state <> 'cancelled')`;
  switch (what) {
    case 'accepted-in-time':
      return sql`coalesce(${ended('X2', raw('bool_and(coalesce(c.ended_on, f.accepted_on) <= c.due_on)'))}, f.accepted_on <= f.registered_on + ${X2}::int)`;
    case 'handled-in-time':
      return sql`coalesce(${ended('X3', raw('bool_and(coalesce(c.ended_on, f.closed_on) <= c.due_on)'))}, f.closed_on <= f.accepted_on + ${X3}::int)`;
    case 'settled-late':
      return sql`coalesce(${ended('M5', raw('bool_or(coalesce(c.ended_on, f.closed_on) > c.due_on)'))}, f.closed_on > f.accepted_on + ${M5}::int)`;
    case 'overdue':
      return sql`coalesce((SELECT bool_or(c.due_on < s.last_day AND (c.ended_on IS NULL OR c.ended_on > s.last_day)) FROM clock c WHERE c.subject_id = f.id AND c.code IN ('X2', 'X3') AND c.state <> 'cancelled'),
        CASE WHEN f.accepted_on <= s.last_day THEN f.accepted_on + ${X3}::int ELSE f.registered_on + ${X2}::int END < s.last_day)`;
  }
}

/** What a row adds to the figure. */
export function amountOf(metric: Metric): Sql {
  if ('part' in metric.measure) return sql`coalesce((f.parts->>${metric.measure.part}::text)::bigint, 0)`;
  if (!('sum' in metric.measure)) return raw('1');
  return joined(
    metric.measure.sum.map((name) => sql`coalesce(${column(name)}, 0)`),
    ' + ',
  );
}

export function aggregateOf(metric: Metric, where: readonly Condition[], limits: Limits): Sql {
  const { measure } = metric;
  const over =
    'sum' in measure || 'part' in measure
      ? sql`sum(${amountOf(metric)})`
      : 'distinct' in measure
        ? sql`count(DISTINCT ${column(measure.distinct)})`
        : raw('count(*)');
  return where.length === 0 ? over : sql`${over} FILTER (WHERE ${conditionsOf(where, limits)})`;
}
