import { suzhouFinderPlan, type FinderPlan } from '#rules/hardship/finder/finder-plan';
import { mustBePermitted, today, type Work } from '../work.js';
import { CandidateOwners } from './candidate-owners.js';
import type { FoundSign } from './found-sign.js';
import { handOverCandidates } from './hand-over-candidates.js';
import { keepCandidates } from './keep-candidates.js';
import { signsAfterLifting } from './signs-after-lifting.js';
import { signsInDisputes } from './signs-in-disputes.js';
import { signsInIdleFiles } from './signs-in-idle-files.js';
import { signsInLegalAid } from './signs-in-legal-aid.js';
import { signsInNearMisses } from './signs-in-near-misses.js';
import { signsInPetitions } from './signs-in-petitions.js';
import { signsInRefusals } from './signs-in-refusals.js';
import { signsInVisits } from './signs-in-visits.js';

export interface Search {
  /** people with a sign tonight, new or not */
  people: number;
  opened: number;
  added: number;
  handedOver: number;
}

/**
 * 应帮尽帮: goes through all registers for people who may need help and are not helped, and puts each on somebody's list with
 * the reasons and a day. It enrols nobody: every candidate is closed by a person.
 */
export async function lookForCandidates(work: Work, plan: FinderPlan = suzhouFinderPlan): Promise<Search> {
  mustBePermitted(work.actor, 'candidate.work');
  const on = today(work);
  const found = await findSigns(work, plan);
  const owners = await CandidateOwners.read(work.data, on);
  const kept = await keepCandidates(work, plan, found, owners, on);
  return { people: new Set(found.map(({ personId }) => personId)).size, ...kept, handedOver: await handOverCandidates(work, owners) };
}

/** Every sign that there is today, one rule after the other. */
export async function findSigns(work: Work, plan: FinderPlan): Promise<FoundSign[]> {
  const on = today(work);
  const matters: FoundSign[] = [];
  for (const look of [signsInDisputes, signsInLegalAid, signsInPetitions]) matters.push(...(await look(work, plan, on)));
  const found = [...matters, ...(await signsAfterLifting(work, plan, on, matters))];
  for (const look of [signsInVisits, signsInIdleFiles, signsInRefusals, signsInNearMisses]) found.push(...(await look(work, plan, on)));
  return found;
}
