import { mayDeclinePetition } from '#rules/petitions/petition-guards';
import type { Work } from '../work.js';
import { movePetition, type MoveInput } from './move-petition.js';

/** 不予受理: the petitioner is told the legal route. */
export function declinePetition(
  work: Work,
  { reason, routeTold, ...input }: MoveInput & { reason: string; routeTold: string },
): Promise<void> {
  return movePetition(work, 'decline', input, {
    permission: 'petition.sort',
    judge: () => mayDeclinePetition({ route: routeTold }),
    changes: () => ({ handling: 'decline', reason, result: 'legal_route' }),
    reason: `${reason}；告知途径：${routeTold}`,
  });
}
