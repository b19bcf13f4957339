import { runImport } from '#jobs/imports';
import { inTransaction, type Work } from '../work.js';
import { lockImport, plannedSheets } from './import-record.js';
import { mustBePermittedTo } from './judging-for.js';

/** Asks for the import to be run by the worker: for the first time, or again after it stopped on the way. */
export function startImport(work: Work, { importId, version }: { importId: string; version: number }): Promise<void> {
  return inTransaction(work, async (tx) => {
    const record = await lockImport(tx, work, { importId, version }, 'start', 'import.run');
    const planned = plannedSheets(record);
    mustBePermittedTo(work, planned);
    const rowsTotal = record.sheets.every(({ kind, rows }) => kind === null || rows !== null)
      ? record.sheets.reduce((sum, { kind, rows }) => sum + (kind === null ? 0 : rows!), 0)
      : null;
    await tx.update('import', record, {
      status: 'running',
      statement: null,
      error: null,
      rowsTotal,
      startedAt: record.startedAt ?? work.now,
    });
    tx.audit({ type: 'import.started', subject: { noun: 'import', id: importId }, organisationId: record.organisationId, details: {} });
    tx.later(runImport, { importId }, { key: `imports.run:${importId}:${record.version}` });
  });
}
