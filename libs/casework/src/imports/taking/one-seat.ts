import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { found } from '#rules/imports/findings';
import type { Work } from '../../work.js';
import type { Recognised } from './recognise-records.js';
import type { HouseholdPlace, Taker } from './taker.js';

interface Seat {
  idIndex: Buffer;
  householdId: string;
  holds: boolean;
  listed: boolean;
}
export interface Seated {
  readonly rows: readonly Recognised[];
  /** New rows of whom the household has a row already, entered by hand. */
  readonly there: ReadonlySet<string>;
}

/**
 * One household, one file: a row whose person belongs to another open file is refused with that reason, here, before the
 * database would refuse the whole stretch with it. Who has a file of their own already is met as a duplicate, as ever.
 */
export async function oneSeatEach(
  tx: Transaction,
  work: Work,
  taker: Taker,
  rows: readonly Recognised[],
  households: ReadonlyMap<string, HouseholdPlace> | undefined,
): Promise<Seated> {
  const { seated } = taker;
  if (!seated) return { rows, there: new Set() };
  const indexOf = (row: Recognised): string | undefined => {
    const number = row.outcome === 'created' || row.outcome === 'updated' ? seated(row.judged.record) : undefined;
    return number && work.secrets.index('id', number).toString('hex');
  };
  const seats = await readSeats(
    tx,
    rows.flatMap((row) => indexOf(row) ?? []),
  );
  const there = new Set<string>();
  const taken = new Map<string, string>();
  const judged = rows.map((row): Recognised => {
    const index = indexOf(row);
    if (!index) return row;
    const home = households?.get(taker.kind.head?.(row.judged.record) ?? '')?.householdId;
    const seat = seats.get(index);
    const elsewhere = home ? (seat?.householdId ?? taken.get(index) ?? home) !== home : seat !== undefined && !seat.holds;
    if (elsewhere) return { ...row, outcome: 'rejected', against: { column: '', ...found('row.on-file-elsewhere') } };
    if (home) taken.set(index, home);
    if (home && seat?.listed && row.outcome === 'created') there.add(row.rowId);
    return row;
  });
  return { rows: judged, there };
}

async function readSeats(tx: Transaction, indexes: readonly string[]): Promise<ReadonlyMap<string, Seat>> {
  if (indexes.length === 0) return new Map();
  const seats = await tx.rows<Seat>(sql`SELECT * FROM bangfu.seats_by_number(${indexes.map((hex) => Buffer.from(hex, 'hex'))}::bytea[])`);
  return new Map(seats.map((seat) => [seat.idIndex.toString('hex'), seat]));
}
