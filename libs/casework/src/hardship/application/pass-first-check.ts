import type { Work } from '../../work.js';
import { moveFile, type FileMoveInput } from '../move-file.js';

/** 初审通过 */
export function passFirstCheck(work: Work, input: FileMoveInput): Promise<void> {
  return moveFile(work, 'passFirstCheck', input, {});
}
