import { joined, raw, sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import type { TakenTable } from './taking/taker.js';

/** Noun of an import row → the table of its records. Members before households, as they are taken back. */
export const recordTables: readonly (readonly [noun: string, table: TakenTable])[] = [
  ['household-member', 'household_member'],
  ['hardship', 'hardship_file'],
  ['dispute', 'dispute'],
  ['mass-incident', 'mass_incident'],
  ['petition', 'petition'],
  ['legal-aid', 'legal_aid_matter'],
  ['disbursement', 'disbursement'],
];

/** How many records of an import are no longer as it left them, or have become the ground of something else. */
export async function countTouched(tx: Transaction, importId: string): Promise<number> {
  let touched = 0;
  for (const [noun, table] of recordTables) {
    touched += await count(
      tx,
      sql`
      SELECT count(*) AS n FROM import_row r LEFT JOIN ${raw(`public."${table}"`)} t ON t.id = r.record_id
      WHERE r.import_id = ${importId} AND r.noun = ${noun} AND r.outcome IN ('created', 'updated') AND t.version IS DISTINCT FROM r.record_version`,
    );
  }
  // Members that another ledger, or somebody by hand, has put into a household of this one.
  touched += await count(
    tx,
    sql`
    SELECT count(*) AS n FROM import_row r JOIN hardship_file f ON f.id = r.record_id JOIN household_member m ON m.household_id = f.household_id
    LEFT JOIN import_row own ON own.id = m.import_row_id AND own.import_id = r.import_id
    WHERE r.import_id = ${importId} AND r.noun = 'hardship' AND r.outcome = 'created' AND own.id IS NULL`,
  );
  // What people have hung on its files.
  touched += await count(
    tx,
    sql`
    SELECT count(*) AS n FROM import_row r WHERE r.import_id = ${importId} AND r.noun = 'hardship' AND r.outcome = 'created' AND (${joined(
      hung.map(([table, column]) => sql`EXISTS (SELECT FROM ${raw(table)} x WHERE ${raw(`x.${column}`)} = r.record_id)`),
      ' OR ',
    )})`,
  );
  // Candidates that rest on its records, once somebody has called or closed.
  touched += await count(tx, sql`SELECT count(*) AS n FROM bangfu.candidates_of_import(${importId}, true)`);
  return touched;
}

const hung = [
  ['hardship_consent', 'file_id'],
  ['hardship_worksheet', 'file_id'],
  ['hardship_visit', 'file_id'],
  ['pairing', 'file_id'],
  ['elsewhere_question', 'file_id'],
  ['attachment', 'subject_id'],
] as const;

async function count(tx: Transaction, statement: ReturnType<typeof sql>): Promise<number> {
  return (await tx.one<{ n: number }>(statement)).n;
}
