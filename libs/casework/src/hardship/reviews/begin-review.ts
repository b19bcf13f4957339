import type { Work } from '../../work.js';
import { moveFile, type FileMoveInput } from '../move-file.js';

/** 开始复核: the household is assessed again by the rule of this day. H3 runs on until the review has a result. */
export function beginReview(work: Work, input: FileMoveInput): Promise<void> {
  return moveFile(work, 'beginReview', input, {});
}
