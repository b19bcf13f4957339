/** A petition about hardship and aid that did not end with aid. */
import type { PlainDate } from '../../shared/plain-date.js';
import { within, type FinderPlan } from './finder-plan.js';
import type { Sign } from './finder-rules.js';

export interface PetitionFacts {
  readonly petitionId: string;
  readonly subject: string;
  readonly purpose: string;
  readonly registeredOn: PlainDate;
  readonly result: string | null;
  readonly onFile: boolean;
}

/** 生活困难帮扶救助 */
const HARDSHIP = '02';
/** Who asks for help or about help; not who thanks for it, suggests or accuses. */
const asking: readonly string[] = ['settlement', 'appeal', 'enquiry', 'other'];
const answered: readonly (string | null)[] = ['aided', 'withdrawn'];

export function petitionForHelp(plan: FinderPlan, facts: PetitionFacts, on: PlainDate): Sign | undefined {
  const { petitionId, subject, purpose, registeredOn, result, onFile } = facts;
  if (onFile || subject !== HARDSHIP || !asking.includes(purpose) || answered.includes(result)) return undefined;
  if (!within(registeredOn, plan.petitionMonths, on)) return undefined;
  return { rule: 'petition-for-help', noun: 'petition', subjectId: petitionId, on: registeredOn, priority: 2, facts: { purpose } };
}
