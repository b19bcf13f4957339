import { snake } from './rows.js';
import { joined, raw, sql, type Sql } from './sql.js';
import type { NewRow, TableName } from './tables.js';
import { inHex, type Transaction } from './transaction.js';

/**
 * Many rows in one statement whose text does not depend on how many: they travel as one JSON value, so that PostgreSQL
 * parses and plans the statement once. Columns are those of the first row. COPY would be quicker still, but row-level
 * security does not allow it.
 */
export async function insertMany<Name extends TableName>(
  tx: Transaction,
  table: Name,
  rows: readonly NewRow<Name>[],
  onConflict: Sql = sql``,
): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(rows[0]!);
  await tx.rows(sql`INSERT INTO ${named(table)} (${columns}) SELECT ${columns} FROM ${recordset(table, rows)} ${onConflict}`);
}

/** The same for rows of which some may be there already, under another id: answers the ids that are new. */
export async function insertFresh<Name extends TableName>(
  tx: Transaction,
  table: Name,
  rows: readonly NewRow<Name>[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const columns = columnsOf(rows[0]!);
  const made = await tx.rows<{ id: string }>(
    sql`INSERT INTO ${named(table)} (${columns}) SELECT ${columns} FROM ${recordset(table, rows)} ON CONFLICT DO NOTHING RETURNING id`,
  );
  return new Set(made.map(({ id }) => id));
}

/** Sets the columns of the first row on every row of the same id; answers the ids with their new versions. */
export async function updateMany<Name extends TableName>(
  tx: Transaction,
  table: Name,
  rows: readonly (NewRow<Name> & { id: string })[],
): Promise<{ id: string; version: number }[]> {
  if (rows.length === 0) return [];
  const sets = joined(
    Object.keys(rows[0]!).flatMap((column) => (column === 'id' ? [] : [sql`${raw(`"${snake(column)}" = n."${snake(column)}"`)}`])),
    ', ',
  );
  return tx.rows(
    sql`UPDATE ${named(table)} t SET ${sets}, version = t.version + 1 FROM ${recordset(table, rows)} WHERE t.id = n.id RETURNING t.id, t.version`,
  );
}

function recordset(table: TableName, rows: readonly object[]): Sql {
  return sql`json_populate_recordset(NULL::${named(table)}, ${JSON.stringify(rows.map(asColumns))}::json) n`;
}

function asColumns(row: object): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) columns[snake(column)] = value instanceof Uint8Array ? inHex(value) : value;
  return columns;
}

const named = (table: TableName): Sql => raw(`public."${table}"`);
const columnsOf = (row: object): Sql =>
  raw(
    Object.keys(row)
      .map((column) => `"${snake(column)}"`)
      .join(', '),
  );
