import type { PetitionResult, Satisfaction } from '#rules/petitions/codes';
import { mayClosePetition } from '#rules/petitions/petition-guards';
import type { PetitionStatus } from '#rules/petitions/petition-lifecycle';
import { clock } from '#rules/deadlines/clock';
import { ruleInForce } from '#rules/deadlines/clock-rule';
import type { Work } from '../work.js';
import { movePetition, type MoveInput, type PetitionRow } from './move-petition.js';

export interface Closing extends MoveInput {
  satisfaction?: Satisfaction | undefined;
  result?: PetitionResult | undefined;
  petitionerAccepts: boolean;
  reportReceived: boolean;
}

/** 办结: after a written reply only once the time for a review (X4) is over or the petitioner accepts it. */
export function closePetition(work: Work, { satisfaction, result, petitionerAccepts, reportReceived, ...input }: Closing): Promise<void> {
  return movePetition(work, 'close', input, {
    permission: 'petition.close',
    judge: (petition, on) => {
      const until = reviewUntil(work, petition);
      return mayClosePetition({
        status: petition.status as PetitionStatus,
        result: result ?? (petition.result as PetitionResult | null) ?? undefined,
        ...(until && { reviewUntil: until }),
        petitionerAccepts,
        reportReceived,
        on,
      });
    },
    changes: (petition, on) => ({ closedOn: on, satisfaction: satisfaction ?? 'not_rated', result: result ?? petition.result ?? 'other' }),
  });
}

/** The last day on which a review of a written reply can be asked for; an answer on the spot has none. */
function reviewUntil({ clockwork: { rules, calendar } }: Work, petition: PetitionRow) {
  if (!petition.repliedOn || petition.handling === 'answer') return undefined;
  const rule = ruleInForce(rules, 'X4', petition.repliedOn);
  return rule && clock(rule, [{ type: 'started', on: petition.repliedOn }], calendar, petition.repliedOn).due;
}
