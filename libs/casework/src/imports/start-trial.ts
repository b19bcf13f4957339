import { tryImport } from '#jobs/imports';
import { inTransaction, type Work } from '../work.js';
import { lockImport, plannedSheets } from './import-record.js';
import { mustBePermittedTo } from './judging-for.js';

/** Asks the worker to try an import out; what a person has to mend first (a missing column) is refused at once. */
export function startTrial(work: Work, { importId, version }: { importId: string; version: number }): Promise<void> {
  return inTransaction(work, async (tx) => {
    const record = await lockImport(tx, work, { importId, version }, 'check', 'import.run');
    mustBePermittedTo(work, plannedSheets(record));
    await tx.update('import', record, { status: 'checking', statement: null, error: null });
    tx.later(tryImport, { importId, version: record.version + 1 }, { key: `imports.try:${importId}:${record.version}` });
  });
}
