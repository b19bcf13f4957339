/** The household as its file knows it now, in the words of a rule; and whether an assessment still speaks of it. */
import type { Judgement } from '../../shared/refusal.js';
import type { EmploymentState, HardshipCause } from '../codes.js';
import type { HouseholdAnswers } from '../file-form.js';
import { householdFigures, type Household } from './household.js';
import { refuseRecording } from '../recording-refusals.js';
import type { WorksheetTotals } from '../worksheet/worksheet.js';

export interface KnownOfFile {
  readonly division: string;
  readonly mainCause: HardshipCause;
  readonly otherCauses: readonly HardshipCause[];
  readonly employment: EmploymentState | null;
  readonly members: number;
  readonly answers: HouseholdAnswers;
}

/** Without a worksheet its income and outlay are not known: they are left out, never zero. */
export function presentHousehold(known: KnownOfFile, totals: WorksheetTotals | undefined): Household {
  const answered = Object.fromEntries(Object.entries(known.answers).filter(([, value]) => value !== null && value !== undefined));
  return {
    ...answered,
    ...(totals ? householdFigures(totals) : { persons: Math.max(known.members, 1) }),
    ...(known.employment && { employment: known.employment }),
    causes: [known.mainCause, ...known.otherCauses],
    division: known.division,
  };
}

/** A decision rests on what the household is: if that has changed since, it has to be assessed again. */
export function mustStillHold(assessed: Household, present: Household): Judgement {
  return written(assessed) === written(present) ? undefined : refuseRecording('hardship.assessment-outdated');
}

function written(household: Household): string {
  return JSON.stringify(Object.entries(household).sort(([a], [b]) => (a < b ? -1 : 1)));
}
