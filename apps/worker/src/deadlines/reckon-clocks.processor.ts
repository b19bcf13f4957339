import { reckonClocks } from '#casework/deadlines/reckon-clocks';
import { reckonClocks as job } from '#jobs/deadlines';
import { handles } from '../handlers.js';

export const reckonClocksHandler = handles(job, async (work) => {
  await work.clockwork.refresh(0);
  await reckonClocks(work);
});
