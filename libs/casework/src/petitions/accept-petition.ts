import { mayAcceptPetition } from '#rules/petitions/petition-guards';
import type { Work } from '../work.js';
import { movePetition, type MoveInput } from './move-petition.js';

/** 受理: ends X1 and X2, starts X3. */
export function acceptPetition(work: Work, acceptance: MoveInput & { handlerId?: string | null | undefined }): Promise<void> {
  return movePetition(work, 'accept', acceptance, {
    permission: 'petition.sort',
    judge: (petition) => mayAcceptPetition({ withinPowers: petition.subject !== '99' }),
    changes: (_, on) => ({ acceptedOn: on, handling: 'handle', ...(acceptance.handlerId && { handlerId: acceptance.handlerId }) }),
  });
}
