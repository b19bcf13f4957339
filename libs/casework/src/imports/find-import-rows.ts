import { joined, sql } from '#data/sql';
import { refuses, sentenceOf, type Finding } from '#rules/imports/findings';
import type { LedgerKindCode } from '#rules/imports/ledger-kind';
import { ledgerKindOf } from '#rules/imports/ledger-kinds';
import { pageOf, readCursor } from '../paging.js';
import type { Work } from '../work.js';
import { readImport } from './import-record.js';

export interface FindingView {
  column: string | null;
  level: 'warning' | 'refusal' | 'note';
  zh: string;
  en: string;
}

export interface LedgerRow {
  sheet: string;
  rowNumber: number;
  outcome: string;
  noun: string | null;
  recordId: string | null;
  findings: FindingView[];
}

export interface RowFilter {
  importId: string;
  outcome?: string | undefined;
  sheet?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

/** What became of the rows of an import, in the order of the sheets: `warned` are those taken in with a warning. */
export async function findImportRows(
  work: Work,
  filter: RowFilter,
): Promise<{ items: LedgerRow[]; nextCursor: string | null; total?: number }> {
  await readImport(work, filter.importId);
  const after = readCursor(filter.cursor, [/^[^]{0,200}$/, /^\d{1,7}$/]);
  const outcome =
    filter.outcome === 'warned'
      ? sql`r.outcome IN ('created', 'updated', 'unchanged') AND r.findings IS NOT NULL`
      : sql`r.outcome = ${filter.outcome}`;
  const where = joined(
    [
      sql`r.import_id = ${filter.importId}`,
      ...(filter.outcome ? [outcome] : []),
      ...(filter.sheet ? [sql`r.sheet = ${filter.sheet}`] : []),
    ],
    ' AND ',
  );
  const next = after ? sql` AND (r.sheet, r.row_number) > (${after[0]}, ${Number(after[1])})` : sql``;
  const rows = await work.data.read<Omit<LedgerRow, 'findings'> & { kind: LedgerKindCode; findings: Finding[] | null }>(
    work.actor,
    sql`SELECT r.sheet, r.row_number, r.kind, r.outcome, r.noun, r.record_id, r.findings FROM import_row r WHERE ${where}${next} ORDER BY r.sheet, r.row_number LIMIT ${filter.limit + 1}`,
  );
  const { items, nextCursor } = pageOf(rows, filter.limit, (row) => [row.sheet, String(row.rowNumber)]);
  const page = {
    items: items.map(({ kind, findings, ...row }) => ({ ...row, findings: (findings ?? []).map((finding) => findingView(kind, finding)) })),
    nextCursor,
  };
  if (!filter.count) return page;
  const [{ total } = { total: 0 }] = await work.data.read<{ total: number }>(
    work.actor,
    sql`SELECT count(*) AS total FROM import_row r WHERE ${where}`,
  );
  return { ...page, total };
}

export function findingView(kind: LedgerKindCode, finding: Finding): FindingView {
  const aboutOtherRows = finding.code === 'note.duplicate-of' || finding.code === 'note.already-registered';
  return {
    column: ledgerKindOf(kind).columns[finding.column]?.zh ?? null,
    level: refuses(finding) ? 'refusal' : aboutOtherRows ? 'note' : 'warning',
    zh: sentenceOf(finding, 'zh'),
    en: sentenceOf(finding, 'en'),
  };
}
