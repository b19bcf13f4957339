import { importMoveOpen } from '#rules/imports/import-lifecycle';
import type { LedgerKindCode } from '#rules/imports/ledger-kind';
import { ledgerKindOf } from '#rules/imports/ledger-kinds';
import { refuseImport } from '#rules/imports/refusals';
import { refuseIf } from '#rules/shared/refusal';
import { inTransaction, mustBePermitted, type Work } from '../work.js';
import { lockImport, readImport, workbookOf } from './import-record.js';
import { readAs } from './keep-sheets.js';

export interface Correction {
  importId: string;
  version: number;
  sheet: string;
  /** Nothing: the sheet is left out. */
  kind: LedgerKindCode | null;
  headerRow: number | null;
  /** Column of the ledger → column of the sheet, or nothing for a column that the sheet does not have. */
  columns: Readonly<Record<string, number | null>>;
}

/** What a sheet is and which column is which, as a person says. What was tried out before no longer counts. */
export async function correctMapping(work: Work, { importId, version, sheet: name, kind, headerRow, columns }: Correction): Promise<void> {
  const seen = await readImport(work, importId);
  mustBePermitted(work.actor, 'import.run', { organisationId: seen.organisationId });
  refuseIf(importMoveOpen('map', seen.status));
  checkColumns(kind, columns);
  const workbook = await workbookOf(work, seen);
  const known = workbook.sheets.some((sheet) => sheet.name === name);
  if (!known) throw refuseImport('imports.no-such-sheet', { sheet: name });
  const outline = await workbook.outline(name);
  await inTransaction(work, async (tx) => {
    const record = await lockImport(tx, work, { importId, version }, 'map', 'import.run');
    const sheets = record.sheets.map((sheet) => (sheet.sheet === name ? readAs(sheet, outline, kind, headerRow, columns) : sheet));
    await tx.update('import', record, { status: 'uploaded', sheets: JSON.stringify(sheets), statement: null });
    tx.audit({
      type: 'import.mapped',
      subject: { noun: 'import', id: importId },
      organisationId: record.organisationId,
      details: { sheet: name },
    });
  });
}

function checkColumns(kind: LedgerKindCode | null, columns: Correction['columns']): void {
  if (kind === null) return;
  const ledger = ledgerKindOf(kind);
  const used = new Set<number>();
  for (const [key, index] of Object.entries(columns)) {
    if (!(key in ledger.columns)) throw refuseImport('imports.no-such-column', { kind: ledger.zh, column: key });
    if (index === null) continue;
    if (used.has(index)) throw refuseImport('imports.column-twice', { index: index + 1 });
    used.add(index);
  }
}
