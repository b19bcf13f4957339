import { sql, type Sql } from '#data/sql';

/**
 * That a column is one of the ids that a search gives. Few ids (`most` is known, or it is a number that names one person)
 * are looked up one by one; many are joined. PostgreSQL cannot know beforehand which of the two it is.
 */
export function oneOf(column: Sql, ids: Sql, few: boolean): Sql {
  return few ? sql`${column} = ANY (ARRAY(${ids}))` : sql`${column} IN (${ids})`;
}
