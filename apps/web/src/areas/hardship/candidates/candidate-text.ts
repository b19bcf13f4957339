import type { z } from 'zod';
import type { CandidateReason } from '#contract/candidates';
import { finderRules } from '#rules/hardship/finder/finder-rules';
import { coverageFigures, type CoverageFigure } from '#rules/hardship/finder/coverage-figures';
import type { Words } from '../../../kit/words.js';

type Reason = z.infer<typeof CandidateReason>;

/** In one line of a list: each rule once, and what may not be told once. */
export function reasonsInShort(reasons: readonly Reason[], { say, label }: Words): string {
  const words = reasons.map((reason) => (reason.rule ? label(finderRules, reason.rule) : say(reason)));
  return [...new Set(words)].join('、');
}

export const figureWord = (figure: CoverageFigure, { say }: Words): string => say(coverageFigures[figure]);
