/**
 * The numbers of a report in few statements: metrics that share a record, a day and a reach are counted in one scan, as a
 * whole and by each of their dimensions at once (GROUPING SETS).
 */
import type { Cell } from '#rules/reports/figures';
import { scansOf, type Condition, type Metric, type Scan } from '#rules/reports/metric';
import type { Periods, Span } from '#rules/reports/periods';
import { spansOf } from '#rules/reports/spans';
import { joined, raw, sql, type Sql } from '../sql.js';
import { aggregateOf, clockSays, codeOf, conditionsOf, recordsIn, type Scope } from './report-conditions.js';

/** n: which span; shape: by which dimension; then the codes d0… and the values m0…. */
export type CountedRow = Readonly<Record<string, number | string | null>>;

export interface Counting {
  readonly statement: Sql;
  read(rows: readonly CountedRow[]): Cell[];
}

export function countings(metrics: readonly Metric[], periods: Periods, scope: Scope): Counting[] {
  const together = Map.groupBy(metrics.flatMap(scansOf), ({ metric: m }) => [m.fact, m.on, m.until, m.reach, m.floor].join());
  return [...together.values()].map((group) => countTogether(group, spansOf(group[0]!.metric, periods), scope));
}

function countTogether(group: readonly Scan[], spans: readonly Span[], scope: Scope): Counting {
  const model = group[0]!.metric;
  const names = [...new Set(group.flatMap(({ by }) => by))];
  const shared = model.where.filter((condition) => group.every(({ metric }) => metric.where.includes(condition)));
  const ownOf = ({ metric }: Scan): Condition[] => metric.where.filter((condition) => !shared.includes(condition));
  const clocks = [...new Set(group.flatMap((scan) => ownOf(scan).flatMap((condition) => ('clock' in condition ? [condition.clock] : []))))];
  const verdicts = new Map(clocks.map((clock, i) => [clock, raw(`k.c${i}`)]));

  const records = recordsIn(model, spans, scope, names);
  const codes = names.map((_, i) => raw(`g.d${i}`));
  const values = group.map((scan, i) => sql`${aggregateOf(scan.metric, ownOf(scan), scope, verdicts)} AS ${raw(`m${i}`)}`);
  const sets = [...(group.some(({ whole }) => whole) ? [raw('(g.n)')] : []), ...codes.map((code) => sql`(g.n, ${code})`)];
  const statement = sql`
    SELECT g.n, ${codes.length > 0 ? sql`GROUPING(${list(codes)})` : raw('0')} AS shape, ${list([...codes, ...values])}
    FROM ${records.from}
    CROSS JOIN LATERAL (SELECT ${list([sql`${records.span} AS n`, ...names.map((name, i) => sql`${codeOf(model.fact, name)} AS ${raw(`d${i}`)}`)])}) g
    ${clocks.length > 0 ? sql`CROSS JOIN LATERAL (SELECT ${list(clocks.map((clock, i) => sql`${clockSays(clock, scope)} AS ${raw(`c${i}`)}`))} OFFSET 0) k` : raw('')}
    WHERE ${records.where} AND ${conditionsOf(shared, scope)}
    GROUP BY GROUPING SETS (${list(sets)})
    ${model.floor ? sql`HAVING count(*) >= ${model.floor} OR GROUPING(${list(codes)}) = ${2 ** codes.length - 1}` : raw('')}`;
  return { statement, read: (rows) => rows.flatMap((row) => cellsOf(row, group, spans, names)) };
}

const list = (parts: readonly Sql[]): Sql => joined(parts, ', ');

/** In GROUPING's bits the leftmost column is the highest, and a column that was grouped by is 0. */
function cellsOf(row: CountedRow, group: readonly Scan[], spans: readonly Span[], names: readonly string[]): Cell[] {
  const at = names.findIndex((_, i) => ((row['shape'] as number) & (1 << (names.length - 1 - i))) === 0);
  const by = names[at];
  const [span, code] = [spans[(row['n'] as number) - 1]!.id, at < 0 ? '' : (row[`d${at}`] as string)];
  return group.flatMap(({ metric, by: own, whole }, i) => {
    if (by === undefined ? !whole : !own.includes(by)) return [];
    const value = Number(row[`m${i}`] ?? 0);
    return value === 0 ? [] : [{ metric: metric.id, span, by, code, value }];
  });
}
