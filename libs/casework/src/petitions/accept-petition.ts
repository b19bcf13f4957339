import { mayAcceptPetition } from '#rules/petitions/petition-guards';
import { handClocksTo } from '../deadlines/run-clocks.js';
import type { Work } from '../work.js';
import { movePetition, type MoveInput } from './move-petition.js';
import { petitionHandler } from './petition-handler.js';

/** 受理: ends X1 and X2, starts X3, and may name at once who is to handle it. */
export async function acceptPetition(
  work: Work,
  { handlerId, ...input }: MoveInput & { handlerId?: string | null | undefined },
): Promise<void> {
  const handler = handlerId ? await petitionHandler(work, handlerId) : undefined;
  return movePetition(work, 'accept', input, {
    permission: 'petition.sort',
    judge: (petition) => mayAcceptPetition({ withinPowers: petition.subject !== '99' }),
    changes: (_, on) => ({ acceptedOn: on, handling: 'handle', ...(handler && { handlerId: handler.id, handlerName: handler.name }) }),
    also: async (tx, petition) => {
      if (handler) await handClocksTo(tx, petition.id, handler.id);
    },
  });
}
