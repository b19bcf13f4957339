import { reverseImport as job } from '#jobs/imports';
import { refuseImport } from '#rules/imports/refusals';
import { inTransaction, type Work } from '../work.js';
import { lockImport } from './import-record.js';
import { countTouched } from './touched-since.js';

/** Asks for an import to be taken back; refused when anything it made was changed or built upon since. */
export function reverseImport(work: Work, { importId, version }: { importId: string; version: number }): Promise<void> {
  return inTransaction(work, async (tx) => {
    const record = await lockImport(tx, work, { importId, version }, 'reverse', 'import.reverse');
    const count = await countTouched(tx, importId);
    if (count > 0) throw refuseImport('imports.touched-since', { count });
    await tx.update('import', record, { status: 'reversing', error: null });
    tx.later(job, { importId }, { key: `imports.reverse:${importId}:${record.version}` });
  });
}
