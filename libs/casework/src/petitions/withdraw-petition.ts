import type { Work } from '../work.js';
import { movePetition, type MoveInput } from './move-petition.js';

/** 撤回: by the petitioner; closes it. */
export function withdrawPetition(work: Work, { reason, ...input }: MoveInput & { reason: string }): Promise<void> {
  return movePetition(work, 'withdraw', input, {
    permission: 'petition.handle',
    changes: (_, on) => ({ result: 'withdrawn', closedOn: on }),
    reason,
  });
}
