import { sql } from '#data/sql';
import type { NewRow } from '#data/tables';
import type { Transaction } from '#data/transaction';
import type { ClockSubject } from '../../deadlines/run-clocks.js';
import { runClocksOfMany } from '../../deadlines/run-clocks-of-many.js';
import type { Work } from '../../work.js';
import type { TakenTable, Taker } from './taker.js';

/** A record as the ledger left it, and the row of the import that says so. */
export interface LedgerRecordRow {
  readonly recordId: string;
  readonly rowId: string;
  readonly row: object;
}

/** An open case that comes from a ledger has the clocks that its dates have started, like one that was entered by hand. */
export async function runLedgerClocks(tx: Transaction, work: Work, taker: Taker, records: readonly LedgerRecordRow[]): Promise<void> {
  const { clocks, noun } = taker;
  if (!clocks) return;
  const cases = records.flatMap(({ recordId: id, rowId, row }) => {
    const happened = clocks(row as NewRow<TakenTable>);
    if (happened.length === 0) return [];
    const { organisationId } = row as { organisationId: string };
    return { subject: { noun: noun as ClockSubject['noun'], id, organisationId }, happened, document: rowId };
  });
  await runClocksOfMany(tx, work.clockwork, cases);
}

/** Before a record that a ledger left is changed or taken away by one: its clocks go with what it said. */
export async function dropLedgerClocks(
  tx: Transaction,
  importId: string,
  taker: Pick<Taker, 'clocks'>,
  ids: readonly string[],
): Promise<void> {
  if (taker.clocks && ids.length > 0) await tx.rows(sql`SELECT bangfu.unclock_untouched(${importId}, ${[...ids]})`);
}
