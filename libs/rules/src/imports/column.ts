/** A column of a ledger as data: what it is called, and how a cell of it is read. */
import type { DivisionReader } from '../shared/identifiers/division.js';
import type { Label } from '../shared/label.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { FilledCell } from './cell.js';
import type { CellFinding } from './findings.js';

/** What the form of a cell depends on, besides the cell. */
export interface Surroundings {
  readonly today: PlainDate;
  readonly district: DivisionReader;
}

export interface Read<T> {
  readonly value?: T;
  readonly finding?: CellFinding;
}

export type ColumnForm =
  'text' | 'long-text' | 'name' | 'number' | 'id' | 'phone' | 'date' | 'money' | 'count' | 'year' | 'district' | 'card' | 'code' | 'choice';

export interface Column<T> extends Label {
  readonly form: ColumnForm;
  /** Other headers under which the column is met; blanks, line breaks, width and units do not matter. */
  readonly also: readonly string[];
  readonly required: boolean;
  /** The words of a choice, for the drop-down list of the template. */
  readonly words?: readonly string[];
  /** `inWan`: the header says that amounts are in 万元. */
  read(cell: FilledCell, around: Surroundings, inWan: boolean): Read<T>;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;
type ValueOf<C> = C extends Column<infer T> ? T : never;

/** What a row says, by column; what is empty is absent. */
export type RecordOf<C extends Columns> = { readonly [Key in keyof C]?: ValueOf<C[Key]> };
