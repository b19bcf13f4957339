import { raw, sql, type Sql } from '#data/sql';
import type { Permission } from '#rules/access/permissions';
import type { Actor } from './work.js';

/**
 * The actor's own scope as a condition, for every list and record: by construction first, with row-level security behind.
 * `alias` is the table's alias in the statement, `handler` the column of the one who handles the case.
 */
export function visibleTo(actor: Actor, permission: Permission, alias: string, handler?: string): Sql {
  const place = actor.rights.get(permission);
  if (!place) return sql`false`;
  if (place.everything) return sql`true`;
  const mine = place.assigned && handler ? sql` OR ${raw(`${alias}.${handler}`)} = ${actor.id}` : sql``;
  return sql`(${raw(`${alias}.organisation_id`)} = ANY (${[...place.organisationIds]})${mine})`;
}
