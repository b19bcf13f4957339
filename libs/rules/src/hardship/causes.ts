/** 主要致困原因: exactly one; 次要: at most three more; all of the list that the file's layer of rules offers. */
import type { Judgement } from '../shared/refusal.js';
import { hardshipCauses, type Era, type HardshipCause } from './codes.js';
import { refuseHardship } from './refusals.js';

export const MOST_SECONDARY_CAUSES = 3;

export function mayStateCauses(era: Era, main: readonly HardshipCause[], secondary: readonly HardshipCause[]): Judgement {
  if (main.length !== 1) return refuseHardship('hardship.main-cause-count');
  if (secondary.length > MOST_SECONDARY_CAUSES) return refuseHardship('hardship.too-many-causes', { most: MOST_SECONDARY_CAUSES });
  const all = [...main, ...secondary];
  if (new Set(all).size !== all.length) return refuseHardship('hardship.cause-twice');
  const stray = all.find((cause) => !(hardshipCauses[cause].eras as readonly Era[]).includes(era));
  return stray ? refuseHardship('hardship.cause-of-another-era', { cause: hardshipCauses[stray].zh }) : undefined;
}
