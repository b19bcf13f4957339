import type { Cell, SheetRow } from '#rules/imports/cell';
import type { LedgerKindCode } from '#rules/imports/ledger-kind';
import { ledgerKindOf } from '#rules/imports/ledger-kinds';
import { mapHeaders, recogniseSheet, type MappedColumn } from '#rules/imports/recognise-sheet';
import type { KeptSheet } from './import-record.js';
import type { SheetOutline, Workbook } from './reading/read-workbook.js';

/** Recognises every sheet of a workbook; one that is not recognised is kept too, so that a person can say what it is. */
export async function keepSheets(workbook: Workbook): Promise<KeptSheet[]> {
  const kept: KeptSheet[] = [];
  for (const { name, hidden } of workbook.sheets) {
    const outline = await workbook.outline(name);
    const recognised = recogniseSheet(outline.firstRows);
    const headerRow = recognised?.headerRow ?? likelyHeader(outline.firstRows);
    kept.push({
      sheet: name,
      hidden,
      kind: recognised?.kind ?? null,
      headerRow,
      rows: rowsBelow(outline, headerRow),
      headers: headersOf(outline, headerRow),
      columns: Object.fromEntries(Object.entries(recognised?.columns ?? {}).map(([key, { index }]) => [key, index])),
    });
  }
  return kept;
}

/** The sheet read anew as a person says it is to be read; columns that the person does not name are found by their headers. */
export function readAs(
  was: KeptSheet,
  outline: SheetOutline,
  kind: LedgerKindCode | null,
  headerRow: number | null,
  named: Readonly<Record<string, number | null>>,
): KeptSheet {
  const headers = headersOf(outline, headerRow);
  if (kind === null || headerRow === null) return { ...was, kind: null, headerRow, headers, columns: {} };
  const columns: Record<string, number> = {};
  const found = mapHeaders(ledgerKindOf(kind), headerRow, asColumns(headers)).columns;
  const taken = new Set(Object.values(named));
  for (const [key, { index }] of Object.entries(found)) if (!(key in named) && !taken.has(index)) columns[key] = index;
  for (const [key, index] of Object.entries(named)) if (index !== null) columns[key] = index;
  return { ...was, kind, headerRow, rows: rowsBelow(outline, headerRow), headers, columns };
}

const asColumns = (headers: KeptSheet['headers']): MappedColumn[] => headers.map(({ column, header }) => ({ index: column, header }));

function headersOf({ firstRows, hiddenColumns }: SheetOutline, headerRow: number | null): KeptSheet['headers'] {
  const cells: readonly Cell[] = firstRows.find(({ number }) => number === headerRow)?.cells ?? [];
  return cells.flatMap((cell, column) =>
    typeof cell === 'string' && cell.trim() !== '' ? [{ column, header: cell.slice(0, 80), hidden: hiddenColumns.includes(column) }] : [],
  );
}

/** The first row with the most words: a start for whoever has to point out the header. */
function likelyHeader(rows: readonly SheetRow[]): number | null {
  let best: { row: number; words: number } | undefined;
  for (const { number, cells } of rows) {
    const words = cells.filter((cell) => typeof cell === 'string').length;
    if (words > (best?.words ?? 1)) best = { row: number, words };
  }
  return best?.row ?? null;
}

const rowsBelow = ({ lastRow }: SheetOutline, headerRow: number | null): number | null =>
  lastRow === undefined || headerRow === null ? null : Math.max(0, lastRow - headerRow);
