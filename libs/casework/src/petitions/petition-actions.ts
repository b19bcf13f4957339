import type { Permission } from '#rules/access/permissions';
import { petitionMoveOpen } from '#rules/petitions/petition-guards';
import type { PetitionMove, PetitionStatus } from '#rules/petitions/petition-lifecycle';
import { action, type ActionView } from '../actions.js';
import { whyNotPermitted, type Actor } from '../work.js';

/** Each operation with the moves that it makes, one of which must be open, and the permission it needs. */
const operations: readonly [string, readonly PetitionMove[], Permission][] = [
  ['acceptPetition', ['accept'], 'petition.sort'],
  ['declinePetition', ['decline'], 'petition.sort'],
  ['referPetition', ['refer'], 'petition.sort'],
  ['mergePetition', ['merge'], 'petition.sort'],
  ['handlePetition', ['handle'], 'petition.handle'],
  ['extendPetition', ['extend'], 'petition.extend'],
  ['replyToPetition', ['reply', 'answer'], 'petition.handle'],
  ['withdrawPetition', ['withdraw'], 'petition.handle'],
  ['closePetition', ['close'], 'petition.close'],
];

export function petitionActions(
  actor: Actor,
  petition: { status: string; organisationId: string; handlerId: string | null },
): ActionView[] {
  return operations.map(([name, moves, permission]) => {
    const closed = moves.map((move) => petitionMoveOpen(move, petition.status as PetitionStatus));
    return action(name, closed.includes(undefined) ? whyNotPermitted(actor, permission, petition) : closed[0]);
  });
}
