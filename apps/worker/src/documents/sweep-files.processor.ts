import { sweepFiles } from '#casework/documents/sweep-files';
import { sweepFiles as job } from '#jobs/documents';
import { handles } from '../handlers.js';

export const sweepFilesHandler = handles(job, async (work, _payload, { signal }) => {
  await sweepFiles(work, signal);
});
