/** A client of legal aid or legal advice about wages or a work injury: whom the law spares the proof of hardship. */
import type { PlainDate } from '../../shared/plain-date.js';
import { within, type FinderPlan } from './finder-plan.js';
import type { Sign } from './finder-rules.js';

export interface LegalAidFacts {
  readonly matterId: string;
  readonly kind: 'service' | 'case';
  readonly form: string;
  readonly category: string | null;
  readonly startedOn: PlainDate;
  readonly onFile: boolean;
}

const wagesOrInjury: readonly (string | null)[] = ['51', '52'];

export function legalAidClient(plan: FinderPlan, facts: LegalAidFacts, on: PlainDate): Sign | undefined {
  const { matterId, kind, form, category, startedOn, onFile } = facts;
  // Publicity has an audience, no client.
  if (onFile || form === 'publicity' || !wagesOrInjury.includes(category) || !within(startedOn, plan.legalAidMonths, on)) return undefined;
  return {
    rule: 'legal-aid-client',
    noun: 'legal-aid',
    subjectId: matterId,
    on: startedOn,
    priority: 2,
    facts: { kind, category: category! },
  };
}
