import { z } from 'zod';
import { Action, Fen, Id, Instant, Paging, pageOf } from './shared.js';

export const ledgerKinds = [
  'hardship',
  'household-member',
  'dispute',
  'mass-incident',
  'petition',
  'legal-service',
  'legal-aid-case',
  'visit',
  'model-worker',
  'closed-enterprise-allowance',
] as const;
export const LedgerKind = z.enum(ledgerKinds);

const Counts = z.object({
  rowsIn: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  duplicate: z.int(),
  rejected: z.int(),
  ignored: z.int(),
});
const Amounts = z.object({ inFen: Fen, createdFen: Fen, updatedFen: Fen, unchangedFen: Fen, duplicateFen: Fen, rejectedFen: Fen });
/** rows in = created + updated + unchanged + duplicate + rejected, and the same for the money that could be read. */
export const ImportStatement = z
  .object({
    dryRun: z.boolean(),
    balanced: z.boolean(),
    total: Counts.extend({ amounts: Amounts, warnings: z.int() }),
    sheets: z.array(Counts.extend({ sheet: z.string(), kind: z.string().nullable(), amounts: Amounts, warnings: z.int() })),
  })
  .meta({ id: 'ImportStatement' });
export type ImportStatement = z.infer<typeof ImportStatement>;
export const SheetMapping = z
  .object({
    sheet: z.string(),
    kind: LedgerKind.nullable(),
    headerRow: z.int().nullable(),
    rows: z.int().nullable(),
    headers: z.array(z.object({ column: z.int(), header: z.string(), hidden: z.boolean() })),
    /** our column → the file's column; null where the ledger has none */
    columns: z.array(
      z.object({ key: z.string(), labelZh: z.string(), labelEn: z.string(), required: z.boolean(), column: z.int().nullable() }),
    ),
    missing: z.array(z.string()),
  })
  .meta({ id: 'SheetMapping' });
export const ImportRow = z
  .object({
    id: Id,
    fileName: z.string(),
    status: z.string(),
    kinds: z.array(z.string()),
    organisationName: z.string(),
    createdByName: z.string(),
    createdAt: Instant,
    finishedAt: Instant.nullable(),
    rowsTotal: z.int().nullable(),
    rowsDone: z.int(),
    error: z.string().nullable(),
    statement: ImportStatement.nullable(),
  })
  .meta({ id: 'ImportRow' });
export const FindImports = z.object(Paging);
export const ImportPage = pageOf(ImportRow, 'ImportPage');
export const ImportRecord = ImportRow.extend({
  sheets: z.array(SheetMapping),
  organisationId: Id,
  version: z.int(),
  actions: z.array(Action),
}).meta({ id: 'Import' });
export const CorrectMapping = z
  .object({
    version: z.int(),
    sheet: z.string().max(120),
    kind: LedgerKind.nullable(),
    headerRow: z.int().min(1).max(1000).nullable(),
    columns: z.record(z.string().max(60), z.int().min(0).max(1000).nullable()),
  })
  .meta({ id: 'CorrectMapping' });
export const StartImport = z.object({ version: z.int() }).meta({ id: 'StartImport' });
export const FindImportRows = z.object({
  ...Paging,
  outcome: z.enum(['created', 'updated', 'unchanged', 'duplicate', 'rejected', 'ignored', 'warned']).optional(),
  sheet: z.string().max(120).optional(),
});
export const LedgerRow = z
  .object({
    sheet: z.string(),
    rowNumber: z.int(),
    outcome: z.string(),
    noun: z.string().nullable(),
    recordId: Id.nullable(),
    findings: z.array(
      z.object({ column: z.string().nullable(), level: z.enum(['warning', 'refusal', 'note']), zh: z.string(), en: z.string() }),
    ),
  })
  .meta({ id: 'LedgerRow' });
export const LedgerRowPage = pageOf(LedgerRow, 'LedgerRowPage');
export const TemplateList = z
  .object({ items: z.array(z.object({ kind: LedgerKind, nameZh: z.string(), nameEn: z.string() })) })
  .meta({ id: 'TemplateList' });
export const Made = z.object({ id: Id }).meta({ id: 'Made' });
