/** How a metric reads in SQL. Counting and listing go through these same pieces, so a figure and its rows cannot differ. */
import { earlierOf, laterOf, type PlainDate } from '#rules/shared/plain-date';
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

/** What a verdict on a record's time needs of it. */
type Known = Pick<Scope, 'asOf' | 'limits'>;

/** Names of columns come from our own lists and nowhere else; this is the wall behind that. */
export function column(name: string, alias = 'f'): Sql {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`Not a column: ${name}`);
  return raw(`${alias}.${name}`);
}

export interface Records {
  /** f the records, t their place in the tree, s the span where it is not simply the month, e the employer where it is needed */
  readonly from: Sql;
  readonly where: Sql;
  /** which of the spans, from 1 */
  readonly span: Sql;
}

/** The versions that held at the moment, of the records of the spans that stood below the root on their day. */
export function recordsIn(metric: Metric, spans: readonly Span[], scope: Scope, names: readonly string[] = []): Records {
  const stock = isStock(metric);
  const months = metric.reach === 'months' && !stock;
  const { memberships, asOf } = scope;
  // The places by themselves let an index find the rows; the join then says when they belonged where.
  const known = sql`f.organisation_id = ANY (${[...new Set(memberships.map((m) => m.organisationId))]}::uuid[]) AND f.recorded_at <= ${asOf} AND f.superseded_at > ${asOf}`;
  const where = sql`${stock ? openDuring(metric, spans) : happenedIn(metric, spans)} AND ${known}`;
  const table = raw(`history.${metric.fact}`);
  // A stock is looked up once for all its days: OFFSET 0 keeps the planner from looking it up for each.
  const records = stock ? sql`(SELECT f.* FROM ${table} f WHERE ${where} OFFSET 0) f` : sql`${table} f`;
  const days = stock
    ? sql`${column(metric.on)} <= s.last_day AND (${column(metric.until!)} IS NULL OR ${column(metric.until!)} > s.last_day)`
    : sql`${column(metric.on)} BETWEEN s.first_day AND s.last_day`;
  const over = months
    ? raw('')
    : sql`JOIN unnest(${spans.map((span) => span.from)}::date[], ${spans.map((span) => span.to)}::date[]) WITH ORDINALITY AS s(first_day, last_day, n) ON ${days}`;
  // Where nothing was moved while the spans lasted, the place alone decides, and the planner guesses better.
  const moved = memberships.some(({ from, to }) => from > firstOf(spans) || to <= lastOf(spans));
  const on = stock ? raw('s.last_day') : column(metric.on);
  const then = moved ? sql` AND ${on} >= t.valid_from AND ${on} < t.valid_to` : raw('');
  const employer = names.some((name) => facts[metric.fact].dimensions[name]?.of === 'employer')
    ? raw('LEFT JOIN employer e ON e.id = f.employer_id')
    : raw('');
  return {
    from: sql`${records} ${over}
    JOIN unnest(${memberships.map((m) => m.organisationId)}::uuid[], ${memberships.map((m) => m.unitId)}::uuid[], ${memberships.map((m) => m.from)}::date[], ${memberships.map((m) => m.to)}::date[])
      AS t(organisation_id, unit_id, valid_from, valid_to) ON t.organisation_id = f.organisation_id${then}
    ${employer}`,
    where: stock ? raw('true') : where,
    span: months ? sql`width_bucket(${column(metric.on)}, ${spans.map((span) => span.from)}::date[])` : raw('s.n'),
  };
}

/** Of a record that belongs to a day. Two spans are looked up one by one: what lies between them may be a year. */
function happenedIn(metric: Metric, spans: readonly Span[]): Sql {
  const on = column(metric.on);
  if (spans.length <= 2)
    return sql`(${joined(
      spans.map(({ from, to }) => sql`${on} BETWEEN ${from}::date AND ${to}::date`),
      ' OR ',
    )})`;
  return sql`${on} BETWEEN ${firstOf(spans)}::date AND ${lastOf(spans)}::date`;
}

/** Of a record that is open for a while: begun before the last of the days, and not ended by the first. */
function openDuring(metric: Metric, spans: readonly Span[]): Sql {
  const until = column(metric.until!);
  return sql`${column(metric.on)} <= ${lastOf(spans)}::date AND (${until} IS NULL OR ${until} > ${firstOf(spans)}::date)`;
}

const firstOf = (spans: readonly Span[]): PlainDate => spans.reduce((day, { from }) => earlierOf(day, from), spans[0]!.from);
const lastOf = (spans: readonly Span[]): PlainDate => spans.reduce((day, { to }) => laterOf(day, to), spans[0]!.to);

/** Text of a dimension's code; a record that says nothing has ''. */
export function codeOf(fact: FactName, name: string): Sql {
  const dimension = facts[fact].dimensions[name];
  if (!dimension) throw new Error(`${fact} has no dimension ${name}`);
  if (dimension.of === 'tree') return raw('t.unit_id::text');
  if (name === 'employer') return raw(`coalesce(f.employer_id::text, f.employer_name, '')`);
  return sql`coalesce(${column(dimension.column, dimension.of === 'employer' ? 'e' : 'f')}, '')`;
}

/** Verdicts of clocks that are worked out once a row, by what they say. */
export type Verdicts = ReadonlyMap<InTime, Sql>;

/** Everything that the metric demands of a row, apart from its period. */
export function conditionsOf(where: readonly Condition[], known: Known, verdicts?: Verdicts): Sql {
  if (where.length === 0) return raw('true');
  return joined(
    where.map((condition) =>
      'clock' in condition ? (verdicts?.get(condition.clock) ?? clockSays(condition.clock, known)) : conditionOf(condition),
    ),
    ' AND ',
  );
}

function conditionOf(condition: Exclude<Condition, { clock: InTime }>): Sql {
  const name = column(condition.column);
  if ('in' in condition) return sql`${name} = ANY (${[...condition.in]}::text[])`;
  // What is not said is none of them.
  if ('notIn' in condition) return sql`(${name} IS NULL OR ${name} <> ALL (${[...condition.notIn]}::text[]))`;
  if ('atLeast' in condition) return sql`${name} >= ${condition.atLeast}`;
  return condition.is === 'known' ? sql`${name} IS NOT NULL` : name;
}

/**
 * What the record's clock says, also one that was cancelled: it stood still on that day. A record that never had one is judged
 * by its dates and the length in force. What a later move has told of a clock was not known of a version that has not made it.
 */
export function clockSays(what: InTime, { asOf, limits: { X2, X3, M5 } }: Known): Sql {
  const due = sql`CASE WHEN c.due_before IS NULL THEN c.due_on ELSE coalesce((SELECT (b->>'dueOn')::date FROM jsonb_array_elements(c.due_before) WITH ORDINALITY x(b, n)
    WHERE (b->>'until')::timestamptz > ${asOf} ORDER BY n LIMIT 1), c.due_on) END`;
  const byClock = (code: string, verdict: Sql): Sql => sql`(SELECT ${verdict} FROM clock c WHERE c.subject_id = f.id AND c.code = ${code})`;
  switch (what) {
    case 'accepted-in-time':
      return sql`coalesce(${byClock('X2', sql`bool_and(coalesce(c.ended_on, f.accepted_on) <= ${due})`)}, NOT ${isLate('f.accepted_on', 'f.registered_on', X2)})`;
    case 'handled-in-time':
      return sql`coalesce(${byClock('X3', sql`bool_and(coalesce(c.ended_on, f.closed_on) <= ${due})`)}, NOT ${isLate('f.closed_on', 'f.accepted_on', X3)})`;
    case 'settled-late':
      return sql`coalesce(${byClock('M5', sql`bool_or(coalesce(c.ended_on, f.closed_on) > ${due})`)}, ${isLate('f.closed_on', 'f.accepted_on', M5)})`;
    case 'overdue':
      return sql`coalesce((SELECT bool_or(${due} < s.last_day AND (c.ended_on IS NULL OR c.ended_on > s.last_day
            OR f.status = ANY (CASE c.code WHEN 'X2' THEN ARRAY['registered'] ELSE ARRAY['accepted', 'handling', 'extended'] END)))
          FROM clock c WHERE c.subject_id = f.id AND (c.code = 'X2' OR c.code = 'X3' AND f.accepted_on IS NOT NULL)),
        CASE WHEN f.accepted_on <= s.last_day THEN ${isLate('s.last_day', 'f.accepted_on', X3)} WHEN f.accepted_on IS NULL AND f.handling <> 'handle' THEN false
          ELSE ${isLate('s.last_day', 'f.registered_on', X2)} END)`;
  }
}

/**
 * Whether a day lies behind so many natural days from another: not while only rest days and holidays have gone by since, to the
 * last of which the end moves on (民法典 art. 203). No month is without a working day.
 */
function isLate(day: string, from: string, days: number): Sql {
  const end = sql`(${raw(from)} + ${days}::int)`;
  return sql`(${raw(day)} > ${end} AND (${raw(day)} > ${end} + 30 OR EXISTS (SELECT FROM generate_series(${end}, ${raw(day)} - 1, interval '1 day') g(d) LEFT JOIN calendar_day y ON y.day = g.d::date
    WHERE coalesce(y.kind IN ('工作日', '调休上班'), extract(isodow FROM g.d) < 6))))`;
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

export function aggregateOf(metric: Metric, where: readonly Condition[], known: Known, verdicts: Verdicts): Sql {
  const { measure } = metric;
  const over =
    'sum' in measure || 'part' in measure
      ? sql`sum(${amountOf(metric)})`
      : 'distinct' in measure
        ? sql`count(DISTINCT ${column(measure.distinct)})`
        : raw('count(*)');
  return where.length === 0 ? over : sql`${over} FILTER (WHERE ${conditionsOf(where, known, verdicts)})`;
}
