import { mayReplyToPetition } from '#rules/petitions/petition-guards';
import type { PetitionResult } from '#rules/petitions/codes';
import { petitionMoves, type PetitionStatus } from '#rules/petitions/petition-lifecycle';
import { refusePetition } from '#rules/petitions/refusals';
import type { Work } from '../work.js';
import { movePetition, type MoveInput } from './move-petition.js';
import { petitionStatus } from './petition-status.js';

/** 答复: in writing with the right to a review, or on the spot at the window. Ends X3. */
export async function replyToPetition(
  work: Work,
  { result, reply, reviewRightTold, ...input }: MoveInput & { result: PetitionResult; reply: string; reviewRightTold: boolean },
): Promise<void> {
  const onTheSpot = petitionMoves.open('answer', (await petitionStatus(work, input.petitionId)) as PetitionStatus);
  return movePetition(work, onTheSpot ? 'answer' : 'reply', input, {
    permission: 'petition.handle',
    judge: () => (!onTheSpot && !reviewRightTold ? refusePetition('petitions.review-right-untold') : mayReplyToPetition({ result })),
    changes: (_, on) => ({
      repliedOn: on,
      result,
      ...(onTheSpot && { handling: 'answer', handlerId: work.actor.id, handlerName: work.actor.name }),
    }),
    reason: reply,
  });
}
