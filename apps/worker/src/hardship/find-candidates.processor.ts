import { lookForCandidates } from '#casework/handoffs/look-for-candidates';
import { findCandidates } from '#jobs/candidates';
import { handles } from '../handlers.js';

export const findCandidatesHandler = handles(findCandidates, async (work) => {
  await lookForCandidates(work);
});
