/** The statement of an import: it balances like a bank's, or the import is not finished. */
import { sumFen, type Fen } from '../shared/money.js';
import type { Judgement } from '../shared/refusal.js';
import type { LedgerKindCode } from './ledger-kind.js';
import { refuseImport } from './refusals.js';

/** What becomes of a data row. */
export const rowOutcomes = ['created', 'updated', 'unchanged', 'duplicate', 'rejected'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

type Counts = Record<RowOutcome, number>;
export type Amounts = { inFen: Fen } & Record<`${RowOutcome}Fen`, Fen>;

export interface StatementLine extends Readonly<Counts> {
  /** Data rows as they were read from the file; the outcomes are counted from the rows that were kept. */
  readonly rowsIn: number;
  /** Titles, totals, notes and blank rows, which are not data. */
  readonly ignored: number;
  /** Rows taken in with a warning. */
  readonly warnings: number;
  readonly amounts: Readonly<Amounts>;
}

export interface SheetStatement extends StatementLine {
  readonly sheet: string;
  readonly kind: LedgerKindCode;
}

export interface Statement {
  /** What would become of the rows, had they been taken in. */
  readonly dryRun: boolean;
  readonly balanced: boolean;
  readonly total: StatementLine;
  readonly sheets: readonly SheetStatement[];
}

/** What was read of a sheet, and what became of it, counted apart. */
export interface SheetCounts {
  readonly sheet: string;
  readonly kind: LedgerKindCode;
  readonly read: { readonly rows: number; readonly fen: Fen; readonly ignored: number };
  readonly outcomes: Readonly<Partial<Record<RowOutcome, { readonly rows: number; readonly fen: Fen }>>>;
  readonly warnings: number;
}

export function statementOf(counts: readonly SheetCounts[], dryRun: boolean): Statement {
  const sheets = counts.map(({ sheet, kind, ...rest }) => ({ sheet, kind, ...lineOf(rest) }));
  const total = sheets.reduce<StatementLine>(plus, lineOf({ read: { rows: 0, fen: 0, ignored: 0 }, outcomes: {}, warnings: 0 }));
  return { dryRun, balanced: sheets.every(lineBalances), total, sheets };
}

function lineOf({ read, outcomes, warnings }: Omit<SheetCounts, 'sheet' | 'kind'>): StatementLine {
  const rows = Object.fromEntries(rowOutcomes.map((outcome) => [outcome, outcomes[outcome]?.rows ?? 0])) as Counts;
  const amounts = Object.fromEntries([
    ['inFen', read.fen],
    ...rowOutcomes.map((outcome) => [`${outcome}Fen`, outcomes[outcome]?.fen ?? 0]),
  ]) as Amounts;
  return { rowsIn: read.rows, ...rows, ignored: read.ignored, warnings, amounts };
}

function plus(a: StatementLine, b: StatementLine): StatementLine {
  const sum = <T extends object>(left: T, right: T): T =>
    Object.fromEntries(Object.entries(left).map(([key, value]) => [key, sumFen([value as number, right[key as keyof T] as number])])) as T;
  const { amounts: left, ...counts } = a;
  const { amounts: right, rowsIn, created, updated, unchanged, duplicate, rejected, ignored, warnings } = b;
  return { ...sum(counts, { rowsIn, created, updated, unchanged, duplicate, rejected, ignored, warnings }), amounts: sum(left, right) };
}

/** Rows in = created + updated + unchanged + duplicate + rejected, and the amounts likewise. */
function lineBalances(line: StatementLine): boolean {
  return line.rowsIn === rowsAccountedFor(line) && line.amounts.inFen === fenAccountedFor(line);
}

const rowsAccountedFor = (line: StatementLine): number => rowOutcomes.reduce((sum, outcome) => sum + line[outcome], 0);
const fenAccountedFor = (line: StatementLine): Fen => sumFen(rowOutcomes.map((outcome) => line.amounts[`${outcome}Fen`]));

/** The refusal that keeps an import from being finished while a sheet does not balance. */
export function statementBalances({ sheets }: Statement): Judgement {
  const wrong = sheets.find((sheet) => !lineBalances(sheet));
  if (!wrong) return undefined;
  const { sheet, rowsIn, amounts } = wrong;
  return refuseImport('imports.unbalanced', {
    sheet,
    rowsIn,
    rows: rowsAccountedFor(wrong),
    fenIn: amounts.inFen,
    fen: fenAccountedFor(wrong),
  });
}
