import { runTrial } from '#casework/hardship/policy/run-trial';
import { tryPolicy } from '#jobs/hardship';
import { handles } from '../handlers.js';

export const tryPolicyHandler = handles(tryPolicy, async (work, asked, running) => {
  await runTrial(work, asked, running);
});
