/** The statement of an import: it balances like a bank's, or the import is not finished. */
import { sumFen, type Fen } from '../shared/money.js';
import type { Judgement } from '../shared/refusal.js';
import type { LedgerKindCode } from './ledger-kind.js';
import { refuseImport } from './refusals.js';

export const rowOutcomes = ['created', 'updated', 'unchanged', 'duplicate', 'rejected'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

export interface Tally {
  readonly rows: number;
  readonly amount: Fen;
}

export type Tallies = Readonly<Record<RowOutcome, Tally>>;

export interface SheetStatement {
  readonly sheet: string;
  readonly kind: LedgerKindCode;
  /** Data rows and their amounts as they were read from the file. */
  readonly in: Tally;
  /** What became of them, counted from the rows that were kept. */
  readonly outcomes: Tallies;
  /** Titles, totals, notes and blank rows, which are not data. */
  readonly ignored: number;
  /** Warnings that went with rows taken in. */
  readonly warnings: number;
}

export interface Statement {
  readonly sheets: readonly SheetStatement[];
  readonly total: Omit<SheetStatement, 'sheet' | 'kind'>;
}

export const nothingTallied: Tallies = Object.freeze(
  Object.fromEntries(rowOutcomes.map((outcome) => [outcome, { rows: 0, amount: 0 }])) as Record<RowOutcome, Tally>,
);

export function statementOf(sheets: readonly SheetStatement[]): Statement {
  const add = (pick: (sheet: SheetStatement) => Tally): Tally => ({
    rows: sheets.reduce((sum, sheet) => sum + pick(sheet).rows, 0),
    amount: sumFen(sheets.map((sheet) => pick(sheet).amount)),
  });
  const outcomes = Object.fromEntries(rowOutcomes.map((outcome) => [outcome, add((sheet) => sheet.outcomes[outcome])])) as Record<RowOutcome, Tally>;
  const count = (of: 'ignored' | 'warnings'): number => sheets.reduce((sum, sheet) => sum + sheet[of], 0);
  return { sheets, total: { in: add((sheet) => sheet.in), outcomes, ignored: count('ignored'), warnings: count('warnings') } };
}

/** Rows in = created + updated + unchanged + duplicate + rejected, and the amounts likewise, on every sheet. */
export function statementBalances(statement: Statement): Judgement {
  for (const { sheet, in: taken, outcomes } of statement.sheets) {
    const rows = rowOutcomes.reduce((sum, outcome) => sum + outcomes[outcome].rows, 0);
    const amount = sumFen(rowOutcomes.map((outcome) => outcomes[outcome].amount));
    if (rows !== taken.rows || amount !== taken.amount) {
      return refuseImport('imports.unbalanced', { sheet, rowsIn: taken.rows, rows, fenIn: taken.amount, fen: amount });
    }
  }
  return undefined;
}
