/** A kind of ledger as data: its columns, what tells two rows apart, and what must agree within a row. */
import type { Label } from '../shared/label.js';
import type { Columns, RecordOf } from './column.js';
import type { Finding } from './findings.js';

export type LedgerKindCode =
  | 'hardship'
  | 'household-member'
  | 'dispute'
  | 'mass-incident'
  | 'petition'
  | 'legal-service'
  | 'legal-aid-case'
  | 'visit'
  | 'model-worker'
  | 'closed-enterprise-allowance';

/** Parts of a key; a key with an absent part identifies nothing. */
export type KeyParts = readonly (string | undefined)[];

export interface LedgerKind<C extends Columns = Columns> extends Label {
  readonly code: LedgerKindCode;
  readonly columns: C;
  /** By which the row is known again, best first: two rows are the same when one of their keys is. */
  keys(record: RecordOf<C>): readonly KeyParts[];
  /** Columns whose sum is the amount of the row in the statement. */
  readonly amount: readonly (keyof C & string)[];
  readonly checks: readonly ((record: RecordOf<C>) => Finding | undefined)[];
  /** The resident ID of a household's head, who must be registered before the row. */
  head?(record: RecordOf<C>): string | undefined;
}

/** Declares a kind; the columns' types carry over to keys and checks. */
export function ledgerKind<const C extends Columns>(kind: LedgerKind<C>): LedgerKind<C> {
  return kind;
}
