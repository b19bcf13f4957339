/** Whether two records may become one. */
import type { Judgement } from '../shared/refusal.js';
import { refusePeople } from './refusals.js';

export interface MergeCandidate {
  readonly id: string;
  readonly merged: boolean;
  /** Whatever stands for the ID number: equal values, equal numbers. */
  readonly idKey: string | null;
  /** As its holder or as somebody of its household: nobody has two seats. */
  readonly hasActiveFile: boolean;
}

export function mayMergePeople(kept: MergeCandidate, other: MergeCandidate): Judgement {
  if (kept.id === other.id) return refusePeople('people.merge-with-itself');
  if (kept.merged || other.merged) return refusePeople('people.merged-away');
  if (kept.idKey && other.idKey && kept.idKey !== other.idKey) return refusePeople('people.merge-different-ids');
  if (!kept.idKey && other.idKey) return refusePeople('people.merge-keep-identified');
  return kept.hasActiveFile && other.hasActiveFile ? refusePeople('people.merge-two-files') : undefined;
}
