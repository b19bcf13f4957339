/** An import as it is kept, and the ways in which verbs get hold of it. */
import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { refuseData } from '#data/refusals';
import { importMoveOpen, type ImportMove, type ImportStatus } from '#rules/imports/import-lifecycle';
import type { LedgerKindCode } from '#rules/imports/ledger-kind';
import { ledgerKindOf } from '#rules/imports/ledger-kinds';
import { isOrdinal, showsWan, type SheetMapping } from '#rules/imports/recognise-sheet';
import { refuseImport } from '#rules/imports/refusals';
import type { Permission } from '#rules/access/permissions';
import { refuseIf } from '#rules/shared/refusal';
import { visibleTo } from '../visible.js';
import { mustBePermitted, type Work } from '../work.js';
import type { PlannedSheet } from './judge-workbook.js';
import { readWorkbook, type Workbook } from './reading/read-workbook.js';

/** What is known of a sheet and how its columns are read; people correct kind, header row and columns. */
export interface KeptSheet {
  sheet: string;
  hidden: boolean;
  kind: LedgerKindCode | null;
  headerRow: number | null;
  /** Rows below the header, as far as the file says how many it has. */
  rows: number | null;
  headers: { column: number; header: string; hidden: boolean }[];
  /** Column of the ledger → column of the sheet, from 0. */
  columns: Record<string, number>;
}

export type ImportRecord = Omit<Tables['import'], 'sheets' | 'status'> & { sheets: KeptSheet[]; status: ImportStatus };

export function readImport(work: Work, importId: string): Promise<ImportRecord> {
  return work.data.readOne<ImportRecord>(
    work.actor,
    sql`SELECT i.* FROM import i WHERE i.id = ${importId} AND ${visibleTo(work.actor, 'import.read', 'i')}`,
  );
}

/** The import, held until the end of the transaction, when the move is open to this person from the version that was read. */
export async function lockImport(
  tx: Transaction,
  work: Work,
  { importId, version }: { importId: string; version?: number | undefined },
  move: ImportMove,
  permission: Permission,
): Promise<ImportRecord> {
  const seen = await tx.one<{ organisationId: string }>(
    sql`SELECT i.organisation_id FROM import i WHERE i.id = ${importId} AND ${visibleTo(work.actor, 'import.read', 'i')}`,
  );
  // Before the lock: to those who may only read, the database does not give the row for changing.
  mustBePermitted(work.actor, permission, { organisationId: seen.organisationId });
  const record = await tx.one<ImportRecord>(sql`SELECT * FROM import WHERE id = ${importId} FOR UPDATE`);
  if (version !== undefined && record.version !== version) throw refuseData('data.changed-meanwhile');
  refuseIf(importMoveOpen(move, record.status));
  return record;
}

const PIECE = 1024 * 1024;

/** The uploaded file itself, as it came. Read in pieces: as one value it would stand in memory several times over, as text too. */
export async function fileOf(work: Work, { fileHash }: Pick<ImportRecord, 'fileHash'>): Promise<Buffer> {
  const { size } = await work.data.readOne<{ size: number }>(
    work.actor,
    sql`SELECT octet_length(bytes) AS size FROM blob WHERE hash = ${fileHash}`,
  );
  const sealed = Buffer.alloc(size);
  for (let at = 0; at < size; at += PIECE) {
    const { piece } = await work.data.readOne<{ piece: Buffer }>(
      work.actor,
      sql`SELECT substring(bytes FROM ${at + 1}::int FOR ${PIECE}::int) AS piece FROM blob WHERE hash = ${fileHash}`,
    );
    piece.copy(sealed, at);
  }
  return work.secrets.openBytes(sealed);
}

export async function workbookOf(work: Work, record: Pick<ImportRecord, 'fileHash' | 'fileName'>): Promise<Workbook> {
  return readWorkbook(record.fileName, await fileOf(work, record));
}

export function mappingOf({ kind, headerRow, headers, columns }: KeptSheet): SheetMapping | undefined {
  if (kind === null || headerRow === null) return undefined;
  const headerAt = new Map(headers.map(({ column, header }) => [column, header]));
  const forms = ledgerKindOf(kind).columns;
  const ordinal = headers.find(({ header }) => isOrdinal(header))?.column;
  return {
    kind,
    headerRow,
    ...(ordinal !== undefined && { ordinal }),
    columns: Object.fromEntries(
      Object.entries(columns).map(([key, index]) => {
        const header = headerAt.get(index) ?? '';
        return [key, { index, header, ...(forms[key]?.form === 'money' && showsWan(header) && { inWan: true as const }) }];
      }),
    ),
  };
}

export function missingColumns({ kind, columns }: KeptSheet): string[] {
  if (kind === null) return [];
  return Object.entries(ledgerKindOf(kind).columns).flatMap(([key, column]) =>
    column.required && columns[key] === undefined ? [key] : [],
  );
}

/** The sheets that are taken in; every one of them must have its required columns. */
export function plannedSheets(record: ImportRecord): PlannedSheet[] {
  const planned: PlannedSheet[] = [];
  for (const sheet of record.sheets) {
    const mapping = mappingOf(sheet);
    if (!mapping) continue;
    const missing = missingColumns(sheet);
    if (missing.length > 0) {
      const { columns } = ledgerKindOf(mapping.kind);
      throw refuseImport('imports.columns-missing', { sheet: sheet.sheet, columns: missing.map((key) => columns[key]!.zh).join('、') });
    }
    planned.push({ sheet: sheet.sheet, mapping });
  }
  if (planned.length === 0) throw refuseImport('imports.nothing-recognised');
  return planned;
}
