import type { NewRow, Tables } from '#data/tables';
import type { NewActivity, Transaction } from '#data/transaction';
import type { Permission } from '#rules/access/permissions';
import type { DatedEffect } from '#rules/deadlines/clock-effects';
import type { Columns, RecordOf } from '#rules/imports/column';
import type { LedgerKind } from '#rules/imports/ledger-kind';
import type { EmployerCode } from '#rules/shared/identifiers/employer-code';
import type { ResidentId, Sex } from '#rules/shared/identifiers/resident-id';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Work } from '../../work.js';

/** Tables that ledgers are taken into. */
export type TakenTable =
  'dispute' | 'petition' | 'mass_incident' | 'hardship_file' | 'disbursement' | 'legal_aid_matter' | 'household_member';

/** What a row says about a person. */
export interface PersonClaim {
  readonly name: string;
  readonly id?: ResidentId | undefined;
  readonly sex?: Sex | undefined;
  readonly birthDate?: PlainDate | undefined;
  readonly phone?: string | undefined;
  readonly health?: string | undefined;
  readonly ethnicity?: string | undefined;
  readonly politics?: string | undefined;
  readonly registeredAt?: string | undefined;
}

/** What a row says about an employer. */
export interface EmployerClaim {
  readonly name: string;
  readonly code?: EmployerCode | undefined;
  readonly industry?: string | undefined;
  readonly ownership?: string | undefined;
}

export interface AccountClaim {
  readonly number: string;
  readonly bank?: string | undefined;
}

/** Whom and what a row was found to mean. */
export interface Found {
  readonly organisationId: string;
  readonly divisionCode: string | null;
  readonly personId: string | null;
  readonly employerId: string | null;
  readonly accountId: string | null;
  readonly householdId: string | null;
}

export interface HouseholdPlace {
  readonly householdId: string;
  readonly organisationId: string;
}

/** A row on its way into its table: new, or a change of a record that is there. */
export interface Arriving<R, T extends TakenTable> {
  readonly rowId: string;
  readonly recordId: string;
  readonly record: R;
  readonly found: Found;
  readonly current?: Tables[T];
}

/** How rows of one kind of ledger become records: the only thing in which the ledgers differ. */
export interface Taker<C extends Columns = Columns, T extends TakenTable = TakenTable> {
  readonly kind: LedgerKind<C>;
  readonly table: T;
  readonly noun: NewActivity['noun'];
  /** What one must be allowed to do by hand to import it. */
  readonly permission: Permission;
  person?(record: RecordOf<C>): PersonClaim | undefined;
  /** An identity is made even of a person whose ID number is not given. */
  readonly personWithoutId?: true;
  /** The ledger is a register of people: it fills in what is not known of a person yet. */
  readonly completesPeople?: true;
  /** The ID number of who takes a seat in a household that has a file. */
  seated?(record: RecordOf<C>): string | undefined;
  employer?(record: RecordOf<C>): EmployerClaim | undefined;
  account?(record: RecordOf<C>): AccountClaim | undefined;
  /** The households that the rows belong to, by the ID number of their heads. */
  households?(tx: Transaction, work: Work, records: readonly RecordOf<C>[]): Promise<ReadonlyMap<string, HouseholdPlace>>;
  /** The columns that the ledger speaks of. */
  columns(record: RecordOf<C>, found: Found): NewRow<T>;
  /** Columns that need more than the row itself; made before the records are written. */
  complete?(
    tx: Transaction,
    work: Work,
    arriving: readonly Arriving<RecordOf<C>, T>[],
    importId: string,
  ): Promise<ReadonlyMap<string, NewRow<T>>>;
  /** Rows of other tables that go with new records. */
  accompany?(tx: Transaction, arriving: readonly Arriving<RecordOf<C>, T>[]): Promise<void>;
  /** What the record's dates tell of its clocks; none where such a record has no clocks, or none is left to run. */
  clocks?(record: NewRow<T>): readonly DatedEffect[];
  /** The day that the timeline shows; none where the record has no timeline. */
  day?(record: RecordOf<C>): PlainDate;
}

export function taker<const C extends Columns, T extends TakenTable>(how: Taker<C, T>): Taker<C, T> {
  return how;
}
