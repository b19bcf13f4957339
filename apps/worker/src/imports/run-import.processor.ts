import { runImport } from '#casework/imports/run-import';
import { runImport as job } from '#jobs/imports';
import { handles } from '../handlers.js';

export const runImportHandler = handles(job, async (work, { importId }, running) => {
  await runImport(work, { importId }, running);
});
