import { joined, sql, type Sql } from '#data/sql';
import { importMoveOpen, type ImportStatus } from '#rules/imports/import-lifecycle';
import type { LedgerKindCode } from '#rules/imports/ledger-kind';
import { ledgerKindOf } from '#rules/imports/ledger-kinds';
import { refuseImport } from '#rules/imports/refusals';
import type { Statement } from '#rules/imports/statement';
import type { Permission } from '#rules/access/permissions';
import { action, type ActionView } from '../actions.js';
import { ID, INSTANT, pageOf, readCursor } from '../paging.js';
import { visibleTo } from '../visible.js';
import { whyNotPermitted, type Work } from '../work.js';
import { missingColumns, type KeptSheet } from './import-record.js';

export interface ImportRow {
  id: string;
  fileName: string;
  status: ImportStatus;
  kinds: string[];
  organisationName: string;
  createdByName: string;
  createdAt: Date;
  finishedAt: Date | null;
  rowsTotal: number | null;
  rowsDone: number;
  error: string | null;
  statement: Statement | null;
}

export interface SheetView extends Omit<KeptSheet, 'columns' | 'hidden'> {
  columns: { key: string; labelZh: string; labelEn: string; required: boolean; column: number | null }[];
  missing: string[];
}

export interface ImportView extends ImportRow {
  organisationId: string;
  version: number;
  sheets: SheetView[];
  actions: ActionView[];
}

const columns: Sql = sql`i.id, i.file_name, i.status, o.name AS organisation_name, bangfu.name_of_user(i.created_by) AS created_by_name, i.created_at, i.finished_at,
  i.rows_total, i.rows_done, i.error, i.statement,
  ARRAY(SELECT DISTINCT s ->> 'kind' FROM jsonb_array_elements(i.sheets) s WHERE s ->> 'kind' IS NOT NULL ORDER BY 1) AS kinds`;

/** The ledgers handed in by the organisations one reaches, newest first. */
export async function findImports(
  work: Work,
  { cursor, limit, count }: { cursor?: string | undefined; limit: number; count?: boolean | undefined },
): Promise<{ items: ImportRow[]; nextCursor: string | null; total?: number }> {
  const after = readCursor(cursor, [INSTANT, ID]);
  const seen = visibleTo(work.actor, 'import.read', 'i');
  const where = joined([seen, ...(after ? [sql`(i.created_at, i.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : [])], ' AND ');
  const rows = await work.data.read<ImportRow>(
    work.actor,
    sql`SELECT ${columns} FROM import i JOIN organisation o ON o.id = i.organisation_id WHERE ${where} ORDER BY i.created_at DESC, i.id DESC LIMIT ${limit + 1}`,
  );
  const page = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  if (!count) return page;
  const [{ total } = { total: 0 }] = await work.data.read<{ total: number }>(
    work.actor,
    sql`SELECT count(*) AS total FROM import i WHERE ${seen}`,
  );
  return { ...page, total };
}

/** One import with its sheets as they will be read, and what can be done with it now. */
export async function getImport(work: Work, { importId }: { importId: string }): Promise<ImportView> {
  const row = await work.data.readOne<ImportRow & { organisationId: string; version: number; sheets: KeptSheet[]; rejected: boolean }>(
    work.actor,
    sql`SELECT ${columns}, i.organisation_id, i.version, i.sheets, EXISTS (SELECT FROM import_row r WHERE r.import_id = i.id AND r.outcome = 'rejected') AS rejected
        FROM import i JOIN organisation o ON o.id = i.organisation_id WHERE i.id = ${importId} AND ${visibleTo(work.actor, 'import.read', 'i')}`,
  );
  const { rejected, ...view } = row;
  const may = (permission: Permission) => whyNotPermitted(work.actor, permission, { organisationId: row.organisationId });
  const incomplete = row.sheets.find((sheet) => missingColumns(sheet).length > 0);
  const unready = incomplete
    ? refuseImport('imports.columns-missing', { sheet: incomplete.sheet, columns: missingLabels(incomplete) })
    : row.sheets.every(({ kind }) => kind === null)
      ? refuseImport('imports.nothing-recognised')
      : undefined;
  return {
    ...view,
    sheets: row.sheets.map(sheetView),
    actions: [
      action('correctMapping', may('import.run') ?? importMoveOpen('map', row.status)),
      action('tryImport', may('import.run') ?? importMoveOpen('check', row.status) ?? unready),
      action('runImport', may('import.run') ?? importMoveOpen('start', row.status) ?? unready),
      action('reverseImport', may('import.reverse') ?? importMoveOpen('reverse', row.status)),
      action('downloadRejected', may('import.run') ?? (rejected ? undefined : refuseImport('imports.nothing-rejected'))),
    ],
  };
}

const missingLabels = (sheet: KeptSheet): string =>
  missingColumns(sheet)
    .map((key) => ledgerKindOf(sheet.kind as LedgerKindCode).columns[key]!.zh)
    .join('、');

function sheetView(sheet: KeptSheet): SheetView {
  const { hidden: _, columns: mapped, ...rest } = sheet;
  const forms = sheet.kind === null ? [] : Object.entries(ledgerKindOf(sheet.kind).columns);
  return {
    ...rest,
    columns: forms.map(([key, { zh, en, required }]) => ({ key, labelZh: zh, labelEn: en, required, column: mapped[key] ?? null })),
    missing: missingColumns(sheet),
  };
}
