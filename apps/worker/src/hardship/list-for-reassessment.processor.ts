import { actorOf } from '#casework/access/actor-of';
import { listForReassessment } from '#casework/handoffs/list-for-reassessment';
import { listForReassessment as job } from '#jobs/hardship';
import { KEEPER } from '#rules/access/system-actors';
import { handles } from '../handlers.js';

/** Who published the rule decides about no file: the list is the system's work. */
export const listForReassessmentHandler = handles(job, async (work, asked, running) => {
  const actor = await actorOf(work.data, KEEPER.id);
  await listForReassessment({ ...work, actor }, asked, running);
});
