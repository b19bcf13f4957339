import { dryRunImport } from '#casework/imports/dry-run-import';
import { runImport } from '#casework/imports/run-import';
import { takeBackImport } from '#casework/imports/take-back-import';
import { reverseImport as reverseJob, runImport as runJob, tryImport as tryJob } from '#jobs/imports';
import { handles } from '../handlers.js';

export const tryImportHandler = handles(tryJob, async (work, asked) => {
  await dryRunImport(work, asked);
});

export const runImportHandler = handles(runJob, async (work, asked, running) => {
  await runImport(work, asked, running);
});

export const reverseImportHandler = handles(reverseJob, async (work, asked, running) => {
  await takeBackImport(work, asked, running);
});
