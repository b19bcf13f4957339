import { mayHandlePetition } from '#rules/petitions/petition-guards';
import { handClocksTo } from '../deadlines/run-clocks.js';
import { petitionHandler } from './petition-handler.js';
import type { Work } from '../work.js';
import { movePetition, type MoveInput } from './move-petition.js';

/** 开始办理: names who handles it, who must have no interest in the matter. */
export async function handlePetition(
  work: Work,
  { handlerId, noInterest, ...input }: MoveInput & { handlerId?: string | null | undefined; noInterest: boolean },
): Promise<void> {
  const handler = await petitionHandler(work, handlerId ?? work.actor.id);
  return movePetition(work, 'handle', input, {
    permission: 'petition.handle',
    judge: () => mayHandlePetition({ hasInterest: !noInterest }),
    changes: () => ({ handlerId: handler.id, handlerName: handler.name }),
    reason: handler.name,
    also: (tx, petition) => handClocksTo(tx, petition.id, handler.id),
  });
}
