import { raw, sql, type Sql } from '#data/sql';
import type { Permission } from '#rules/access/permissions';
import type { Place } from '#rules/access/rights';
import type { PlainDate } from '#rules/shared/plain-date';
import { visibleTo } from './visible.js';
import type { Actor } from './work.js';

/** A table that is listed by the day of its rows, under its alias; `handler` is the column of the one who handles the case. */
export interface Register {
  readonly table: string;
  readonly alias: string;
  readonly day: string;
  readonly permission: Permission;
  readonly handler?: string;
}

interface Wanted {
  /** conditions on the alias; `true` where there are none */
  readonly where: Sql;
  /** an organisation with all below it on a day */
  readonly below?: { readonly organisationId: string; readonly on: PlainDate } | undefined;
  /** the conditions pick out few rows by an index of their own */
  readonly narrow: boolean;
  /** the place in the list after which the page begins: day and id */
  readonly after?: readonly string[] | undefined;
  readonly most: number;
}

/** More places than this hold so much of a register that walking through it meets them soon. */
const FEW = 64;
export const isFew = (reach: Place | undefined): boolean => reach !== undefined && !reach.everything && reach.organisationIds.size <= FEW;

/** Everything that a row of the list must be, within the actor's reach; for counting. */
export function fitting(actor: Actor, register: Register, { where, below }: Pick<Wanted, 'where' | 'below'>): Sql {
  const { alias, permission, handler } = register;
  const there = below ? sql` AND ${raw(`${alias}.organisation_id`)} = ANY (ARRAY(${subtree(below)}))` : sql``;
  return sql`${visibleTo(actor, permission, alias, handler)} AND ${where}${there}`;
}

/**
 * The newest rows that fit, as a table to read from under the register's own alias. Who looks at a few organisations gets the
 * newest of each by its index, put together: walking through the register for one that has three cases would take longer every year.
 */
export function newestOf(actor: Actor, register: Register, wanted: Wanted): Sql {
  const { alias, day, permission, handler } = register;
  const { where, below, narrow, after, most } = wanted;
  const [table, place, rowDay, id] = [raw(register.table), raw(`${alias}.organisation_id`), raw(`${alias}.${day}`), raw(`${alias}.id`)];
  const from = raw(alias);
  const next = after ? sql` AND (${rowDay}, ${id}) < (${after[0]}, ${after[1]})` : sql``;
  const newest = (rows: Sql, columns = sql`${from}.*`): Sql =>
    sql`(SELECT ${columns} FROM ${rows}${next} ORDER BY ${rowDay} DESC, ${id} DESC LIMIT ${most})`;
  const reach = actor.rights.get(permission);
  const few = below !== undefined || isFew(reach);
  if (narrow || !reach || !few) return sql`${newest(sql`${table} ${from} WHERE ${fitting(actor, register, wanted)}`)} ${from}`;

  // Each place gives a page: put together by day and id alone, and only the page that is left is read whole.
  const key = sql`${id}, ${rowDay}`;
  const whole = (keys: Sql): Sql =>
    sql`(SELECT ${from}.* FROM ${table} ${from} WHERE ${id} = ANY (ARRAY(SELECT ${id} FROM ${newest(sql`(${keys}) ${from} WHERE true`, key)} ${from}))) ${from}`;
  const mine = [...reach.organisationIds];
  const places = below ? sql`(${subtree(below)}) AS at (id)` : sql`unnest(${mine}::uuid[]) AS at (id)`;
  const seen = below && !reach.everything ? sql` AND at.id = ANY (${mine}::uuid[])` : sql``;
  const here = sql`SELECT ${key} FROM ${places} CROSS JOIN LATERAL ${newest(sql`${table} ${from} WHERE ${place} = at.id${seen} AND ${where}`, key)} ${from}`;
  if (reach.everything || !reach.assigned || !handler) return whole(here);
  const there = below ? sql` AND ${place} = ANY (ARRAY(${subtree(below)}))` : sql``;
  const own = newest(
    sql`${table} ${from} WHERE ${raw(`${alias}.${handler}`)} = ${actor.id} AND ${place} <> ALL (${mine}::uuid[])${there} AND ${where}`,
    key,
  );
  return whole(sql`${here} UNION ALL ${own}`);
}

const subtree = ({ organisationId, on }: NonNullable<Wanted['below']>): Sql => sql`SELECT bangfu.subtree(${organisationId}, ${on})`;
