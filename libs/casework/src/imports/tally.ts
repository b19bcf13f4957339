import { amountOf, type JudgedRow } from '#rules/imports/judge-sheet';
import type { LedgerKind, LedgerKindCode } from '#rules/imports/ledger-kind';
import type { RowOutcome, SheetCounts } from '#rules/imports/statement';
import type { JudgedStretch, PlannedSheet } from './judge-workbook.js';

interface Sum {
  rows: number;
  fen: number;
}

/** Counts rows and amounts sheet by sheet, as they are read. */
export class Tally {
  private readonly sheets: Map<
    string,
    { kind: LedgerKindCode; read: Sum & { ignored: number }; outcomes: Partial<Record<RowOutcome, Sum>>; warnings: number }
  >;

  constructor(planned: readonly PlannedSheet[]) {
    this.sheets = new Map(
      planned.map(({ sheet, mapping }) => [
        sheet,
        { kind: mapping.kind, read: { rows: 0, fen: 0, ignored: 0 }, outcomes: {}, warnings: 0 },
      ]),
    );
  }

  read({ sheet, kind, rows, blank }: JudgedStretch): void {
    const { read } = this.sheets.get(sheet)!;
    read.ignored += blank;
    for (const { judged } of rows) {
      if (judged.outcome === 'ignored') read.ignored += 1;
      else {
        read.rows += 1;
        read.fen += amountOf(kind, judged.record);
      }
    }
  }

  became(sheet: string, outcome: RowOutcome, kind: LedgerKind, judged: Exclude<JudgedRow, { outcome: 'ignored' }>): void {
    const of = this.sheets.get(sheet)!;
    this.add(sheet, outcome, 1, amountOf(kind, judged.record));
    if (judged.findings.length > 0 && outcome !== 'rejected' && outcome !== 'duplicate') of.warnings += 1;
  }

  add(sheet: string, outcome: RowOutcome, rows: number, fen: number): void {
    const sum = (this.sheets.get(sheet)!.outcomes[outcome] ??= { rows: 0, fen: 0 });
    sum.rows += rows;
    sum.fen += fen;
  }

  warned(sheet: string, rows: number): void {
    this.sheets.get(sheet)!.warnings += rows;
  }

  /** In the order of the file. */
  counts(): SheetCounts[] {
    return [...this.sheets].map(([sheet, counts]) => ({ sheet, ...counts }));
  }
}
