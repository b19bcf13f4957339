import type { HardshipRecord } from '#contract/hardship';
import { isLower } from '#rules/hardship/changes/change-guards';
import { classesOf, type Era, type HardshipClass } from '#rules/hardship/codes';

/** The class that the newest assessment stands for: what two people decided otherwise, or else what the rule proposes. */
export function classAssessed({ assessment }: HardshipRecord): string | null {
  if (!assessment) return null;
  const { override, proposed } = assessment.row;
  return override?.agreedBy ? override.wanted : proposed;
}

/** The classes of the form in use that have files. */
export const classesWithFiles = (file: HardshipRecord): HardshipClass[] =>
  classesOf(file.formEra as Era).filter((code) => code !== 'temporary');

/** Those to which a file may go by the move. */
export function classesBeside(file: HardshipRecord, direction: 'graver' | 'lower'): HardshipClass[] {
  const present = file.hardshipClass as HardshipClass | null;
  return classesWithFiles(file).filter(
    (code) => present !== null && code !== present && isLower(present, code) === (direction === 'lower'),
  );
}
