/** Whose list a review comes onto, so that no file is forgotten because nobody has it. */
import type { PlainDate } from '../../shared/plain-date.js';
import { addDays } from '../../shared/plain-date.js';

/** So many days before a review it must be on somebody's list. */
export const REVIEW_IN_SIGHT = 60;
export const inSightUntil = (today: PlainDate): PlainDate => addDays(today, REVIEW_IN_SIGHT);

/** Somebody who may record files of an organisation. */
export interface Recorder {
  readonly userId: string;
  readonly name: string;
  /** Steps up the tree from the file's organisation to where the right is held. */
  readonly distance: number;
  /** Works on files from end to end, rather than only taking them down. */
  readonly alsoChecks: boolean;
}

/**
 * The nearest, among them one who works on files from end to end, among those the one with the shortest list. The load is
 * counted on as lists are handed out, so that a thousand files do not all go to the first of two.
 */
export function chooseRecorder(recorders: readonly Recorder[], load: ReadonlyMap<string, number>): Recorder | undefined {
  const loadOf = ({ userId }: Recorder): number => load.get(userId) ?? 0;
  let best: Recorder | undefined;
  for (const one of recorders) {
    if (!best || before(one, best, loadOf)) best = one;
  }
  return best;
}

function before(one: Recorder, other: Recorder, loadOf: (recorder: Recorder) => number): boolean {
  if (one.distance !== other.distance) return one.distance < other.distance;
  if (one.alsoChecks !== other.alsoChecks) return one.alsoChecks;
  const more = loadOf(one) - loadOf(other);
  return more !== 0 ? more < 0 : one.userId < other.userId;
}
