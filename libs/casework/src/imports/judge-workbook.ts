import type { SheetRow } from '#rules/imports/cell';
import type { Surroundings } from '#rules/imports/column';
import type { Finding } from '#rules/imports/findings';
import { judgeRow, KeyBook, readRow, type JudgedRow, type LedgerRecord, type SheetCircumstances } from '#rules/imports/judge-sheet';
import type { LedgerKind } from '#rules/imports/ledger-kind';
import { ledgerKindOf, ledgerKinds } from '#rules/imports/ledger-kinds';
import type { SheetMapping } from '#rules/imports/recognise-sheet';
import type { ResidentId } from '#rules/shared/identifiers/resident-id';
import type { Workbook } from './reading/read-workbook.js';

export interface PlannedSheet {
  readonly sheet: string;
  readonly mapping: SheetMapping;
}

export interface Judging extends Surroundings {
  /** Which of these heads of households are registered already, outside the file. */
  headsRegistered(idNumbers: readonly string[]): Promise<ReadonlySet<string>>;
  /** What speaks against a row beyond what it says itself. */
  against?(kind: LedgerKind, record: LedgerRecord): Finding | undefined;
}

/** A stretch of one sheet, judged. The same file always falls into the same stretches: so a job can be taken up again. */
export interface JudgedStretch {
  readonly sheet: string;
  readonly kind: LedgerKind;
  readonly rows: readonly { readonly judged: JudgedRow; readonly source: SheetRow }[];
  /** Blank rows between them, also those that the file leaves out. */
  readonly blank: number;
}

export const STRETCH = 1_000;

/** Judges every planned sheet, heads of households before their members, however the sheets are arranged. */
export async function* judgeWorkbook(
  workbook: Workbook,
  planned: readonly PlannedSheet[],
  judging: Judging,
): AsyncGenerator<JudgedStretch> {
  const order = ledgerKinds.map(({ code }) => code);
  const sheets = [...planned].sort((a, b) => order.indexOf(a.mapping.kind) - order.indexOf(b.mapping.kind));
  const keyBooks = new Map(order.map((code) => [code, new KeyBook()]));
  const heads = new Set<string>();
  for (const { sheet, mapping } of sheets) {
    const kind = ledgerKindOf(mapping.kind);
    const against = (record: LedgerRecord): Finding | undefined => judging.against?.(kind, record);
    const about = { sheet, mapping, keyBook: keyBooks.get(mapping.kind)!, today: judging.today, district: judging.district, against };
    let last = mapping.headerRow;
    for await (const stretch of stretches(workbook.rows(sheet), mapping.headerRow)) {
      const registered = kind.head ? await registeredHeads(kind, stretch, about, heads, judging) : heads;
      const headKnown = (id: string): boolean => heads.has(id) || registered.has(id);
      const rows: { judged: JudgedRow; source: SheetRow }[] = [];
      let blank = 0;
      for (const source of stretch) {
        const judged = judgeRow(kind, source, { ...about, headKnown });
        if (judged.outcome === 'ignored' && judged.why === 'blank') continue;
        blank += source.number - last - 1;
        last = source.number;
        rows.push({ judged, source });
        if (kind.code === 'hardship' && judged.outcome === 'accepted') heads.add((judged.record['idNumber'] as ResidentId).number);
      }
      if (rows.length > 0) yield { sheet, kind, rows, blank };
    }
  }
}

async function* stretches(rows: AsyncIterable<SheetRow>, headerRow: number): AsyncGenerator<SheetRow[]> {
  let stretch: SheetRow[] = [];
  for await (const row of rows) {
    if (row.number <= headerRow) continue;
    stretch.push(row);
    if (stretch.length === STRETCH) {
      yield stretch;
      stretch = [];
    }
  }
  if (stretch.length > 0) yield stretch;
}

async function registeredHeads(
  kind: LedgerKind,
  stretch: readonly SheetRow[],
  about: Pick<SheetCircumstances, 'mapping' | 'today' | 'district'>,
  inFile: ReadonlySet<string>,
  judging: Judging,
): Promise<ReadonlySet<string>> {
  const asked = new Set<string>();
  for (const row of stretch) {
    const head = kind.head!(readRow(kind, row, about).record);
    if (head !== undefined && !inFile.has(head)) asked.add(head);
  }
  return asked.size === 0 ? asked : judging.headsRegistered([...asked]);
}
